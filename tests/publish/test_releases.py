"""Whole releases side by side: visitors see one or the other, whatever breaks on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from builder.publish.failures import PublishError
from builder.publish.folder import FolderStorage
from builder.publish.lock import TargetLock
from builder.publish.publisher import Publisher
from builder.publish.releases import Releases, Shelf
from builder.publish.target import Target
from tests.publish.breaking import Breaking
from tests.publish.surroundings import say_nothing
from tests.publish.target_contract import (
    HAND,
    NEW,
    OLD,
    Clock,
    Spot,
    TargetContract,
    list_visible,
)

SHELF = Shelf("site")


def spot_at(folder: Path, work: Path, storage: FolderStorage | Breaking | None = None) -> Spot:
    """A folder below which the link stands."""

    @contextmanager
    def open_target(who: Publisher, clock: Clock) -> Iterator[Target]:
        place = storage or FolderStorage(folder)
        yield Releases(place, SHELF, TargetLock(place, SHELF.lock, who, clock.times(), say_nothing))

    def put(path: str, data: bytes) -> None:
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(data)

    return Spot(work, open_target, lambda: list_visible((folder / "site").resolve()), put)


class TestReleases(TargetContract):
    """A folder of releases."""

    @pytest.fixture
    def spot(self, tmp_path: Path) -> Spot:
        """A folder that need not stand."""
        return spot_at(tmp_path / "www", tmp_path)


def test_a_cut_anywhere_shows_one_release_or_the_other(tmp_path: Path) -> None:
    """After each single step visitors see a whole release; the next run ends the work."""
    results = []
    is_cut = True
    steps = 0
    while is_cut:
        work = tmp_path / str(steps)
        storage = Breaking(FolderStorage(work / "www"))
        spot = spot_at(work / "www", work, storage)
        spot.publish(OLD)
        for path, data in HAND.items():
            spot.put(path, data)
        seen: list[bool] = []
        storage.watch = lambda spot=spot, seen=seen: seen.append(
            spot.look() in (OLD | HAND, NEW | HAND)
        )
        storage.left = steps
        try:
            spot.publish(NEW)
        except PublishError:
            pass
        else:
            is_cut = False
        storage.left = float("inf")
        spot.publish(NEW)
        results.append((all(seen), spot.look() == NEW | HAND, count_releases(work / "www")))
        steps += 1

    assert 12 < steps
    assert [(True, True, 2)] * steps == results


def test_what_an_interrupted_run_sent_is_not_sent_again(tmp_path: Path) -> None:
    """The folder of the new release is gone on with."""
    storage = Breaking(FolderStorage(tmp_path / "www"))
    spot = spot_at(tmp_path / "www", tmp_path, storage)
    storage.left = 6
    with pytest.raises(PublishError):
        spot.publish(OLD)
    storage.left = float("inf")
    heard = spot.publish(OLD)

    assert 0 < heard.totals["publish-sending"] < len(OLD)


def test_unchanged_files_are_second_names(tmp_path: Path) -> None:
    """They are neither sent nor copied."""
    spot = spot_at(tmp_path / "www", tmp_path)
    spot.publish(OLD)
    first = (tmp_path / "www/site/twin/index.html").stat().st_ino
    spot.publish(NEW)

    assert first == (tmp_path / "www/site/twin/index.html").stat().st_ino


def test_a_link_put_by_hand_is_carried_over(tmp_path: Path) -> None:
    """It leads where it led."""
    (tmp_path / "elsewhere").mkdir()
    spot = spot_at(tmp_path / "www", tmp_path)
    spot.publish(OLD)
    (tmp_path / "www/site/cu").symlink_to(tmp_path / "elsewhere")
    spot.publish(NEW)

    assert tmp_path / "elsewhere" == (tmp_path / "www/site/cu").readlink()


def test_a_file_put_by_hand_after_publishing_is_there_after_going_back(tmp_path: Path) -> None:
    """Also its newest bytes, where the release before had older ones."""
    spot = spot_at(tmp_path / "www", tmp_path)
    spot.publish(OLD)
    spot.put("a.txt", b"first")
    spot.publish(NEW)
    (tmp_path / "www/site/a.txt").unlink()
    spot.put("a.txt", b"second")
    spot.put("b.txt", b"later")
    spot.go_back()

    assert OLD | {"a.txt": b"second", "b.txt": b"later"} == spot.look()


def count_releases(folder: Path) -> int:
    """How many releases stand, whole or not."""
    return len(list((folder / SHELF.folder / "sites").iterdir()))
