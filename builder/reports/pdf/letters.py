"""Text as teachers wrote it in; out comes text that can be set in lines."""

from __future__ import annotations

import re

BREAK = "\u200b"
"""Where a word may be broken; it is never printed."""

_DOUBLE = re.compile("  |\u034f")
"""What is to go though it is printable: a second blank, and the one unseen mark."""

_BLANKS = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""Controls, and marks that would turn the direction of all that follows them."""

_LONGEST_WORD = 30
_LONG_WORD = re.compile(rf"[^ \u00a0]{{{_LONGEST_WORD + 1},}}")


def clean_text(text: str) -> str:
    """One line without unseen signs."""
    if text.isprintable() and not _DOUBLE.search(text):
        return text
    return _UNSEEN.sub("", _BLANKS.sub(" ", text))


def clean_line(text: str) -> str:
    """Clean text to be set in lines: words longer than any of a language may be broken."""
    clean = clean_text(text)
    if len(clean) <= _LONGEST_WORD:
        return clean
    return _LONG_WORD.sub(lambda word: BREAK.join(word[0]), clean)
