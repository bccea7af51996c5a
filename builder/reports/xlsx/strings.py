"""Words of cells in; out comes their number in the one list that all sheets of a workbook share."""

from __future__ import annotations

import re

from builder.reports.xml import DECLARATION, escape_text

_MOST_LETTERS = 32_767
"""What a cell holds."""

_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Of a sign by its number (ECMA-376, part 1, 22.9.2.19), where a teacher wrote it as words."""


class Strings:
    """Each text once, in the order in which they are first asked for."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The text's number, from 0; a text too long for a cell lacks its end."""
        return self._numbers.setdefault(text[:_MOST_LETTERS], len(self._numbers))

    def write(self) -> str:
        """The list; called when all sheets are written."""
        listed = "".join(map(_write_text, self._numbers))
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        return f'{DECLARATION}<sst xmlns="{space}">{listed}</sst>'


def _write_text(text: str) -> str:
    """One text, its blanks kept."""
    escaped = escape_text(_CODE.sub("_x005F_", text))
    return f'<si><t xml:space="preserve">{escaped}</t></si>'
