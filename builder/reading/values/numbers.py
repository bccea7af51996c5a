"""Texts → whole numbers as Vietnamese writes them, and what a text is instead of one."""

from __future__ import annotations

import re

THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+)")
"""A dot or a blank before exactly three digits marks thousands."""

PLAIN = re.compile(r"[0-9]{1,15}")

_COMMA = re.compile(r"[0-9]{1,3},[0-9]{3}")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")


def find_number(written: str) -> int | None:
    """Whole number that a text is; None where it is anything else."""
    if PLAIN.fullmatch(written) or (THOUSANDS.fullmatch(written) and len(written) <= 19):
        return int(re.sub(r"[. ]", "", written))
    return None


def is_thousands_or_decimal(written: str) -> bool:
    """Whether a number has a comma before three digits, which the reader must ask about."""
    return _COMMA.fullmatch(written) is not None


def is_decimal(written: str) -> bool:
    """Whether a text is a number that isn't whole."""
    return _DECIMAL.fullmatch(written) is not None
