"""Folders that a build must not replace."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.disk.site_folder import STAGE_MARK, check_site_folder, check_stage_folder
from builder.model.failures import CommandError


def refusal(target: Path, project: Path) -> str | None:
    """Code of the refusal of a folder; None where it is accepted."""
    try:
        check_site_folder(target, project)
    except CommandError as error:
        return error.code
    return None


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with content."""
    folder = tmp_path / "school"
    (folder / "content" / "posts").mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (".", "folder-is-project"),
        ("..", "folder-is-project"),
        ("site/..", "folder-is-project"),
        ("content", "folder-in-content"),
        ("content/posts", "folder-in-content"),
        ("content/new", "folder-in-content"),
        ("site", None),
        ("../elsewhere/site", None),
    ],
)
def test_the_project_and_its_content_are_refused(
    project: Path, target: str, code: str | None
) -> None:
    """A wrong --site-dir must not cost a school its posts."""
    assert code == refusal(project / target, project)


def test_a_link_to_the_content_is_refused(project: Path) -> None:
    """What counts is where a link leads."""
    (project / "site").symlink_to(project / "content")

    assert "folder-in-content" == refusal(project / "site", project)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([], None),
        (["index.html", "assets/outreach/base.css"], None),
        (["index.html", "search/search_index.json"], None),
        (["index.html", "sitemap.xml.gz"], None),
        (["letter.docx"], "folder-not-ours"),
        (["index.html", "photos/a.jpg"], "folder-not-ours"),
        (["index.html", "assets/outreach/base.css", ".git/HEAD"], "folder-is-repository"),
    ],
)
def test_only_what_a_build_made_is_replaced(
    project: Path, files: list[str], code: str | None
) -> None:
    """A folder with anything that no build made is left alone."""
    (project / "site").mkdir()
    for name in files:
        file = project / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    assert code == refusal(project / "site", project)


def test_a_file_is_no_folder(project: Path) -> None:
    """A file in place of the folder is told."""
    (project / "site").touch()

    assert "folder-is-file" == refusal(project / "site", project)


def test_a_staged_project_is_known_by_its_mark(project: Path) -> None:
    """Staging replaces only what staging made."""
    target = project / "staged"
    target.mkdir()
    (target / STAGE_MARK).touch()

    assert check_stage_folder(target, project) is None
