"""From parts to one figure that can be traced to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.model.counts import Mark, combine_marks
from builder.model.summary import Figure, Part


def sum_parts(path: str | None, parts: Iterable[Part], unknown: tuple[str, ...] = ()) -> Figure:
    """Sum of parts that are all known; 0 where there is none."""
    taken = tuple(parts)
    value = sum(part.value or 0 for part in taken)
    return Figure(path, value, _mark_of(taken), taken, unknown)


def sum_known_parts(path: str | None, parts: Sequence[Part], unknown: tuple[str, ...]) -> Figure:
    """Sum of the parts that somebody counted; None where nobody did (counting.md, rule 6)."""
    known = [part.value for part in parts if part.value is not None]
    return Figure(path, sum(known) if known else None, _mark_of(parts), tuple(parts), unknown)


def peak_of_parts(path: str | None, parts: Sequence[Part], unknown: tuple[str, ...]) -> Figure:
    """Largest single part, with all parts that reach it; None where nobody counted.

    It is marked if one that reaches it is (counting.md, rule 19).
    """
    value = max((part.value for part in parts if part.value is not None), default=None)
    if value is None:
        return Figure(path, None, unknown=unknown)
    reaching = tuple(part for part in parts if part.value == value)
    return Figure(path, value, _mark_of(reaching), reaching, unknown)


def _mark_of(parts: Sequence[Part]) -> Mark | None:
    """Mark of a figure made of these parts."""
    return combine_marks({part.mark for part in parts})
