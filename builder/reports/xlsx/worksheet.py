"""A Sheet in; out comes its part of a workbook: rows and columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.tables import Sheet, SheetCell
from builder.reports.xlsx.strings import Strings
from builder.reports.xlsx.styles import HEADING, Styles
from builder.reports.xml import DECLARATION, escape_text

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_NARROWEST, _WIDEST = 8, 48
"""Widths of columns, in letters."""

_LETTER_PX, _MARGIN_PX = 7, 5
"""Of a digit in the workbook's font, and beside the words of a cell."""

_LINE_HEIGHT, _HIGHEST = 15.75, 409
"""Of rows, in points."""

_HEADER_LETTERS = 200
_FROZEN = (
    '<sheetView workbookViewId="0"{selected}><pane ySplit="1" topLeftCell="A2"'
    ' activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>'
)
_PAGE = (
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>'
)
"""A4 lying, as wide as the table."""


def write_worksheet(
    sheet: Sheet, strings: Strings, styles: Styles, *, is_first: bool, drawing: str | None
) -> str:
    """Headings that stay in sight, and rows; `drawing`: relation of what is drawn beside them."""
    widths = _measure(sheet)
    selected = ' tabSelected="1"' if is_first else ""
    header = escape_text(sheet.title[:_HEADER_LETTERS].replace("&", "&&"))
    drawn = "" if drawing is None else f'<drawing r:id="{drawing}"/>'
    return (
        f'{DECLARATION}<worksheet xmlns="{_SHEET}" xmlns:r="{_OFFICE}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f"<sheetViews>{_FROZEN.format(selected=selected)}</sheetViews>"
        f'<sheetFormatPr defaultRowHeight="15"/>{_write_columns(widths)}'
        f"<sheetData>{''.join(_write_rows(sheet, widths, strings, styles))}</sheetData>"
        f"{_PAGE}<headerFooter><oddHeader>&amp;C{header}</oddHeader></headerFooter>{drawn}"
        "</worksheet>"
    )


def name_column(place: int) -> str:
    """Letters of a column, the first of which has place 0: `A`, `Z`, `AA`."""
    before, last = divmod(place, 26)
    return (name_column(before - 1) if before else "") + chr(ord("A") + last)


def _write_columns(widths: Sequence[int]) -> str:
    """Widths of the columns, as programs count them (ECMA-376, part 1, 18.3.1.13)."""
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{_count_width(width)}" customWidth="1"/>'
        for place, width in enumerate(widths, start=1)
    )
    return f"<cols>{columns}</cols>"


def _count_width(letters: int) -> float:
    """Width of a column that holds so many letters, in 256ths."""
    return (letters * _LETTER_PX + _MARGIN_PX) * 256 // _LETTER_PX / 256


def _write_rows(sheet: Sheet, widths: Sequence[int], strings: Strings, styles: Styles) -> list[str]:
    """The headings, then the rows."""
    names, right = [name_column(place) for place in range(len(widths))], _find_numeric(sheet)
    cells = "".join(
        f'<c r="{name}1" s="{HEADING}" t="s"><v>{strings.number(text)}</v></c>'
        for name, text in zip(names, sheet.headings, strict=True)
    )
    written = [_write_row(1, sheet.headings, widths, cells)]
    for number, row in enumerate(sheet.rows, start=2):
        bold = sheet.has_sum and number == len(sheet.rows) + 1
        cells = "".join(
            _write_cell(
                f"{name}{number}", cell, styles.find_for(cell, bold=bold, right=to), strings
            )
            for name, cell, to in zip(names, row, right, strict=True)
        )
        written.append(_write_row(number, [cell.text for cell in row], widths, cells))
    return written


def _write_row(number: int, texts: Sequence[str], widths: Sequence[int], cells: str) -> str:
    """A row as high as its words. Not every program finds it by itself for several lines."""
    lines = max(
        (-(-len(text) // (width - 2)) for text, width in zip(texts, widths, strict=True)),
        default=1,
    )
    height = min(_LINE_HEIGHT * max(lines, 1), _HIGHEST)
    return f'<row r="{number}" ht="{height:g}" customHeight="1">{cells}</row>'


def _write_cell(place: str, cell: SheetCell, style: int, strings: Strings) -> str:
    """A number, or a text that no program may take for a formula or an address."""
    if cell.value is not None:
        return f'<c r="{place}" s="{style}"><v>{cell.value}</v></c>'
    if cell.text:
        return f'<c r="{place}" s="{style}" t="s"><v>{strings.number(cell.text)}</v></c>'
    return f'<c r="{place}" s="{style}"/>'


def _find_numeric(sheet: Sheet) -> tuple[bool, ...]:
    """Which columns hold numbers, so that “—” stands below them."""
    return tuple(
        any(row[column].value is not None for row in sheet.rows)
        for column in range(len(sheet.headings))
    )


def _measure(sheet: Sheet) -> tuple[int, ...]:
    """Width of each column: its longest cell, its heading in two lines at most."""
    return tuple(
        min(
            _WIDEST,
            max(
                _NARROWEST,
                (len(heading) + 1) // 2 + 2,
                *(len(word) + 2 for word in heading.split()),
                *(len(row[column].text) + 2 for row in sheet.rows),
            ),
        )
        for column, heading in enumerate(sheet.headings)
    )
