"""Front matter with slips of the pen → what can be read around them, each slip told.

A parser gives up at the first slip. Here the text is then cut at its top-level
keys, each of which is read alone: all slips of a file and all problems of the
values around them are told in one run (posts.md, Problems).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.model.problems import Outcome, Problem, Where
from builder.reading.source.nodes import Entry, MappingNode
from builder.reading.source.yaml_errors import explain_no_colon
from builder.reading.source.yaml_nodes import read_mapping, tell_twice

_BEGIN = re.compile(r"[^\s#\-\[\]{}:]")
"""How a line begins that begins a key, or should."""

_HEAD = re.compile(r"[ \-]*+([^:：]*+)[:：]")
"""The key of a line."""

_MOST_PIECES = 500
_MOST_SLIPS = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """One top-level key of a text, read alone."""

    lines: tuple[str, ...]
    first_line: int
    read: Outcome[MappingNode]

    @property
    def slip(self) -> Problem | None:
        """Why it can't be read; None where it can."""
        return self.read.problems[-1] if self.read.value is None else None

    @property
    def heads(self) -> tuple[str, ...]:
        """What may be a key in each of its lines; the first is its own."""
        found = (_HEAD.match(line) for line in self.lines)
        return tuple(one[1] if one else "" for one in found)

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
    pieces = cut_pieces(text, path, whole.problems[-1], first_line=first_line)
    if len(pieces) == 1:
        return whole
    begins = (one.first_line for one in pieces if _BEGIN.match(one.lines[0]))
    mapping, twins = _join(pieces, Where(path, next(begins, first_line), 1))
    problems = (*(found for one in pieces for found in one.read.problems), *twins)
    return Outcome(mapping if mapping.entries else None, problems)


def cut_pieces(text: str, path: str, slip: Problem, *, first_line: int = 1) -> list[Piece]:
    """Pieces of a text that can't be read as a whole because of a slip.

    It stays in one piece where it is something else than keys with slips of the
    pen, prose for instance: of that its first mistake says enough.
    """
    cut = [*_cut(text, first_line)]
    whole = [Piece(tuple(text.split("\n")), first_line, Outcome(None, (slip,)))]
    if slip.code == "front-shape" or len(cut) > _MOST_PIECES:
        return whole
    pieces = [_read_piece(lines, path, line) for line, lines in cut]
    if not _is_consequence(slip, pieces):
        pieces = [
            replace(one, read=Outcome(None, (slip,))) if one.holds(slip.where) else one
            for one in pieces
        ]
    return pieces if sum(one.slip is not None for one in pieces) <= _MOST_SLIPS else whole


def _cut(text: str, first_line: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Pieces of a text, each with its first line; what stands before the first key is one too."""
    lines = text.split("\n")
    begins = [number for number, line in enumerate(lines) if number == 0 or _BEGIN.match(line)]
    for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        yield first_line + begin, tuple(lines[begin:end])


def _read_piece(lines: tuple[str, ...], path: str, first_line: int) -> Piece:
    """One piece; a line that is nothing but text lacks a colon that counts."""
    text = "\n".join((*lines, ""))
    read = read_mapping(text, path, first_line=first_line)
    if read.value is None and read.problems[-1].code == "front-shape":
        read = Outcome(None, (explain_no_colon(text, path, first_line),))
    return Piece(lines, first_line, read)


def _is_consequence(slip: Problem, pieces: Sequence[Piece]) -> bool:
    """Whether the parser only stumbled over a sound key, since one before it has a slip."""
    is_sound = all(one.slip is None for one in pieces if one.holds(slip.where))
    return is_sound and any(one.slip.where < slip.where for one in pieces if one.slip)


def _join(pieces: Sequence[Piece], where: Where) -> tuple[MappingNode, list[Problem]]:
    """The mapping of all pieces that could be read, and the problems of keys in two of them."""
    entries: dict[str, Entry] = {}
    twins = []
    unread = []
    for piece in pieces:
        if piece.read.value is None:
            unread.append(piece.heads)
            continue
        for entry in piece.read.value.entries:
            first = entries.setdefault(entry.key, entry)
            if first is not entry:
                twins.append(tell_twice(first, entry))
    return MappingNode(tuple(entries.values()), where, tuple(unread)), twins
