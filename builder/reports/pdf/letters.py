"""Text as teachers wrote it in; out comes text that can be set in lines and drawn by a font."""

from __future__ import annotations

import re
from collections.abc import Collection
from unicodedata import category

_BLANKS = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""Controls, and marks that would turn the direction of all that follows them."""

_LONG_WORD = re.compile(r"[^ \u00a0]{31,}")
BREAK = "\u200b"
_STAND_IN = "?"


def clean_text(text: str) -> str:
    """One line without unseen signs; words longer than any word of a language may be broken."""
    seen = _UNSEEN.sub("", _BLANKS.sub(" ", text))
    return _LONG_WORD.sub(lambda word: BREAK.join(word[0]), seen)


def replace_letters(text: str, unshown: Collection[str]) -> str:
    """The text without what no font can draw: `?` for letters and digits, nothing for pictures."""
    return "".join(_replace(one) if one in unshown else one for one in text)


def _replace(letter: str) -> str:
    """What stands for a letter."""
    return _STAND_IN if category(letter)[0] in "LN" else ""
