"""A release takes the place of another file by file, whatever breaks on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from builder.publish import in_place
from builder.publish.failures import PublishError
from builder.publish.folder import FolderStorage
from builder.publish.in_place import InPlace
from builder.publish.lock import TargetLock
from builder.publish.publisher import Publisher
from builder.publish.storage import Keep, Move, Send
from builder.publish.target import Target
from tests.publish.breaking import Breaking
from tests.publish.surroundings import say_nothing
from tests.publish.target_contract import (
    HAND,
    NEW,
    OLD,
    Clock,
    Heard,
    Spot,
    TargetContract,
    find_pages_without_pictures,
    list_visible,
    publisher,
)


def spot_at(folder: Path, work: Path, storage: FolderStorage | Breaking | None = None) -> Spot:
    """A folder in place."""

    @contextmanager
    def open_target(who: Publisher, clock: Clock) -> Iterator[Target]:
        place = storage or FolderStorage(folder)
        yield InPlace(place, TargetLock(place, in_place.LOCK, who, clock.times(), say_nothing))

    def put(path: str, data: bytes) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)

    return Spot(work, open_target, lambda: list_visible(folder), put)


class TestInPlace(TargetContract):
    """A folder, file by file."""

    @pytest.fixture
    def spot(self, tmp_path: Path) -> Spot:
        """A folder that need not stand."""
        return spot_at(tmp_path / "public_html", tmp_path)


@dataclass(slots=True)
class Broken:
    """A publication that breaks after some steps, and what followed."""

    folder: Path
    spot: Spot
    storage: Breaking
    bad: list[str] = field(default_factory=list)

    def look(self) -> None:
        """Remember pages without their pictures."""
        self.bad += find_pages_without_pictures(list_visible(self.folder))


@pytest.fixture
def make_broken(tmp_path: Path) -> Callable[[], Broken]:
    """A new folder each time, watched after each step."""

    def make() -> Broken:
        work = tmp_path / f"work-{len(list(tmp_path.iterdir()))}"
        folder = work / "out"
        work.mkdir()
        storage = Breaking(FolderStorage(folder))
        broken = Broken(folder, spot_at(folder, work, storage), storage)
        storage.watch = broken.look
        return broken

    return make


def break_and_repair(
    make: Callable[[], Broken], prepare: Callable[[Spot], None], act: Callable[[Spot], None]
) -> Iterator[tuple[int, Broken, bool]]:
    """Break an act after each of its steps; each is then repaired by whoever looks at it."""
    steps = 0
    while True:
        broken = make()
        prepare(broken.spot)
        for path, data in HAND.items():
            broken.spot.put(path, data)
        broken.storage.left = steps
        try:
            act(broken.spot)
        except PublishError:
            is_cut = True
        else:
            is_cut = False
        broken.storage.left = float("inf")
        yield steps, broken, is_cut
        if not is_cut:
            return
        steps += 1


def test_a_cut_anywhere_leaves_whole_pages_and_the_next_run_completes(
    make_broken: Callable[[], Broken],
) -> None:
    """After each single step: every page has its pictures, and publishing again ends the work."""
    results = []
    for _, broken, _ in break_and_repair(
        make_broken, lambda spot: spot.publish(OLD), lambda spot: spot.publish(NEW)
    ):
        broken.spot.publish(NEW)
        results.append((broken.bad, broken.spot.look() == NEW | HAND))

    assert 40 < len(results)
    assert [([], True)] * len(results) == results


def test_a_cut_anywhere_then_other_content_completes(make_broken: Callable[[], Broken]) -> None:
    """A teacher corrects something before trying again: what stands at last is the correction."""
    third = NEW | {"feed.xml": b"feed 3", "anh/d.webp": b"picture d"}
    results = []
    for _, broken, _ in break_and_repair(
        make_broken, lambda spot: spot.publish(OLD), lambda spot: spot.publish(NEW)
    ):
        broken.spot.publish(third)
        results.append((broken.bad, broken.spot.look() == third | HAND, list_leftovers(broken)))

    assert [([], True, [])] * len(results) == results


def test_a_cut_on_the_way_back_is_brought_to_its_end(make_broken: Callable[[], Broken]) -> None:
    """Going back again ends it, or undoes what had come to its end."""

    def prepare(spot: Spot) -> None:
        spot.publish(OLD)
        spot.publish(NEW)

    results = []
    for _, broken, is_cut in break_and_repair(make_broken, prepare, lambda spot: spot.go_back()):
        with broken.spot.open(publisher(), Clock()) as target, target.hold(Heard()):
            pass
        stands = broken.spot.look()
        results.append((broken.bad, stands in (OLD | HAND, NEW | HAND), is_cut))

    assert [([], True)] * len(results) == [one[:2] for one in results]


def test_a_cut_first_publication_is_no_release(make_broken: Callable[[], Broken]) -> None:
    """Before all is sent visitors see what stood; the next run sends what is missing, no more."""
    results = []
    for steps, broken, is_cut in break_and_repair(
        make_broken, lambda _: None, lambda spot: spot.publish(OLD)
    ):
        sent_before = {one.path for one in broken.storage.seen if isinstance(one, Send)}
        broken.storage.seen.clear()
        broken.spot.publish(OLD)
        again = [
            one.path
            for one in broken.storage.seen
            if isinstance(one, Send) and "/new/" in one.path and one.path in sent_before
        ]
        results.append((steps, is_cut, again, broken.spot.look() == OLD | HAND, broken.bad))

    assert [([], True, [])] * len(results) == [one[2:] for one in results]


def test_nothing_of_ours_is_left_over(tmp_path: Path) -> None:
    """Beside the site stand the list, the list before, and what only that one has."""
    folder = tmp_path / "out"
    spot = spot_at(folder, tmp_path)
    spot.publish(OLD)
    spot.publish(NEW)
    left = sorted(one.name for one in (folder / ".outreach").iterdir())
    kept = len(list((folder / ".outreach/before").iterdir()))
    gone = sum(NEW.get(path) != data for path, data in OLD.items())

    assert ([".htaccess", "before", "before.json", "manifest.json"], gone) == (left, kept)


def test_what_is_sent_already_takes_its_place_in_order(make_broken: Callable[[], Broken]) -> None:
    """Pictures, then pages, then lists, home last."""
    broken = make_broken()
    broken.spot.publish(OLD)
    placed = [one.path for one in broken.storage.seen if isinstance(one, Move)]

    assert [
        *("anh/a-1.webp", "anh/b.webp", "css/x.css"),
        *("tin/2026/bai-a/index.html", "tin/2026/bai-b/index.html"),
        *("twin.html", "twin/index.html"),
        *("tin/index.html", "feed.xml", "index.html"),
    ] == placed


def test_everything_is_kept_before_anything_is_replaced(
    make_broken: Callable[[], Broken],
) -> None:
    """The way back exists before the first visitor sees a change."""
    broken = make_broken()
    broken.spot.publish(OLD)
    broken.storage.seen.clear()
    broken.spot.publish(NEW)
    kinds = [type(one) for one in broken.storage.seen if isinstance(one, Keep | Move)]

    assert sorted(kinds, key=[Keep, Move].index) == kinds


def test_a_list_that_was_meddled_with_stops_everything(tmp_path: Path) -> None:
    """Without knowing what is ours nothing is changed."""
    folder = tmp_path / "out"
    spot = spot_at(folder, tmp_path)
    spot.publish(OLD)
    (folder / in_place.MANIFEST).write_text('{"schema": "else"}')
    with pytest.raises(PublishError) as raised:
        spot.publish(NEW)

    assert ("publish-list-unreadable", "publish-stands-untouched", OLD) == (
        raised.value.code,
        raised.value.stands,
        spot.look(),
    )


def test_a_kept_file_that_is_missing_forbids_going_back(tmp_path: Path) -> None:
    """Half of an old release is no release."""
    folder = tmp_path / "out"
    spot = spot_at(folder, tmp_path)
    spot.publish(OLD)
    spot.publish(NEW)
    next((folder / ".outreach/before").iterdir()).unlink()
    with pytest.raises(PublishError) as raised:
        spot.go_back()

    assert ("publish-back-lost", NEW) == (raised.value.code, spot.look())


def list_leftovers(broken: Broken) -> list[str]:
    """Names beside the site that a finished publication does not leave."""
    known = {".htaccess", "before", "before.json", "manifest.json"}
    names = {one.name for one in (broken.folder / ".outreach").iterdir()}
    return sorted(names - known)
