"""A word that nobody knows → the known word that was likely meant."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from builder.model.addresses import fold_key

T = TypeVar("T")

_LONGEST = 60
"""Longer texts are sentences; comparing them costs much and finds nothing."""

_SHORTEST = 3
"""Shorter words stand within too many others to prove anything."""


def find_nearest(written: str, known: Mapping[str, T]) -> T | None:
    """Value of the folded word that is nearest to what was written; None where none is near.

    Near is a word that differs in a few letters, else one that stands whole
    within what was written (`nhóm zalo lớp 6`), else one that begins with it (`giá`).
    """
    folded = fold_key(written)
    if not folded or len(folded) > _LONGEST:
        return None
    nearest = get_close_matches(folded, known, n=1, cutoff=0.7)
    if nearest:
        return known[nearest[0]]
    within = _list_within(folded, known)
    if within:
        return known[max(within, key=len)]
    longer = [word for word in known if word.startswith(f"{folded}_")]
    return known[min(longer, key=len)] if longer and len(folded) >= _SHORTEST else None


def find_joined(written: str, known: Mapping[str, T]) -> tuple[T, ...]:
    """Values of the known words that stand whole within what was written, in its order."""
    folded = fold_key(written)
    if len(folded) > _LONGEST:
        return ()
    within = _list_within(folded, known)
    inner = [word for word in within if not any(word != one and word in one for one in within)]
    return tuple(dict.fromkeys(known[word] for word in sorted(inner, key=folded.index)))


def _list_within(folded: str, known: Mapping[str, T]) -> list[str]:
    """Folded words that stand whole within a folded text."""
    return [word for word in known if len(word) >= _SHORTEST and f"_{word}_" in f"_{folded}_"]
