"""Kinds of cells in; out come their numbers, and the one list of styles of a workbook."""

from __future__ import annotations

from builder.model.tables import SheetCell
from builder.reports.xlsx.numbers import write_number_format
from builder.reports.xml import DECLARATION, quote_value

HEADING = 1
"""The style of headings."""

_FIRST_FORMAT = 164
"""Formats below it have a meaning of their own (ECMA-376, part 1, 18.8.30)."""

_FACE = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
_FONTS = f'<fonts count="2"><font>{_FACE}</font><font><b/>{_FACE}</font></fonts>'
_FILLS = (
    '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EDF3"/><bgColor indexed="64"/>'
    "</patternFill></fill></fills>"
)
_LINES = "".join(
    f'<{side} style="thin"><color auto="1"/></{side}>'
    for side in ("left", "right", "top", "bottom")
)
_BORDERS = (
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    f"<border>{_LINES}<diagonal/></border></borders>"
)
_PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
_HEADING_LOOK = (
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1"'
    ' applyBorder="1" applyAlignment="1">'
    '<alignment horizontal="center" vertical="center" wrapText="1"/></xf>'
)


class Styles:
    """Looks of a workbook's cells, each listed once."""

    def __init__(self) -> None:
        self._looks = [_PLAIN, _HEADING_LOOK]
        self._numbers: dict[tuple[bool, str], int] = {}
        self._formats: dict[str, int] = {}

    def find_for(self, cell: SheetCell, *, bold: bool, right: bool) -> int:
        """The style of a cell: its number as the page words it, long words in several lines."""
        if cell.value is not None:
            kind = write_number_format(cell.text, cell.value)
        else:
            kind = "right" if right else "left"
        number = self._numbers.get((bold, kind))
        if number is None:
            number = self._numbers[bold, kind] = len(self._looks)
            words = cell.value is None
            self._looks.append(
                _write_words(kind, bold=bold) if words else self._write_number(kind, bold=bold)
            )
        return number

    def write(self) -> str:
        """The list; called when all sheets are written."""
        formats = "".join(
            f'<numFmt numFmtId="{number}" formatCode="{quote_value(code)}"/>'
            for code, number in self._formats.items()
        )
        listed = f'<numFmts count="{len(self._formats)}">{formats}</numFmts>' if formats else ""
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        return (
            f'{DECLARATION}<styleSheet xmlns="{space}">{listed}{_FONTS}{_FILLS}{_BORDERS}'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
            f'</cellStyleXfs><cellXfs count="{len(self._looks)}">{"".join(self._looks)}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            "</styleSheet>"
        )

    def _write_number(self, code: str, *, bold: bool) -> str:
        """The look of a number."""
        number = self._formats.setdefault(code, _FIRST_FORMAT + len(self._formats))
        return (
            f'<xf numFmtId="{number}" fontId="{int(bold)}" fillId="0" borderId="1" xfId="0"'
            ' applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">'
            '<alignment vertical="top"/></xf>'
        )


def _write_words(align: str, *, bold: bool) -> str:
    """The look of words."""
    return (
        f'<xf numFmtId="0" fontId="{int(bold)}" fillId="0" borderId="1" xfId="0" applyFont="1"'
        ' applyBorder="1" applyAlignment="1">'
        f'<alignment horizontal="{align}" vertical="top" wrapText="1"/></xf>'
    )
