"""One Markdown body → its pictures, and what its writer must hear about it.

Nothing is removed here: `pages` does that when it renders. Code, comments and
what stands in them is never told.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import unquote

from builder.model.allowed_html import is_safe_address, scheme_of
from builder.model.attachments import is_handed_out, is_photo
from builder.model.posts import Photo
from builder.model.problems import Outcome, Problem, Severity
from builder.reading.bodies.anchors import has_anchor, read_anchors
from builder.reading.bodies.headings import Heading, find_headings
from builder.reading.bodies.html import Tag, check_attribute_lists, check_tags, read_tags
from builder.reading.bodies.links import (
    Definition,
    Link,
    caption_of,
    find_definitions,
    find_links,
)
from builder.reading.bodies.text import BodyText, read_body_text

_SOURCES = (
    *(("a", "href"), ("audio", "src"), ("source", "src"), ("track", "src")),
    *(("video", "poster"), ("video", "src")),
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link, picture or raw tag that names another file."""

    position: int
    address: str
    is_picture: bool = False
    words: str = ""
    caption: str | None = None
    end: int = 0
    """Behind its last sign."""


@dataclass(frozen=True)
class Body:
    """A body as scanned, before its pointers are looked up."""

    text: BodyText
    tags: tuple[Tag, ...]
    pointers: tuple[Pointer, ...]
    headings: tuple[Heading, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What links may lead to, looked for once and only where someone asks."""
        return read_anchors(self.text, self.tags, self.headings)


@dataclass(frozen=True, slots=True)
class ScannedBody:
    """What a body shows, and the body itself for whoever looks further."""

    body: Body
    photos: tuple[Photo, ...] = ()
    """The school's own pictures, in reading order."""


def scan_body(
    body: str,
    *,
    path: str,
    body_line: int,
    files: frozenset[str],
    frames_from: Sequence[str] = (),
    pages_folder: str = "content/pages",
    may_be_empty: bool = False,
) -> Outcome[ScannedBody]:
    """A body with its pictures, and every problem of it; there is always a value.

    `files` are all files below `content/`; those in `pages_folder` stand on the
    site whether a text leads to them or not. An anchor in another file is checked
    where all bodies are known (`project_links.py`).
    """
    scanned = read_body(body, path=path, line=body_line)
    if not body.strip():
        empty = Problem("body-empty", scanned.text.place(0), severity=Severity.WARNING)
        return Outcome(ScannedBody(scanned), () if may_be_empty else (empty,))
    problems = [*scanned.problems, *check_tags(scanned.text, scanned.tags, frames_from)]
    problems += check_attribute_lists(scanned.text)
    photos: list[Photo] = []
    for pointer in scanned.pointers:
        problems += _check_pointer(scanned, pointer, files)
        found = _find_photo(scanned, pointer, files)
        photos += [found] if found else []
    problems += _check_attachments(scanned, photos, files, f"{pages_folder.rstrip('/')}/")
    return Outcome(ScannedBody(scanned, tuple(photos)), tuple(problems))


def read_body(body: str, *, path: str, line: int) -> Body:
    """Tags, pointers and headings of a body; its problems are addresses that will go."""
    text = read_body_text(body, path=path, line=line)
    masked, tags = read_tags(text)
    text = replace(text, masked=masked)
    definitions = find_definitions(text)
    links = tuple(find_links(text, definitions))
    pointers = (*_pointers_of_links(text, links), *_pointers_of_tags(tags))
    ordered = tuple(sorted(pointers, key=lambda one: one.position))
    unsafe = tuple(_unsafe_addresses(text, links, definitions.values()))
    return Body(text, tags, ordered, tuple(find_headings(text)), unsafe)


def resolve(path: str, address: str) -> tuple[str, str] | None:
    """File that a relative address of a file means, and the anchor in it.

    None where it means no file: an address with a scheme, of another host, or from
    the site's root. The file of a bare `#anchor` is the file itself.
    """
    if scheme_of(address) or address.startswith("/"):
        return None
    place, _, anchor = address.partition("#")
    place = unicodedata.normalize("NFC", unquote(place.partition("?")[0]))
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path
    return target, unquote(anchor)


def _pointers_of_links(text: BodyText, links: Iterable[Link]) -> Iterator[Pointer]:
    """Pointers written in Markdown."""
    for link in links:
        caption = caption_of(text, link) if link.is_picture else None
        yield Pointer(link.position, link.address, link.is_picture, link.words, caption, link.end)


def _pointers_of_tags(tags: Iterable[Tag]) -> Iterator[Pointer]:
    """Pointers written as raw HTML."""
    for tag in tags:
        if tag.name == "img":
            source, alt = tag.value_of("src") or "", tag.value_of("alt") or ""
            yield Pointer(tag.position, source.strip(), is_picture=True, words=alt, end=tag.end)
        for name, attribute in _SOURCES:
            address = tag.value_of(attribute) if tag.name == name else None
            if address:
                yield Pointer(tag.position, address.strip())


def _unsafe_addresses(
    text: BodyText, links: Iterable[Link], definitions: Iterable[Definition]
) -> Iterator[Problem]:
    """A warning for each Markdown address that goes, told where it stands."""
    written = [(one.position, one.address) for one in links if not one.by_reference]
    for position, address in (*written, *((one.position, one.address) for one in definitions)):
        if not is_safe_address(address):
            where = text.place(position)
            yield Problem("html-address", where, {"address": address}, Severity.WARNING)


def _check_pointer(body: Body, pointer: Pointer, files: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with where a pointer leads."""
    where, address = body.text.place(pointer.position), pointer.address
    target = resolve(body.text.path, address)
    is_own = target is not None and target[0] == body.text.path and not pointer.is_picture
    if is_own and target and not has_anchor(body.anchors, target[1]):
        yield Problem("anchor-missing", where, {"anchor": target[1]}, Severity.WARNING)
    if target and not is_own and target[0] not in files:
        code = "picture-missing" if pointer.is_picture else "link-missing"
        yield Problem(code, where, {"address": address})


def _check_attachments(
    body: Body, photos: Sequence[Photo], files: frozenset[str], pages: str
) -> Iterator[Problem]:
    """A warning for each link to a file that the site will not hand out.

    A link to a photo that the body shows leads to the shown one.
    """
    for pointer in body.pointers:
        target = None if pointer.is_picture else resolve(body.text.path, pointer.address)
        if target is None or target[0] not in files or target[0].startswith(pages):
            continue
        is_offered = target[0].endswith(".md") or is_handed_out(target[0])
        if not is_offered and all(one.path != target[0] for one in photos):
            code = "attachment-photo" if is_photo(target[0]) else "attachment-kind"
            details = {"address": pointer.address}
            where = body.text.place(pointer.position)
            yield Problem(code, where, details, Severity.WARNING)


def _find_photo(body: Body, pointer: Pointer, files: frozenset[str]) -> Photo | None:
    """The school's own picture that a pointer shows."""
    target = resolve(body.text.path, pointer.address) if pointer.is_picture else None
    if target is None or target[0] not in files:
        return None
    where = body.text.place(pointer.position)
    return Photo(target[0], pointer.words.strip(), pointer.caption, where)
