"""Sheets in; out comes a workbook, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from typing import cast

from xlsxwriter import Workbook
from xlsxwriter.chart_column import ChartColumn
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from builder.model.tables import Sheet, SheetCell
from builder.reports.xlsx.names import name_sheets
from builder.reports.xlsx.numbers import write_number_format

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
"""A fixed moment, so that equal sheets make equal bytes."""

_HEADING = {
    "bold": True,
    "border": 1,
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
    "bg_color": "#E7EDF3",
}
_A4 = 9
_NARROWEST, _WIDEST = 8, 48
"""Widths of columns, in letters."""

_LINE_HEIGHT, _HIGHEST = 15.75, 409
"""Of rows, in points."""

_MOST_LETTERS = 32_767
"""What a cell holds."""


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """One worksheet a table: numbers as numbers, text as text whatever it begins with.

    The headings stay in sight and are printed on each page; columns are as wide
    as what stands in them.
    """
    target = BytesIO()
    with Workbook(target, _OPTIONS) as workbook:
        workbook.set_properties({"created": _MADE_AT})
        styles = _Styles(workbook)
        names = name_sheets([sheet.title for sheet in sheets])
        for sheet, name in zip(sheets, names, strict=True):
            page = workbook.add_worksheet(name)
            _write_sheet(page, sheet, styles)
            if sheet.has_chart:
                _draw_chart(workbook, page, sheet)
    return target.getvalue()


class _Styles:
    """Formats of a workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[bool, str], Format] = {}
        self.heading = workbook.add_format(_HEADING)

    def find_for(self, cell: SheetCell, *, bold: bool, right: bool) -> Format:
        """The format of a cell: its number as the page words it, long words in several lines."""
        if cell.value is not None:
            number = write_number_format(cell.text, cell.value)
            return self._find("num_format", number, bold=bold)
        return self._find("align", "right" if right else "left", bold=bold)

    def _find(self, kind: str, value: str, *, bold: bool) -> Format:
        """The format with this property besides those of all cells."""
        made = self._made.get((bold, value))
        if made is None:
            wrap = {"text_wrap": True} if kind == "align" else {}
            facts = {"border": 1, "valign": "top", "bold": bold, **wrap, kind: value}
            made = self._made[bold, value] = self._workbook.add_format(facts)
        return made


def _write_sheet(page: Worksheet, sheet: Sheet, styles: _Styles) -> None:
    """Headings and rows, each as wide and high as what stands in it."""
    widths, right = _measure(sheet), _find_numeric(sheet)
    for column, (text, width) in enumerate(zip(sheet.headings, widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, text[:_MOST_LETTERS], styles.heading)
    page.set_row(0, _find_height(sheet.headings, widths))
    for number, row in enumerate(sheet.rows, start=1):
        bold = sheet.has_sum and number == len(sheet.rows)
        page.set_row(number, _find_height([cell.text for cell in row], widths))
        for column, cell in enumerate(row):
            style = styles.find_for(cell, bold=bold, right=right[column])
            _write_cell(page, (number, column), cell, style)
    _set_up_page(page, sheet)


def _set_up_page(page: Worksheet, sheet: Sheet) -> None:
    """Headings that stay in sight and are printed on each page, which is as wide as the table."""
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_header(f"&C{sheet.title[:200].replace('&', '&&')}")


def _write_cell(page: Worksheet, place: tuple[int, int], cell: SheetCell, style: Format) -> None:
    """A number, or a text that no program may take for a formula or an address."""
    if cell.value is not None:
        page.write_number(*place, cell.value, style)
    elif cell.text:
        page.write_string(*place, cell.text[:_MOST_LETTERS], style)
    else:
        page.write_blank(*place, None, style)


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


def _find_height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Height of a row in points. Not every program finds it by itself for text in several lines."""
    lines = max(
        (ceil(len(text) / (width - 2)) for text, width in zip(texts, widths, strict=True)),
        default=1,
    )
    return min(_LINE_HEIGHT * max(lines, 1), _HIGHEST)


def _draw_chart(workbook: Workbook, page: Worksheet, sheet: Sheet) -> None:
    """Columns of the second column's numbers, beside the table; a sum is no column."""
    last = len(sheet.rows) - sheet.has_sum
    chart = cast("ChartColumn", workbook.add_chart({"type": "column"}))
    chart.add_series(
        {
            "name": [page.name, 0, 1],
            "categories": [page.name, 1, 0, last, 0],
            "values": [page.name, 1, 1, last, 1],
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    chart.set_title({"name": sheet.headings[1], "overlay": False})
    chart.set_legend({"none": True})
    chart.set_y_axis({"min": 0, "major_gridlines": {"visible": False}, "visible": False})
    chart.set_size({"width": 720, "height": 360})
    told = "; ".join(f"{row[0].text}: {row[1].text}" for row in sheet.rows[:last])
    page.insert_chart(0, len(sheet.headings) + 1, chart, {"description": f"{sheet.title}. {told}"})
