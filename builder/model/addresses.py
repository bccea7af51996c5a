"""Folding of Vietnamese text into keys and slugs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SLUG_LENGTH = 60
"""Longest slug, in characters (outputs.md, Addresses)."""

_REMEMBERED = 4096
"""Words whose folding is kept: a project says few different ones, thousands of times."""

_MARKS = re.compile("[\u0300-\u036f]")
_SEPARATORS = re.compile(r"[\s./_\-]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(_REMEMBERED)
def strip_marks(text: str) -> str:
    """Lower case without diacritics; `đ` has no decomposition and needs its own rule."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text.lower().replace("đ", "d")))


@lru_cache(_REMEMBERED)
def fold_key(text: str) -> str:
    """What two spellings of one key or word share (posts.md, Front matter).

    Case, diacritics and the separators blank, `.`, `/`, `_`, `-` make no
    difference; a separator must not be missing.
    """
    return _SEPARATORS.sub("_", strip_marks(text)).strip("_")


def slug_of(text: str) -> str:
    """Part of an address: a–z and digits, other runs one `-`, cut at a word's end.

    Empty where the text leaves nothing. A single word longer than the limit
    is cut where the limit falls.
    """
    slug = _NOT_SLUG.sub("-", strip_marks(text)).strip("-")
    if len(slug) <= SLUG_LENGTH:
        return slug
    whole_words = slug[: SLUG_LENGTH + 1].rpartition("-")[0]
    return whole_words or slug[:SLUG_LENGTH]
