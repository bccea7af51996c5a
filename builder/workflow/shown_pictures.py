"""A library's texts → the pictures that they show, each with the first place that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from builder.images.recipes import SUFFIXES
from builder.model.library import Library
from builder.model.posts import Post, Status
from builder.model.problems import Severity, Where


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that some text shows."""

    path: str
    where: Where
    severity: Severity
    """What a picture that cannot be read is worth here: a draft stops nothing."""

    is_public: bool
    """Whether the built site shows it; else the preview alone."""


def list_shown(library: Library, files: Iterable[str]) -> tuple[Shown, ...]:
    """All pictures of texts, by path; only those in `files`: reading tells what is missing."""
    there = frozenset(files)
    shown: dict[str, Shown] = {}
    for one in (*_list_posts(library), *_list_other_texts(library, there)):
        known = shown.get(one.path)
        if one.path in there and (known is None or one.is_public > known.is_public):
            shown[one.path] = one
    return tuple(shown[path] for path in sorted(shown))


def _list_posts(library: Library) -> Iterator[Shown]:
    """Pictures of posts, the cover of each after those of its text."""
    for post in library.posts:
        yield from _list_photos(post, is_public=not post.summary_only)
    for post in library.waiting:
        yield from _list_photos(post, is_public=False)


def _list_photos(post: Post, *, is_public: bool) -> Iterator[Shown]:
    """Pictures of one post."""
    severity = Severity.WARNING if post.status is Status.DRAFT else Severity.ERROR
    for photo in (*post.photos, *([post.cover] if post.cover else ())):
        yield Shown(photo.path, photo.where, severity, is_public)


def _list_other_texts(library: Library, files: frozenset[str]) -> Iterator[Shown]:
    """Pictures of partners, plans and the introduction: those in the text's folder or below."""
    pictures = sorted(path for path in files if path.lower().endswith(SUFFIXES))
    for path, body, first_line in _list_bodies(library):
        folder = path.rpartition("/")[0] + "/"
        for picture in pictures:
            line = (
                _find_line(body, picture.rpartition("/")[2]) if picture.startswith(folder) else None
            )
            if line is not None:
                yield Shown(picture, Where(path, first_line + line), Severity.ERROR, is_public=True)


def _list_bodies(library: Library) -> Iterator[tuple[str, str, int]]:
    """Path, body and the body's first line of every text that is no post."""
    for partner in library.partners.values():
        if partner.path is not None:
            yield partner.path, partner.body, partner.body_line
    for plan in library.plans:
        yield plan.path, plan.body, plan.body_line
    if library.introduction is not None:
        yield library.introduction.path, library.introduction.body, library.introduction.body_line


def _find_line(body: str, name: str) -> int | None:
    """Index of the first line that names a file; None where none does."""
    lines = enumerate(body.split("\n"))
    return next((index for index, line in lines if name in unquote(line)), None)
