"""Front matter with slips of the pen → what can be read around them, each slip told.

A parser gives up at the first slip. Here the text is then cut at its top-level
keys, each of which is read alone: all slips of a file and all problems of the
values around them are told in one run (posts.md, Problems).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from builder.model.problems import Outcome, Problem, Where
from builder.reading.source.nodes import Entry, MappingNode
from builder.reading.source.yaml_errors import explain_no_colon
from builder.reading.source.yaml_nodes import read_mapping, tell_twice

_BEGIN = re.compile(r"[^\s#\-\[\]{}:]")
"""How a line begins that begins a key, or should."""

_HEAD = re.compile(r"[ \-]*([^:：]*)[:：]")
"""The key of a line."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One top-level key of a text, read alone."""

    lines: tuple[str, ...]
    first_line: int
    read: Outcome[MappingNode]

    def holds(self, where: Where) -> bool:
        """Whether a place lies in this piece."""
        return self.first_line <= where.line < self.first_line + len(self.lines)


def read_pieces(text: str, path: str, *, first_line: int = 1) -> Outcome[MappingNode]:
    """Nodes of a text as `read_mapping` gives them; of one with slips those of the keys without.

    `unread` of the mapping then names what the others may be. None where nothing can be read.
    """
    whole = read_mapping(text, path, first_line=first_line)
    if whole.value is not None:
        return whole
    slip = whole.problems[-1]
    pieces = [_read_piece(lines, path, line) for line, lines in _cut(text, first_line)]
    told = [one.read.problems[-1] for one in pieces if one.read.value is None]
    if not _is_consequence(slip, pieces, told):
        pieces = [
            replace(one, read=Outcome(None, (slip,))) if one.holds(slip.where) else one
            for one in pieces
        ]
    mapping, twins = _join(pieces, Where(path, first_line))
    if not mapping.entries:
        return whole
    return Outcome(mapping, (*(found for one in pieces for found in one.read.problems), *twins))


def _cut(text: str, first_line: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Pieces of a text, each with its first line; what stands before the first key is one too."""
    lines = text.split("\n")
    begins = [number for number, line in enumerate(lines) if number == 0 or _BEGIN.match(line)]
    for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        yield first_line + begin, tuple(lines[begin:end])


def _read_piece(lines: tuple[str, ...], path: str, first_line: int) -> _Piece:
    """One piece; a line that is nothing but text lacks a colon that counts."""
    text = "\n".join((*lines, ""))
    read = read_mapping(text, path, first_line=first_line)
    if read.value is None and read.problems[-1].code == "front-shape":
        read = Outcome(None, (explain_no_colon(text, path, first_line),))
    return _Piece(lines, first_line, read)


def _is_consequence(slip: Problem, pieces: Iterable[_Piece], told: Iterable[Problem]) -> bool:
    """Whether the parser only stumbled over a sound key, since one before it has a slip."""
    is_sound = all(one.read.value is not None for one in pieces if one.holds(slip.where))
    return is_sound and any(one.where < slip.where for one in told)


def _join(pieces: Iterable[_Piece], where: Where) -> tuple[MappingNode, list[Problem]]:
    """The mapping of all pieces that could be read, and the problems of keys in two of them."""
    entries: dict[str, Entry] = {}
    twins = []
    unread = []
    for piece in pieces:
        if piece.read.value is None:
            heads = (_HEAD.match(line) for line in piece.lines)
            unread.append(tuple(one[1] if one else "" for one in heads))
            continue
        for entry in piece.read.value.entries:
            first = entries.setdefault(entry.key, entry)
            if first is not entry:
                twins.append(tell_twice(first, entry))
    return MappingNode(tuple(entries.values()), where, tuple(unread)), twins
