"""A folder of this machine keeps what every storage promises."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.folder import open_folder
from builder.publish.storage import Keep, Send, StorageError
from tests.publish.contract import Bytes, Place, StorageContract, sent
from tests.publish.surroundings import quiet_surroundings


class TestFolder(StorageContract):
    """A folder that need not stand."""

    @pytest.fixture
    def place(self, tmp_path: Path) -> Iterator[Place]:
        """A folder named from the project's."""
        target = PublishTarget("usb", TargetKind.FOLDER, path="out/site")
        with open_folder(target, quiet_surroundings(tmp_path)) as connection:
            yield Place(connection, "out/site", tmp_path / "out/site")

    def test_finding_out_about_links_leaves_nothing(self, place: Place, tmp_path: Path) -> None:
        """The question is asked beside the folder and leaves no trace."""
        offered = place.connection.offers_links

        assert (True, []) == (offered, list(tmp_path.iterdir()))

    def test_a_drive_that_is_not_connected_is_not_made(self, tmp_path: Path) -> None:
        """A folder in its place would take the release, and nobody would ever see it."""
        drive = tmp_path / "drive"
        target = PublishTarget("usb", TargetKind.FOLDER, path=str(drive / "site"))
        with (
            pytest.raises(StorageError, match="publish-no-drive"),
            open_folder(target, quiet_surroundings(tmp_path)),
        ):
            pass

        assert not drive.exists()

    @pytest.mark.skipif(os.name == "nt", reason="Windows has such drives")
    @pytest.mark.parametrize("path", ["Z:\\trang", "z:/trang", "\\\\may-chu\\web\\trang"])
    def test_a_drive_of_windows_is_not_made_elsewhere(self, tmp_path: Path, path: str) -> None:
        """The project may be shared; a folder of that name among its sources helps nobody."""
        target = PublishTarget("usb", TargetKind.FOLDER, path=path)
        with (
            pytest.raises(StorageError, match="publish-no-drive"),
            open_folder(target, quiet_surroundings(tmp_path)),
        ):
            pass

        assert [] == list(tmp_path.iterdir())

    def test_a_drive_without_second_names_gets_copies(
        self, place: Place, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """FAT has no hard links; the bytes are copied then."""
        place.do(*sent({"a.txt": b"one"}))

        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, "no links")

        monkeypatch.setattr(Path, "hardlink_to", refuse)
        place.do(Keep("a.txt", "k/a"))

        assert {"a.txt": b"one", "k/a": b"one"} == place.files()

    @pytest.mark.parametrize(
        ("number", "code"),
        [
            (errno.ENOSPC, "publish-full"),
            (errno.EACCES, "publish-forbidden"),
            (errno.ENOTDIR, "publish-no-folder"),
            (errno.EIO, "publish-refused"),
        ],
    )
    def test_what_the_drive_refuses_has_a_sentence(
        self, place: Place, monkeypatch: pytest.MonkeyPatch, number: int, code: str
    ) -> None:
        """A full drive, a missing right and anything else are told apart."""

        def refuse(*_: object) -> None:
            raise OSError(number, "because")

        monkeypatch.setattr(Path, "replace", refuse)
        with pytest.raises(StorageError) as raised:
            list(place.storage.carry_out([Send(Bytes(b""), "a.txt")]))

        assert (code, "a.txt", {}) == (
            raised.value.code,
            raised.value.blanks["path"],
            place.files(),
        )
