"""A body's text → its headings, with their levels and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.reading.bodies.text import BodyText

_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_LOWEST = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading written in Markdown."""

    position: int
    level: int
    """1 to 6, as written; the page moves all of a text below its own title."""

    words: str
    """As written."""


def find_headings(text: BodyText) -> Iterator[Heading]:
    """Headings in order; code in them counts, code blocks don't."""
    masked, written = text.masked.split("\n"), text.written.split("\n")
    for row, line in enumerate(masked):
        marked = line.lstrip()
        if marked.startswith("#"):
            level = len(marked) - len(marked.lstrip("#"))
            words = written[row].strip().strip("#").strip()
            yield Heading(text.starts[row], min(level, _LOWEST), words)
        elif row and masked[row - 1].strip() and _UNDERLINE.fullmatch(line):
            level = 1 if marked.startswith("=") else 2
            yield Heading(text.starts[row - 1], level, written[row - 1].strip())
