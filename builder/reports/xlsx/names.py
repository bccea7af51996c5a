"""Titles of tables in; out come names that spreadsheet programs take for their sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_LETTERS = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_BRACKET = re.compile(r"\s*\([^)]*\)$")
_UNTITLED = "-"


def name_sheets(titles: Sequence[str]) -> tuple[str, ...]:
    """A name for each title: at most 31 letters, cut between words, each its own."""
    names: list[str] = []
    taken: set[str] = set()
    for title in titles:
        name = _cut(_BRACKET.sub("", _clean(title)), _MOST_LETTERS)
        number = 1
        while name.casefold() in taken:
            number += 1
            end = f" {number}"
            name = _cut(_clean(title), _MOST_LETTERS - len(end)) + end
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _clean(title: str) -> str:
    """The title without what no name of a sheet may have."""
    return " ".join(_FORBIDDEN.sub(" ", title).split()).strip("' ") or _UNTITLED


def _cut(text: str, most: int) -> str:
    """As many whole words as fit; a first word that does not fit is cut."""
    if len(text) <= most:
        return text
    words, _, _ = text[: most + 1].rpartition(" ")
    return (words or text[:most]).rstrip(" ,.;-–'")
