"""Whether a folder may be replaced by a built site."""

from __future__ import annotations

from pathlib import Path

from builder.disk.sources import CONTENT
from builder.model.failures import CommandError

_MARKS_OF_A_BUILD = ("assets/outreach", "search/search_index.json", "sitemap.xml.gz")
"""What only a build of ours or of MkDocs leaves in a folder."""

_REPOSITORIES = (".git", ".hg", ".svn")


def check_site_folder(target: Path, project: Path) -> None:
    """Refuse a folder whose replacement would lose something that no build made (CommandError)."""
    target, project = target.resolve(), project.resolve()
    content = project / CONTENT
    if target == project or target in project.parents:
        raise CommandError("site-dir-is-project", folder=str(target))
    if target == content or content in target.parents:
        raise CommandError("site-dir-in-content", folder=str(target))
    if not target.exists():
        return
    if not target.is_dir():
        raise CommandError("site-dir-is-file", folder=str(target))
    names = {one.name for one in target.iterdir()}
    if names.intersection(_REPOSITORIES):
        raise CommandError("site-dir-is-repository", folder=str(target))
    if names and not _was_built(target):
        raise CommandError("site-dir-not-ours", folder=str(target))


def _was_built(folder: Path) -> bool:
    """Whether the folder is a site that a build of ours or of MkDocs made."""
    return (folder / "index.html").is_file() and any(
        (folder / mark).exists() for mark in _MARKS_OF_A_BUILD
    )
