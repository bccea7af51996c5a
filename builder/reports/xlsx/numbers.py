"""A cell's words and number in; out comes the format that shows the number as those words."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"\d[\d.,\u00a0]*")
_MOST_LETTERS = 200
"""Of what stands round a number; a format holds 255."""


def write_number_format(text: str, value: float) -> str:
    """`"≈ "#,##0" suất"` for `≈ 1.772 suất`: a real number, shown with all that the page says."""
    number = "#,##0" if isinstance(value, int) else "#,##0.0"
    if text.isdecimal():
        return number
    found = _DIGITS.search(text)
    if found is None:
        return number
    return f"{_quote(text[: found.start()])}{number}{_quote(text[found.end() :])}"


def _quote(words: str) -> str:
    """Words as a format has them; a quotation mark has no way into one."""
    return f'"{words[:_MOST_LETTERS].replace(chr(34), "”")}"' if words else ""
