"""Text of a Markdown file → its front matter as nodes, and its body with its first line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from builder.model.problems import Outcome, Problem, Where
from builder.reading.source.nodes import MappingNode
from builder.reading.source.pieces import read_pieces
from builder.reading.source.yaml_nodes import read_mapping


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file in its two parts."""

    front: MappingNode
    body: str
    """Markdown as written, without the line of the closing `---`."""

    body_line: int
    """Line of the file at which `body` begins; the last line where there is no body."""


class _FrontMatterHandler(YAMLHandler):
    """Splits at lines of `---` alone and eats no line end, so that lines stay those of the file."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


_HANDLER = _FrontMatterHandler()
_OTHER_DASHES = re.compile(r"[ \t]*([-‐‑‒–—―−]+)[ \t]*$", re.MULTILINE)
"""What a word processor makes of `---`, and dashes that are one too many or too few."""


def read_front_matter(text: str, path: str, *, missing: str = "front-missing") -> Outcome[Document]:
    """Split a file and read its front matter; blank lines before it are fine.

    None where the front matter has a slip that hides a key. `missing` is the code for a file
    that has none: each kind of file has its own example.
    """
    return _read(text, path, missing, read_mapping)


def read_broken_front_matter(
    text: str, path: str, *, missing: str = "front-missing"
) -> Outcome[Document]:
    """The same, but keys around slips are read: for whoever tells the problems of a file."""
    return _read(text, path, missing, read_pieces)


def _read(
    text: str, path: str, missing: str, read_front: Callable[..., Outcome[MappingNode]]
) -> Outcome[Document]:
    """Both parts of a file."""
    blank_lines = len(text) - len(text.lstrip("\n"))
    if not _HANDLER.detect(text[blank_lines:]):
        return Outcome(None, (_tell_missing(text, blank_lines, path, missing),))
    if len(_HANDLER.FM_BOUNDARY.split(text, 2)) < 3:
        return Outcome(None, (Problem("front-open", Where(path, blank_lines + 1)),))
    front, body = _HANDLER.split(text)
    read = read_front(front, path, first_line=blank_lines + 1)
    if read.value is None:
        return Outcome(None, read.problems)
    body_line = blank_lines + front.count("\n") + 1 + body.startswith("\n")
    return Outcome(Document(read.value, body.removeprefix("\n"), body_line), read.problems)


def _tell_missing(text: str, blank_lines: int, path: str, missing: str) -> Problem:
    """Problem of a file that has no front matter, or other dashes around it."""
    dashes = _OTHER_DASHES.match(text, blank_lines)
    if dashes is None:
        return Problem(missing, Where(path))
    return Problem("front-dashes", Where(path, blank_lines + 1), {"written": dashes[1]})


def find_body(text: str) -> str | None:
    """Body of a file whose front matter nobody has read yet; None where it has none."""
    if not _HANDLER.detect(text.lstrip("\n")) or len(_HANDLER.FM_BOUNDARY.split(text, 2)) < 3:
        return None
    body: str = _HANDLER.split(text)[1]
    return body.removeprefix("\n")
