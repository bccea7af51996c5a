"""Posts as people name them → their paths."""

from __future__ import annotations

import os
import posixpath
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from builder.disk.sources import ProjectFiles
from builder.model.failures import CommandError
from builder.model.library import Library
from builder.model.posts import Post
from builder.reading.posts.translation import find_original

_POSTS = "content/posts/"


def list_posts(library: Library) -> tuple[Post, ...]:
    """All posts that no error names, whoever may see them."""
    return (*library.posts, *library.waiting, *library.withdrawn)


def find_posts(
    project: ProjectFiles, library: Library, names: Iterable[str], here: Path
) -> list[str]:
    """Paths of the posts that are named, each once.

    A name is the path of the post's file, of its translation or of its folder,
    seen from the folder `here` or from the project, or its slug path.
    CommandError tells the first that is none.
    """
    slugs = {one.id: one.path for one in list_posts(library)}
    return list(dict.fromkeys(_find_post(name, project, slugs, here) for name in names))


def _find_post(name: str, project: ProjectFiles, slugs: Mapping[str, str], here: Path) -> str:
    """Path of the post that a name means."""
    written = unicodedata.normalize("NFC", name.replace("\\", "/"))
    for folder in (here, project.folder):
        path = os.path.relpath(folder / written, project.folder).replace(os.sep, "/")
        for one in (path, posixpath.join(path, "index.md"), f"{path}.md"):
            original = find_original(one) or one
            if original.startswith(_POSTS) and original in project.texts:
                return original
    slug = written.strip("/").removeprefix("tin/")
    if slug not in slugs:
        raise CommandError("approve-unknown", written=name)
    return slugs[slug]
