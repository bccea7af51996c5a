"""The bytes of a project's sources → their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from builder.model.problems import Outcome, Problem, Severity, Where
from builder.model.withdrawal import WITHDRAWN_PHOTOS
from builder.reading.source.decoding import decode_source

CONTENT = "content"

WITHDRAWN_LIST = WITHDRAWN_PHOTOS.removesuffix(".md")
"""How the list of withdrawn pictures begins, whatever an editor adds to its name."""

_T = TypeVar("_T")
_READ_FOLDERS = tuple(f"{CONTENT}/{name}/" for name in ("posts", "plans", "partners", "reports"))
_MISNAMED = (".md.txt", ".markdown", ".mdown", ".mkd")
"""What editors add where they hide or don't know `.md`."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a project holds, by path from its folder, with `/`, NFC."""

    texts: Mapping[str, bytes]
    """`mkdocs.yml`, every `.md` below the folders of `content/` that readers read, and
    `content/duyet.lock` and `content/withdrawn-photos.md`."""

    files: frozenset[str]
    """Every file below `content/`: pictures, attachments and texts."""

    frozen: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    """Frozen files of issued reports, below `content/reports/`."""

    digests: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """SHA-256 of every file below `content/` by path; asked for those of approved posts alone."""


def decode_sources(data: Mapping[str, bytes]) -> Outcome[Mapping[str, str]]:
    """Texts by path, in order of their paths; those that can't be decoded are told."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(data):
        decoded = decode_source(data[path], path)
        problems += decoded.problems
        if decoded.value is not None:
            texts[path] = decoded.value
    return Outcome(MappingProxyType(texts), tuple(problems))


def list_folder(paths: Mapping[str, _T], name: str) -> Iterator[tuple[str, _T]]:
    """Paths and texts below `content/<name>/`."""
    folder = f"{CONTENT}/{name}/"
    return ((path, text) for path, text in paths.items() if path.startswith(folder))


def leave_posts(data: Mapping[str, bytes]) -> dict[str, bytes]:
    """All but the posts, of which each is decoded where it is read."""
    return {path: one for path, one in data.items() if not path.startswith(f"{CONTENT}/posts/")}


def tell_misnamed(files: Iterable[str]) -> Iterator[Problem]:
    """Texts that nobody reads for their names alone: a post must not be missed in silence.

    Without the list of withdrawn pictures nothing is published: they would be.
    """
    for path in files:
        if path.startswith(f"{WITHDRAWN_LIST}.") and path != WITHDRAWN_PHOTOS:
            ending, suggestion = path.removeprefix(WITHDRAWN_LIST), WITHDRAWN_PHOTOS
            details = {"ending": ending, "suggestion": suggestion.rpartition("/")[2]}
            yield Problem("file-misnamed", Where(path), details)
        name = path.lower()
        if not name.endswith(_MISNAMED) or not path.startswith(_READ_FOLDERS):
            continue
        ending = next(one for one in _MISNAMED if name.endswith(one))
        suggestion = f"{path.rpartition('/')[2][: -len(ending)]}.md"
        details = {"ending": ending, "suggestion": suggestion}
        yield Problem("file-misnamed", Where(path), details, Severity.WARNING)
