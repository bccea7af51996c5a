"""A word that nobody knows → the known word that was likely meant."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from builder.model.addresses import fold_key

T = TypeVar("T")

_LONGEST = 60
"""Longer texts are sentences; comparing them costs much and finds nothing."""


def find_nearest(written: str, known: Mapping[str, T]) -> T | None:
    """Value of the folded word that is nearest to what was written; None where none is near."""
    folded = fold_key(written)
    if not folded or len(folded) > _LONGEST:
        return None
    nearest = get_close_matches(folded, known, n=1, cutoff=0.7)
    return known[nearest[0]] if nearest else None
