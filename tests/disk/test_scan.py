"""Signs of files: each change shows, also behind links."""

from __future__ import annotations

import os
import time
from pathlib import Path

from builder.disk.scan import scan_products, scan_sources

_SETTLED_SECONDS = 0.06


def test_a_file_with_its_old_size_and_time_is_another(tmp_path: Path) -> None:
    """What a program can set proves nothing of a source."""
    file = tmp_path / "a.md"
    file.write_bytes(b"one")
    time.sleep(_SETTLED_SECONDS)
    before, found = scan_sources(str(tmp_path)), file.stat()
    file.write_bytes(b"two")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    time.sleep(_SETTLED_SECONDS)

    assert {"a.md"} == {path for path, _ in before.items() ^ scan_sources(str(tmp_path)).items()}


def test_a_file_that_has_just_changed_equals_none(tmp_path: Path) -> None:
    """It may change again within what the clock of the disk tells apart."""
    (tmp_path / "a.md").write_bytes(b"one")

    assert scan_sources(str(tmp_path)) != scan_sources(str(tmp_path))


def test_a_change_behind_a_link_shows(tmp_path: Path) -> None:
    """A file and a folder that stand elsewhere are looked at where they stand."""
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    project.mkdir()
    (elsewhere / "more").mkdir(parents=True)
    for name in ("a.md", "more/b.md"):
        (elsewhere / name).write_bytes(b"one")
    (project / "a.md").symlink_to(elsewhere / "a.md")
    (project / "more").symlink_to(elsewhere / "more")
    time.sleep(_SETTLED_SECONDS)
    before = scan_sources(str(project))
    for name in ("a.md", "more/b.md"):
        (elsewhere / name).write_bytes(b"two")
    time.sleep(_SETTLED_SECONDS)

    assert {"a.md", "more/b.md"} == {
        path for path, _ in before.items() ^ scan_sources(str(project)).items()
    }


def test_links_that_lead_round_or_nowhere_end(tmp_path: Path) -> None:
    """A folder linked into itself is looked into once, and what isn't there is none."""
    (tmp_path / "a.md").write_bytes(b"one")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")

    assert {"a.md", "round/a.md"} == set(scan_sources(str(tmp_path)))


def test_a_built_site_is_looked_at_without_its_links_being_followed(tmp_path: Path) -> None:
    """Only builds write it; what a link in it leads to is none of it."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_bytes(b"one")
    (tmp_path / "site/up").symlink_to(tmp_path)

    assert {"index.html", "up"} == set(scan_products(str(tmp_path / "site")))
