"""A picture that was withdrawn leaves the built site, and with it the next publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli.app import run
from builder.model.withdrawal import WITHDRAWN_PHOTOS
from tests.workflow.school import TODAY, write_files, write_project

PICTURE = "posts/2025/bien-dao/anh.jpg"
WORDS = "Học sinh xem triển lãm về biển"


def test_no_file_of_the_site_shows_a_withdrawn_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither pixels nor words of it are left, on pages, in lists, feeds or data."""
    project = write_project(tmp_path)
    monkeypatch.chdir(project)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    first = run(["build"])
    before = _list_traces(project / "site")
    write_files(project, {WITHDRAWN_PHOTOS: f"- 01/12/2025: {PICTURE}\n"})
    second = run(["build"])

    assert (0, 0) == (first, second)
    assert {"anh", "tin/2025/tuyen-truyen-ve-bien-dao"} <= before
    assert set() == _list_traces(project / "site")
    assert (project / "site/tin/2025/tuyen-truyen-ve-bien-dao/index.html").is_file()


def _list_traces(site: Path) -> set[str]:
    """Folders of a site with a rendition of a post's picture, or with its words."""
    words = WORDS.encode()
    return {
        file.parent.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file()
        and (file.relative_to(site).parts[0] == "anh" or words in file.read_bytes())
    }
