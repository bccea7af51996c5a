"""Whether a folder may be replaced by a built site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from builder.disk.project_folder import CONTENT
from builder.model.failures import CommandError

_MARKS_OF_A_BUILD = ("assets/outreach", "search/search_index.json", "sitemap.xml.gz")
"""What only a build of ours or of MkDocs leaves in a folder."""

_REPOSITORIES = (".git", ".hg", ".svn")


STAGE_MARK = ".outreach-stage"
"""Empty file by which a staged project is known as ours."""


def check_site_folder(target: Path, project: Path) -> None:
    """Refuse a folder whose replacement would lose something that no build made (CommandError)."""
    _check(target, project, _is_site)


def check_stage_folder(target: Path, project: Path) -> None:
    """Refuse a folder whose replacement would lose something that no staging made."""
    _check(target, project, lambda folder: (folder / STAGE_MARK).is_file())


def _check(target: Path, project: Path, is_ours: Callable[[Path], bool]) -> None:
    """Refuse the project itself, what holds it, its content, and what others made."""
    target, project = target.resolve(), project.resolve()
    content = project / CONTENT
    if target == project or target in project.parents:
        raise CommandError("folder-is-project", folder=str(target))
    if target == content or content in target.parents:
        raise CommandError("folder-in-content", folder=str(target))
    if not target.exists():
        return
    if not target.is_dir():
        raise CommandError("folder-is-file", folder=str(target))
    names = {one.name for one in target.iterdir()}
    if names.intersection(_REPOSITORIES):
        raise CommandError("folder-is-repository", folder=str(target))
    if names and not is_ours(target):
        raise CommandError("folder-not-ours", folder=str(target))


def _is_site(folder: Path) -> bool:
    """Whether the folder is a site that a build of ours or of MkDocs made."""
    return (folder / "index.html").is_file() and any(
        (folder / mark).exists() for mark in _MARKS_OF_A_BUILD
    )
