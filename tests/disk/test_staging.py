"""A built folder takes its place whole; kills and second builds do no harm."""

from __future__ import annotations

import contextlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from builder.disk import staging, swap
from builder.disk.lock import hold_lock
from builder.disk.staging import open_stage, put_right, work_folder
from builder.model.failures import CommandError


def fill(folder: Path, text: str) -> None:
    """A folder with one page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text)


def text_of(target: Path) -> str:
    """The page that stands."""
    return (target / "index.html").read_text()


@pytest.fixture(params=["exchange", "two renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways in which folders change places."""
    if request.param == "two renames":
        monkeypatch.setattr(swap, "exchange_folders", lambda *_: False)
    elif not sys.platform.startswith("linux"):
        pytest.skip("only Linux exchanges folders in one step")


@pytest.mark.usefixtures("_way")
def test_a_stage_takes_the_place_of_what_stood(tmp_path: Path) -> None:
    """After publishing, the new folder stands and nothing is left beside it."""
    target = tmp_path / "site"
    fill(target, "old")
    with open_stage(target) as stage:
        fill(stage.folder, "new")
        stage.publish()

    assert ("new", [target]) == (text_of(target), list(tmp_path.iterdir()))


def test_a_first_build_needs_no_folder(tmp_path: Path) -> None:
    """Where nothing stood, the stage is simply put there."""
    target = tmp_path / "site"
    with open_stage(target) as stage:
        fill(stage.folder, "new")
        stage.publish()

    assert "new" == text_of(target)


def test_one_file_takes_the_place_of_another(tmp_path: Path) -> None:
    """It is as open as that was, what stood beside it stands, and nothing is left."""
    target = tmp_path / "site"
    fill(target, "old")
    (target / "robots.txt").write_text("stays")
    (target / "index.html").chmod(0o640)
    with open_stage(target) as stage:
        stage.exchange("index.html", b"new")
    page = target / "index.html"

    assert ("new", 0o640, [target], {page, target / "robots.txt"}) == (
        text_of(target),
        stat.S_IMODE(page.stat().st_mode),
        list(tmp_path.iterdir()),
        set(target.iterdir()),
    )


def test_a_file_that_fails_to_be_written_leaves_what_stood(tmp_path: Path) -> None:
    """There is nothing in the site but what was there."""
    target = tmp_path / "site"
    fill(target, "old")
    with contextlib.suppress(FileNotFoundError), open_stage(target) as stage:
        stage.exchange("gone.html", b"new")

    assert ([target], [target / "index.html"]) == (
        list(tmp_path.iterdir()),
        list(target.iterdir()),
    )


def test_without_publishing_what_stood_stands(tmp_path: Path) -> None:
    """A build that gives up leaves the folder as it was, and no trace."""
    target = tmp_path / "site"
    fill(target, "old")
    with contextlib.suppress(RuntimeError), open_stage(target) as stage:
        fill(stage.folder, "half")
        raise RuntimeError

    assert ("old", [target]) == (text_of(target), list(tmp_path.iterdir()))


def test_permissions_of_the_folder_stay(tmp_path: Path) -> None:
    """A web server that may read the old folder may read the new one."""
    target = tmp_path / "site"
    fill(target, "old")
    target.chmod(0o750)
    with open_stage(target) as stage:
        stage.publish()

    assert 0o750 == target.stat().st_mode & 0o777


def test_a_kill_between_the_renames_is_put_right(tmp_path: Path) -> None:
    """The folder that stood comes back where the new one never arrived."""
    target = tmp_path / "site"
    fill(work_folder(target) / "old", "old")
    fill(work_folder(target) / "stage", "new")
    put_right(tmp_path)

    assert ("old", [target]) == (text_of(target), list(tmp_path.iterdir()))


@pytest.mark.parametrize("leftovers", [["stage"], ["old"], ["trash", "old"], ["stage", "trash"]])
def test_what_a_kill_left_is_removed(tmp_path: Path, leftovers: list[str]) -> None:
    """Where a folder stands it stands; halves and former ones beside it go."""
    target = tmp_path / "site"
    fill(target, "new")
    for name in leftovers:
        fill(work_folder(target) / name, "left")
    with open_stage(target):
        pass

    assert ("new", [target]) == (text_of(target), list(tmp_path.iterdir()))


def test_a_failed_second_rename_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An open file on Windows may forbid the second rename; what stood is put back."""
    monkeypatch.setattr(swap, "exchange_folders", lambda *_: False)
    target, missing = tmp_path / "site", tmp_path / "missing"
    fill(target, "old")
    with pytest.raises(FileNotFoundError):
        swap.swap_in(missing, target, tmp_path / "old")

    assert "old" == text_of(target)


def test_an_exchange_that_fails_is_told(tmp_path: Path) -> None:
    """Only a system without the call may fall back; other failures are failures."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux exchanges folders in one step")
    with pytest.raises(FileNotFoundError):
        swap.exchange_folders(tmp_path / "missing", tmp_path / "missing too")


def test_a_second_build_waits_and_tells_who_builds(tmp_path: Path) -> None:
    """Two builds never mix; the second names the first."""
    target = tmp_path / "site"
    second = open_stage(target, wait_seconds=0.0)
    with open_stage(target), pytest.raises(CommandError) as caught:
        second.__enter__()  # entering is what must fail

    assert ("lock-held", str(os.getpid())) == (caught.value.code, caught.value.blanks["pid"])


def test_a_dead_holder_holds_nothing(tmp_path: Path) -> None:
    """The lock of a killed build is free at once."""
    lock = tmp_path / "work" / "lock"
    script = (
        "import os, sys; from pathlib import Path; from builder.disk.lock import hold_lock\n"
        "with hold_lock(Path(sys.argv[1]), wait_seconds=0): os._exit(9)"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(lock)], check=False)
    with hold_lock(lock, wait_seconds=0.0):
        held = lock.exists()

    assert (9, True, False) == (killed.returncode, held, lock.parent.exists())


def test_a_lock_file_that_was_removed_meanwhile_is_no_lock(tmp_path: Path) -> None:
    """Holding the lock of a deleted file would let two builds in."""
    lock = tmp_path / "work" / "lock"
    with hold_lock(lock, wait_seconds=0.0):
        lock.unlink()
        with hold_lock(lock, wait_seconds=0.0):
            inner = lock.exists()

    assert inner


def test_the_wait_is_bounded() -> None:
    """A teacher hears within half a minute why nothing happens."""
    assert 0 < staging.LOCK_WAIT_SECONDS <= 30
