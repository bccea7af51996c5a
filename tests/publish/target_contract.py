"""What every target promises, as tests: whatever its protocol and its way to replace a release.

class TestFolderInPlace(TargetContract):
    @pytest.fixture
    def spot(self, tmp_path): ...
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from builder.publish.failures import PublishError
from builder.publish.manifest import WORK_FOLDER
from builder.publish.publisher import Publisher, Times
from builder.publish.release import Release, load_release
from builder.publish.target import Standing, Target

PICTURE = re.compile(rb'src="/([^"]+)"')

OLD = {
    "index.html": b'home 1 <img src="/anh/b.webp">',
    "tin/2026/bai-a/index.html": b'a 1 <img src="/anh/a-1.webp">',
    "tin/2026/bai-b/index.html": b'b <img src="/anh/b.webp"> <img src="/css/x.css">',
    "tin/index.html": b"list 1",
    "feed.xml": b"feed 1",
    "anh/a-1.webp": b"picture a 1",
    "anh/b.webp": b"picture b",
    "css/x.css": b"style 1",
    "twin.html": b"the same",
    "twin/index.html": b"the same",
}
NEW = {
    "index.html": b'home 2 <img src="/anh/c.webp">',
    "tin/2026/bai-a/index.html": b'a 2 <img src="/anh/a-2.webp">',
    "tin/2026/ng\u00e0y-h\u1ed9i/index.html": b'<img src="/anh/c.webp"> <img src="/anh/a-2.webp">',
    "tin/index.html": b"list 2",
    "feed.xml": b"feed 2",
    "anh/a-2.webp": b"picture a 2",
    "anh/c.webp": b"picture c",
    "css/x.css": b"style 2",
    "twin/index.html": b"the same",
}
HAND = {"google.html": b"verification", "tin/2026/bai-b/ghi-chu.txt": b"by hand"}


@dataclass(slots=True)
class Clock:
    """A clock that goes only while somebody waits."""

    seconds: float = 0.0

    def times(self) -> Times:
        """The clock as publishing asks for it."""
        return Times(
            now=lambda: datetime(2026, 11, 22, 8, tzinfo=UTC) + timedelta(seconds=self.seconds),
            clock=lambda: self.seconds,
            pause=self.wait,
        )

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.seconds += seconds


@dataclass(slots=True)
class Heard:
    """Progress that is remembered."""

    codes: list[str] = field(default_factory=list)
    steps: int = 0
    totals: dict[str, int] = field(default_factory=dict)

    def begin(self, code: str, total: int) -> None:
        """A stretch begins."""
        self.codes.append(code)
        self.totals[code] = total

    def advance(self) -> None:
        """A step is done."""
        self.steps += 1


def publisher(run: str = "one", process: int = 99_999_999, machine_id: str = "m1") -> Publisher:
    """Somebody who publishes."""
    return Publisher("co-lan", "may-van-phong", machine_id, process, run)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to publish to, as often as wanted, and what visitors see there."""

    work: Path
    """Folder of the test's own."""

    open: Callable[[Publisher, Clock], AbstractContextManager[Target]]
    look: Callable[[], Mapping[str, bytes]]
    """Every file that stands, those of `.outreach` excepted."""

    put: Callable[[str, bytes], None]
    """Somebody puts a file there by hand."""

    def release(self, files: Mapping[str, bytes], withdrawn: str | None = None) -> Release:
        """A built site of some files."""
        folder = self.work / f"site-{len(list(self.work.glob('site-*')))}"
        for path, data in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        stamp = f"2026-11-22T08:00:{len(list(self.work.glob('site-*'))):02}+00:00"
        return load_release(folder, published_at=stamp, withdrawn=withdrawn)

    def publish(self, files: Mapping[str, bytes], withdrawn: str | None = None) -> Heard:
        """Publish a site of some files."""
        heard = Heard()
        with self.holding(heard) as target:
            target.publish(self.release(files, withdrawn), heard)
        return heard

    def go_back(self) -> None:
        """Return to the release before."""
        heard = Heard()
        with self.holding(heard) as target:
            target.go_back(heard)

    def standing(self) -> Standing:
        """What the target says of itself."""
        with self.open(publisher(), Clock()) as target:
            return target.look()

    @contextmanager
    def holding(self, heard: Heard) -> Iterator[Target]:
        """The target, held."""
        with self.open(publisher(), Clock()) as target, target.hold(heard):
            yield target


class TargetContract:
    """The promises of `builder.publish.target.Target`."""

    @pytest.fixture
    def spot(self) -> Spot:
        """A spot of one protocol and one way, with nothing on it."""
        raise NotImplementedError

    def test_a_first_release_stands_to_the_byte(self, spot: Spot) -> None:
        """All its files, and nothing else that visitors see."""
        spot.publish(OLD)

        assert OLD == spot.look()

    def test_a_next_release_replaces_it(self, spot: Spot) -> None:
        """What changed is new, what is gone is gone."""
        spot.publish(OLD)
        spot.publish(NEW)

        assert NEW == spot.look()

    def test_only_what_differs_is_sent(self, spot: Spot) -> None:
        """Nothing for the same site; one file for one change."""
        spot.publish(OLD)
        same = spot.publish(OLD)
        other = spot.publish(OLD | {"feed.xml": b"feed 3"})

        assert (0, 1) == (
            same.totals.get("publish-sending", 0),
            other.totals["publish-sending"],
        )

    def test_files_put_by_hand_stay(self, spot: Spot) -> None:
        """Whatever is published, and whichever way it is gone back."""
        spot.publish(OLD)
        for path, data in HAND.items():
            spot.put(path, data)
        spot.publish(NEW)
        after = spot.look()
        spot.go_back()

        assert (NEW | HAND, OLD | HAND) == (after, spot.look())

    def test_going_back_restores_the_release_before_to_the_byte(self, spot: Spot) -> None:
        """And going back twice changes nothing."""
        spot.publish(OLD)
        spot.publish(NEW)
        spot.go_back()
        back = spot.look()
        spot.go_back()

        assert (OLD, NEW) == (back, spot.look())

    def test_there_is_one_release_before(self, spot: Spot) -> None:
        """Of three releases the second is the one before; what only the first had is nowhere."""
        spot.publish(OLD)
        spot.publish(NEW)
        spot.publish(NEW | {"feed.xml": b"feed 3"})
        spot.go_back()

        assert NEW == spot.look()

    def test_the_same_site_again_keeps_the_release_before(self, spot: Spot) -> None:
        """Publishing without a change loses nothing."""
        spot.publish(OLD)
        spot.publish(NEW)
        spot.publish(NEW)
        spot.go_back()

        assert OLD == spot.look()

    def test_a_release_may_return_by_publishing(self, spot: Spot) -> None:
        """The old content built again is a release like any other."""
        spot.publish(OLD)
        spot.publish(NEW)
        spot.publish(OLD)
        stood = spot.look()
        spot.go_back()

        assert (OLD, NEW) == (stood, spot.look())

    def test_without_a_release_before_there_is_no_way_back(self, spot: Spot) -> None:
        """Told in a sentence, and what stands stands."""
        spot.publish(OLD)
        with pytest.raises(PublishError) as raised:
            spot.go_back()

        assert ("publish-back-none", OLD) == (raised.value.code, spot.look())

    def test_a_withdrawn_photo_cannot_come_back(self, spot: Spot) -> None:
        """When the list of withdrawn photos changes, nothing older is kept."""
        spot.publish(OLD)
        spot.publish(NEW, withdrawn="list 1")
        with pytest.raises(PublishError) as raised:
            spot.go_back()

        assert ("publish-back-none", NEW, None) == (
            raised.value.code,
            spot.look(),
            spot.standing().before,
        )

    def test_a_target_knows_what_stands(self, spot: Spot) -> None:
        """Its list has the files, and names the release before."""
        nothing = spot.standing()
        spot.publish(OLD)
        spot.publish(NEW)
        standing = spot.standing()

        assert (Standing(None, None), set(NEW), set(OLD), False) == (
            nothing,
            set(standing.now.files) if standing.now else None,
            set(standing.before.files) if standing.before else None,
            standing.is_unfinished,
        )

    def test_looking_changes_nothing(self, spot: Spot) -> None:
        """A dry run may look as often as it likes."""
        spot.publish(OLD)
        before = spot.look()
        spot.standing()

        assert before == spot.look()

    def test_files_in_the_way_are_found(self, spot: Spot) -> None:
        """Of the paths that are asked for, those at which something stands, with its bytes."""
        spot.publish(OLD)
        for path, data in HAND.items():
            spot.put(path, data)
        asked = ["google.html", "none.html", "tin/2026/bai-b/ghi-chu.txt", "google.html/x.html"]
        with self.opened(spot) as target:
            found = list(target.find_foreign(asked))
            loaded = [target.load(path) for path in (*HAND, "none.html")]

        assert (sorted(HAND), [*HAND.values(), None]) == (sorted(set(found)), loaded)

    @contextmanager
    def opened(self, spot: Spot) -> Iterator[Target]:
        """The target, not held."""
        with spot.open(publisher(), Clock()) as target:
            yield target


def find_pages_without_pictures(files: Mapping[str, bytes]) -> list[str]:
    """Pages that show a picture which does not stand."""
    return [
        path
        for path, data in files.items()
        for picture in PICTURE.findall(data)
        if path.endswith(".html") and picture.decode() not in files
    ]


def list_visible(folder: Path) -> dict[str, bytes]:
    """What visitors of a folder see, drafts too."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and WORK_FOLDER not in file.relative_to(folder).parts[:1]
    }
