"""What belongs to others is never overwritten, and a target's way suits its host."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.model.targets import PublishTarget, TargetKind
from builder.publish.failures import PublishError
from builder.publish.folder import FolderConnection, FolderStorage, open_folder
from builder.publish.in_place import InPlace
from builder.publish.opening import choose_way, open_target
from builder.publish.publisher import Times
from builder.publish.releases import Releases
from builder.publish.run import (
    preview_publication,
    preview_return,
    run_publication,
    run_return,
)
from tests.publish.surroundings import quiet_surroundings, say_nothing
from tests.publish.target_contract import NEW, OLD, Clock, Heard, Spot, publisher
from tests.publish.test_in_place import spot_at


@pytest.fixture
def spot(tmp_path: Path) -> Spot:
    """A folder in place."""
    return spot_at(tmp_path / "out", tmp_path)


def publish(spot: Spot, files: Mapping[str, bytes]) -> None:
    """Publish as the command does."""
    with spot.open(publisher(), Clock()) as target:
        run_publication(target, spot.release(files), Heard())


def refusal(spot: Spot, files: Mapping[str, bytes]) -> tuple[str, Mapping[str, str]]:
    """Why a publication is refused, told by its preview too."""
    with spot.open(publisher(), Clock()) as target:
        release = spot.release(files)
        with pytest.raises(PublishError) as previewed:
            preview_publication(target, release)
        with pytest.raises(PublishError) as raised:
            run_publication(target, release, Heard())
    assert previewed.value.code == raised.value.code
    return raised.value.code, raised.value.blanks


def test_a_file_of_others_is_not_overwritten(spot: Spot) -> None:
    """It is named, with how many there are."""
    spot.put("index.html", b"welcome to your new host")
    spot.put("feed.xml", b"mine")
    refused = refusal(spot, OLD)

    assert (
        ("publish-foreign", {"path": "feed.xml", "count": "2"}),
        {"index.html": b"welcome to your new host", "feed.xml": b"mine"},
    ) == (refused, spot.look())


def test_a_file_of_others_that_is_equal_becomes_ours(spot: Spot) -> None:
    """A school that copied its site by hand begins to publish it."""
    for path, data in OLD.items():
        spot.put(path, data)
    publish(spot, OLD)
    publish(spot, NEW)

    assert NEW == spot.look()


@pytest.mark.parametrize("path", ["tin", "index.html/x.txt"])
def test_a_file_where_a_folder_must_be_is_told(spot: Spot, path: str) -> None:
    """Either way round."""
    spot.put(path, b"mine")

    assert "publish-foreign" == refusal(spot, OLD)[0]


def test_a_path_that_changes_its_nature_is_refused(spot: Spot) -> None:
    """A file of ours cannot become a folder without a gap."""
    publish(spot, OLD)

    assert ("publish-shape", {"path": "twin.html"}) == refusal(spot, {"twin.html/a.txt": b""})


def test_a_file_of_others_blocks_the_way_back(spot: Spot) -> None:
    """Put where the release before had its own, since that was removed."""
    publish(spot, OLD)
    publish(spot, NEW)
    spot.put("twin.html", b"mine")
    with spot.open(publisher(), Clock()) as target, pytest.raises(PublishError) as raised:
        run_return(target, Heard())

    assert ("publish-foreign", NEW | {"twin.html": b"mine"}) == (raised.value.code, spot.look())


def test_the_preview_of_the_way_back_is_the_way_back(spot: Spot) -> None:
    """Same steps, and the release before by its list."""
    publish(spot, OLD)
    publish(spot, NEW)
    with spot.open(publisher(), Clock()) as target:
        previewed = preview_return(target)
        done = run_return(target, Heard())

    assert (previewed, set(OLD)) == (done, set(done[0].files))


@pytest.mark.parametrize(
    ("stands", "path", "way"),
    [
        ("", "www/site", Releases),
        ("www/other/a.txt", "www/site", Releases),
        ("www/site/a.txt", "www/site", InPlace),
        ("www/site", "www/site", InPlace),
        ("", ".", InPlace),
        ("", "/", InPlace),
    ],
)
def test_a_folder_that_stands_is_never_made_a_link_of(
    tmp_path: Path, stands: str, path: str, way: type[object]
) -> None:
    """Whole releases only where nothing stands yet; in place elsewhere."""
    if stands:
        file = tmp_path / stands
        file.parent.mkdir(parents=True)
        file.write_text("by hand")
    connection = FolderConnection(tmp_path, tmp_path)

    assert way is type(choose_way(connection, path, publisher(), Times(), say_nothing))


def test_a_host_without_links_is_published_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a stick is that was formatted for Windows."""

    def refuse(*_: object) -> None:
        raise OSError("no links")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    connection = FolderConnection(tmp_path, tmp_path)

    assert InPlace is type(choose_way(connection, "site", publisher(), Times(), say_nothing))


def test_a_link_of_ours_stays_a_link(tmp_path: Path) -> None:
    """A link of others is a folder like any other."""
    (tmp_path / "real").mkdir()
    (tmp_path / "theirs").symlink_to("real")
    (tmp_path / "ours").symlink_to(".ours.releases/sites/abc")
    connection = FolderConnection(tmp_path, tmp_path)
    ways = [
        type(choose_way(connection, path, publisher(), Times(), say_nothing))
        for path in ("theirs", "ours")
    ]

    assert [InPlace, Releases] == ways


def test_a_target_is_opened_by_its_kind(tmp_path: Path) -> None:
    """A folder from the project's, as the configuration names it."""
    target = PublishTarget("usb", TargetKind.FOLDER, path="usb")
    surroundings = quiet_surroundings(tmp_path)
    with open_target(target, surroundings, publisher(), Times()) as opened:
        standing = opened.look()
    with open_folder(target, surroundings) as connection:
        storage = connection.storage_at("usb")

    assert (None, FolderStorage(tmp_path / "usb")) == (standing.now, storage)
