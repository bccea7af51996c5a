"""Words in, their length on paper out: near enough to draw a rule in step with a name."""

from __future__ import annotations

import unicodedata

_MM_PER_POINT = 25.4 / 72
_WIDTHS = {" ": 0.25, "I": 0.39, "J": 0.5, "M": 0.94, "W": 1.0, "G": 0.78, "H": 0.78, "K": 0.78}
"""Advance widths of Times New Roman bold, in ems, where a letter is far from `_CAPITAL`."""

_CAPITAL = 0.71
_SMALL = 0.5
"""Mean width of capitals, and of all else: small letters, digits, signs."""


def estimate_last_line(words: str, size_pt: int, room_mm: float) -> float:
    """Length in mm of the last line of `words`, broken at blanks to fit in a room this wide."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        line = word if _estimate_width(longer, size_pt) > room_mm else longer
    return min(_estimate_width(line, size_pt), room_mm)


def _estimate_width(line: str, size_pt: int) -> float:
    """Length in mm of one line of bold letters; marks above and below letters take no room."""
    letters = (
        letter for letter in unicodedata.normalize("NFD", line) if not unicodedata.combining(letter)
    )
    ems = sum(_WIDTHS.get(letter, _CAPITAL if letter.isupper() else _SMALL) for letter in letters)
    return ems * size_pt * _MM_PER_POINT
