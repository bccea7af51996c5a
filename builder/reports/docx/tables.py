"""Tables in, pieces of WordprocessingML out: tables of figures and the grids that hold a layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from builder.model.report import ReportColumn, ReportTable, Span
from builder.reports.docx.looks import Style
from builder.reports.docx.markup import quote_value, twips, write_line, write_paragraph, write_runs

_GRID_LAYOUT = '<w:tblLayout w:type="fixed"/>'


def write_table(table: ReportTable, caption: str | None, text_mm: float) -> str:
    """A table as wide as the text whose heading stands again on each page.

    `caption`: the words above it, which readers of the screen hear as its name.
    """
    widths = _share_widths(table.columns, text_mm)
    head = "".join(
        _write_cell(width, write_line(Style.HEAD_CELL, column.heading), _MIDDLE)
        for width, column in zip(widths, table.columns, strict=True)
    )
    styles = [Style.NUMBER_CELL if column.numeric else Style.CELL for column in table.columns]
    rows = (_write_row(row, widths, styles) for row in table.rows)
    named = "" if caption is None else f'<w:tblCaption w:val="{quote_value(caption)}"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{Style.GRID}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_GRID_LAYOUT}'
        f'<w:tblLook w:val="0020" w:firstRow="1"/>{named}</w:tblPr>{_write_grid(widths)}'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        f"{''.join(rows)}</w:tbl>"
    )


def write_layout(widths_mm: Sequence[float], rows: Iterable[Sequence[str]], *, top_pt: int) -> str:
    """A grid without lines whose cells hold these paragraphs; `top_pt`: blank above each cell."""
    widths = [twips(width) for width in widths_mm]
    written = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(_write_cell(width, cell) for width, cell in zip(widths, row, strict=True))
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{Style.LAYOUT}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_GRID_LAYOUT}'
        f'<w:tblCellMar><w:top w:w="{top_pt * 20}" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"{_write_grid(widths)}{written}</w:tbl>"
    )


def _share_widths(columns: Sequence[ReportColumn], text_mm: float) -> list[int]:
    """Widths in twips that make the text's width together, whatever is rounded."""
    whole = sum(column.share for column in columns)
    ends = accumulate((column.share for column in columns), initial=0)
    return [
        twips(text_mm * end / whole) - twips(text_mm * start / whole)
        for start, end in pairwise(ends)
    ]


def _write_grid(widths: Iterable[int]) -> str:
    """Widths of the columns: what LibreOffice goes by, whatever the cells say."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _write_row(
    row: Sequence[tuple[Span, ...]], widths: Sequence[int], styles: Sequence[Style]
) -> str:
    """A row that no page break cuts."""
    cells = "".join(
        _write_cell(width, write_paragraph(style, write_runs(spans)))
        for spans, width, style in zip(row, widths, styles, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _write_cell(width: int, paragraphs: str, properties: str = "") -> str:
    """A cell."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{paragraphs}</w:tc>'
    )


_MIDDLE = '<w:vAlign w:val="center"/>'
