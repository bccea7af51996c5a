"""Text as teachers wrote it in; out comes text that can be set in lines."""

from __future__ import annotations

import re

BREAK = "\u200b"
"""Where a word may be broken; it is never printed."""

_BLANKS = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""Controls, and marks that would turn the direction of all that follows them."""

_LONG_WORD = re.compile(r"[^ \u00a0]{31,}")


def clean_text(text: str) -> str:
    """One line without unseen signs."""
    return _UNSEEN.sub("", _BLANKS.sub(" ", text))


def clean_line(text: str) -> str:
    """Clean text to be set in lines: words longer than any of a language may be broken."""
    return _LONG_WORD.sub(lambda word: BREAK.join(word[0]), clean_text(text))
