"""A list, or one text that stands for one → its texts, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable

from builder.model.problems import Outcome, Problem, Where
from builder.reading.source.nodes import MappingNode, Node, Scalar
from builder.reading.values.texts import tell_shape

_SECTION = re.compile(r"[^;]+")
_PIECE = re.compile(r"[^,;]+")


def read_list(
    node: Node, *, key: str, is_whole: Callable[[str], bool] | None = None
) -> Outcome[tuple[Scalar, ...]]:
    """Texts of a list, without its empty ones, blanks folded.

    One text is split at `;`, and at `,` where `is_whole` doesn't know it as one word.
    A list's own items are never split.
    """
    if isinstance(node, MappingNode):
        return Outcome(None, (tell_shape(node, key=key, wanted="list"),))
    if isinstance(node, Scalar):
        return Outcome(tuple(_split(node, is_whole or _is_never)))
    texts = [item for item in node.items if isinstance(item, Scalar)]
    problems: list[Problem] = [
        tell_shape(item, key=key, wanted="text")
        for item in node.items
        if not isinstance(item, Scalar)
    ]
    folded = (Scalar(" ".join(one.text.split()), one.where, one.is_plain) for one in texts)
    return Outcome(tuple(one for one in folded if one.text), tuple(problems))


def _is_never(text: str) -> bool:
    """No text with a comma is one word."""
    return not text


def _split(scalar: Scalar, is_whole: Callable[[str], bool]) -> list[Scalar]:
    """Pieces of one text."""
    if is_whole(" ".join(scalar.text.split())):
        return [Scalar(" ".join(scalar.text.split()), scalar.where, scalar.is_plain)]
    pieces: list[Scalar] = []
    for section in _SECTION.finditer(scalar.text):
        whole = is_whole(" ".join(section[0].split()))
        parts = [section] if whole else _PIECE.finditer(scalar.text, *section.span())
        pieces.extend(_piece(scalar, part) for part in parts if part[0].strip())
    return pieces


def _piece(scalar: Scalar, found: re.Match[str]) -> Scalar:
    """One piece with its own column, where the text stands on one line as it is."""
    where = scalar.where
    if "\n" not in scalar.text:
        start = found.start() + len(found[0]) - len(found[0].lstrip()) + (not scalar.is_plain)
        where = Where(where.path, where.line, where.column + start)
    return Scalar(" ".join(found[0].split()), where, scalar.is_plain)
