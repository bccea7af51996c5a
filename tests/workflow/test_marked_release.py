"""A site as a release: always what stands there, however little of it is read again."""

from __future__ import annotations

import hashlib
import os
import random
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builder.publish import release
from builder.publish.manifest import FileMark
from builder.publish.release import Release, load_release
from builder.workflow.marked_release import load_marked_release

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SEED = 20261122
STEPS = 60
_SETTLED_SECONDS = 0.06


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site that changed some time ago."""
    folder = tmp_path / "site"
    (folder / "tin").mkdir(parents=True)
    (folder / "index.html").write_bytes(b"home")
    (folder / "tin/ảnh.html").write_bytes(b"news")
    time.sleep(_SETTLED_SECONDS)
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that were read."""
    names: list[str] = []
    really_mark = release._mark

    def mark(file: str) -> FileMark:
        names.append(Path(file).name)
        return really_mark(file)

    monkeypatch.setattr(release, "_mark", mark)
    return names


def test_a_file_that_is_the_same_is_read_once(site: Path, read: list[str]) -> None:
    """The second publication knows both, and has the same release."""
    first, second = load(site), load(site)

    assert (["index.html", "ảnh.html"], first) == (sorted(read), second)


def test_a_file_with_its_old_size_and_time_is_read_again(site: Path) -> None:
    """What a program can set proves nothing: what stands is what is published."""
    load(site)
    file, found = site / "index.html", (site / "index.html").stat()
    file.write_bytes(b"HOME")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))

    assert hashlib.sha256(b"HOME").hexdigest() == sum_of(load(site), "index.html")


def test_a_file_that_has_just_changed_is_not_known_the_next_time(
    site: Path, read: list[str]
) -> None:
    """It may change again within what the clock of the disk tells apart."""
    (site / "index.html").write_bytes(b"HOME")
    load(site)
    read.clear()
    load(site)

    assert ["index.html"] == read


def test_what_comes_and_goes_comes_and_goes(site: Path) -> None:
    """Nothing is published because it was once there."""
    load(site)
    (site / "index.html").unlink()
    (site / "new.html").write_bytes(b"new")

    assert ["new.html", "tin/ảnh.html"] == list(load(site).manifest.files)


def test_whatever_happens_to_a_site_all_of_it_is_told(site: Path) -> None:
    """Files written, renamed over each other, linked, set back in time: as if all were read."""
    chance = random.Random(SEED)
    wrong = []
    for step in range(STEPS):
        meddle(site, chance)
        read_anew = load_release(site, published_at="", withdrawn=None).manifest.files
        if load(site).manifest.files != read_anew:
            wrong.append(step)

    assert [] == wrong


def test_a_release_tells_its_list_of_withdrawn_photos(site: Path) -> None:
    """None where there is no such list."""
    without = load(site).manifest.withdrawn
    (site.parent / "content").mkdir()
    (site.parent / "content/withdrawn-photos.md").write_bytes(b"list")

    assert (None, hashlib.sha256(b"list").hexdigest()) == (without, load(site).manifest.withdrawn)


def meddle(site: Path, chance: random.Random) -> None:
    """Change something of a site, by one of the ways in which files change."""
    names = ("a.html", "b.html", "c.html")
    file, other = (site / chance.choice(names) for _ in range(2))
    data = chance.choice((b"one", b"two", b"three"))
    match chance.randrange(5):
        case 0:
            file.write_bytes(data)
        case 1 if file.exists():
            before = file.stat()
            file.write_bytes(data)
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        case 2 if file.exists():
            file.replace(other)
        case 3 if file.exists() and not other.exists():
            other.hardlink_to(file)
        case _:
            time.sleep(chance.choice((0.0, _SETTLED_SECONDS)))


def load(site: Path) -> Release:
    """The release of a site that stands in its project."""
    return load_marked_release(site, site.parent, NOW)


def sum_of(release: Release, path: str) -> str:
    """The sum of one file."""
    return release.manifest.files[path].sha256
