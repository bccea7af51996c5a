"""A body's text → its links and pictures, with where they lead, as Markdown reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from builder.reading.bodies.text import BodyText

_OPENING = re.compile(r"\\.|!\[|\[")
_TOKEN = re.compile(rf"{_OPENING.pattern}|\]|\n[ \t]*\n")
_TARGET = re.compile(
    r"""\(\s*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))(?:\s+("[^"]*"|'[^']*'))?\s*\)"""
)
_REFERENCE = re.compile(r" ?\n?\[([^\]\n]*)\]")
_DEFINITION = re.compile(
    r"""^ {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*(?:\n[ \t]*)?<?([^\s<>]+)>?"""
    r"""(?:(?:[ \t]+|[ \t]*\n[ \t]+)("[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$""",
    re.MULTILINE,
)
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_AFTER_PICTURE = re.compile(r"(?:\{[^{}\n]*\})?[ \t]*\\?\n[ \t]*([^\n]+)")
_CAPTION = re.compile(r"(?:\*(?P<star>[^*]+)\*|_(?P<line>[^_]+)_|\((?P<bracket>.+)\))[ \t]*")
_BRACKET = re.compile(r"[()\n]")
_LONGEST_TARGET = 2000
_LONGEST_NAME = 200
_MOST_BRACKETS = 20
"""Brackets of one address; the bounds keep long runs of signs from costing their square."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture of a body, written in Markdown."""

    position: int
    is_picture: bool
    words: str
    """Text of the link, or alternative text of the picture."""

    address: str
    title: str | None = None
    end: int = 0
    by_reference: bool = False
    """Its address stands in a definition elsewhere in the body."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A line `[name]: address`."""

    position: int
    address: str
    title: str | None


def find_definitions(text: BodyText) -> Mapping[str, Definition]:
    """Definitions by folded name; the first of a name stands."""
    found: dict[str, Definition] = {}
    if "]:" not in text.masked:
        return found
    for one in _DEFINITION.finditer(text.masked):
        title = one[3][1:-1] if one[3] else None
        found.setdefault(_fold_name(one[1]), Definition(one.start(), one[2], title))
    return found


def find_links(text: BodyText, definitions: Mapping[str, Definition]) -> Iterator[Link]:
    """Links and pictures in order of their ends; those inside a link's text too."""
    masked = text.masked
    open_at: list[tuple[int, bool]] = []
    position = 0
    while token := (_TOKEN if open_at else _OPENING).search(masked, position):
        position = token.end()
        if token[0] in ("[", "!["):
            open_at.append((token.start(), token[0] == "!["))
        elif token[0] == "]":
            start, is_picture = open_at.pop()
            first = start + 1 + is_picture
            name = text.written[first : min(token.start(), first + _LONGEST_NAME)]
            link = _link_after(masked, position, name, definitions)
            if link is not None:
                address, title, position, by_reference = link
                words = text.written[first : token.start()]
                yield Link(start, is_picture, words, address, title, position, by_reference)
        elif token[0][0] == "\n":
            open_at.clear()


def caption_of(text: BodyText, link: Link) -> str | None:
    """Caption of a picture: its title, or the line in italics or brackets right below it."""
    if link.title:
        return link.title.strip() or None
    below = _AFTER_PICTURE.match(text.masked, link.end)
    found = _CAPTION.fullmatch(text.written, below.start(1), below.end(1)) if below else None
    return found[found.lastgroup or 0].strip() if found else None


def end_of_picture(text: BodyText, end: int) -> int:
    """End of what belongs to a picture whose own signs end at `end`: attributes, caption below."""
    below = _AFTER_PICTURE.match(text.masked, end)
    if below and _CAPTION.fullmatch(text.written, below.start(1), below.end(1)):
        return below.end(1)
    attributes = _ATTRIBUTES.match(text.masked, end)
    return attributes.end() if attributes else end


def _link_after(
    text: str, position: int, name: str, definitions: Mapping[str, Definition]
) -> tuple[str, str | None, int, bool] | None:
    """Address, title and end of what follows a closing `]`; None: the brackets are no link."""
    inline = _inline_target(text, position) if text.startswith("(", position) else None
    if inline is not None:
        return (*inline, False)
    reference = _REFERENCE.match(text, position)
    if reference and (known := definitions.get(_fold_name(reference[1] or name))):
        return known.address, known.title, reference.end(), True
    known = definitions.get(_fold_name(name))
    if known is None or text.startswith(":", position):
        return None
    return known.address, known.title, position, True


def _inline_target(text: str, position: int) -> tuple[str, str | None, int] | None:
    """Address, title and end of `(address "title")`; blanks in the address are read too."""
    limit = min(len(text), position + _LONGEST_TARGET)
    found = _TARGET.match(text, position, limit)
    if found is not None:
        title = found[3][1:-1] if found[3] else None
        return found[1] or found[2] or "", title, found.end()
    end = _closing_bracket(text, position, limit)
    if end is None:
        return None
    inner = text[position + 1 : end].strip()
    start = inner.rfind(inner[-1], 0, -1) if inner and inner[-1] in "\"'" else -1
    if start > 0 and inner[start - 1].isspace():
        return inner[:start].strip().strip("<>"), inner[start + 1 : -1], end + 1
    return inner.strip("<>"), None, end + 1


def _closing_bracket(text: str, position: int, limit: int) -> int | None:
    """Position of the `)` that closes the `(` at a position, on its line."""
    depth = 0
    for sign in islice(_BRACKET.finditer(text, position, limit), _MOST_BRACKETS):
        if sign[0] == "\n":
            return None
        depth += 1 if sign[0] == "(" else -1
        if depth == 0:
            return sign.start()
    return None


def _fold_name(name: str) -> str:
    """Name of a definition without regard to case and runs of blanks."""
    return " ".join(name.lower().split())
