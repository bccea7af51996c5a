"""A period's summary in; out come the tables of its page as a spreadsheet takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from builder.model.counts import Group
from builder.model.library import Library
from builder.model.summary import PeriodSummary
from builder.model.tables import Sheet, SheetCell
from builder.pages.numbers.tables import Meta, Section
from builder.pages.summary.matter import gather_matter
from builder.pages.summary.pages import SECTIONS
from builder.pages.summary.tallies import MONTHS


def compose_sheets(summary: PeriodSummary, library: Library) -> tuple[Sheet, ...]:
    """One sheet for each table of the summary page, in its order; the months' has a chart.

    Where the page shows several figures in one cell, each has a column of its own
    here, named after its unit: a cell holds one number.
    """
    matter = gather_matter(library, summary)
    sections = [compose(matter) for compose in SECTIONS]
    units = [matter.say(f"count-of-{group}") for group in (*Group, "total")]
    return tuple(
        _compose_sheet(table, section, number, units)
        for section in sections
        for number, table in enumerate(section.tables, start=1)
    )


def _compose_sheet(table: Meta, section: Section, number: int, units: Sequence[str]) -> Sheet:
    """A table; the second of a section is called `<section>-2`. `units` come in this order."""
    columns = cast("Sequence[Meta]", table["columns"])
    rows = [cast("Sequence[Meta]", row["cells"]) for row in cast("Sequence[Meta]", table["rows"])]
    foot = cast("Sequence[Meta] | None", table["foot"])
    if foot is not None:
        rows.append(foot)
    spread = [
        _gather_column(column, [row[place] for row in rows], units)
        for place, column in enumerate(columns)
    ]
    return Sheet(
        id=section.id if number == 1 else f"{section.id}-{number}",
        title=str(table["caption"]),
        headings=tuple(heading for column in spread for heading in column.headings),
        rows=tuple(
            tuple(one for column, cell in zip(spread, row, strict=True) for one in column.cut(cell))
            for row in rows
        ),
        has_chart=section.id == MONTHS,
        has_sum=foot is not None,
    )


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the page as one or several of the sheet."""

    label: str
    numeric: bool
    units: tuple[str | None, ...]
    """Units of its figures, where some cell has several figures; else empty."""

    @property
    def headings(self) -> tuple[str, ...]:
        """`Năm 2023`, and `Năm 2023 (lượt)` where figures of that unit stand beside others."""
        if not self.units:
            return (self.label,)
        return tuple(f"{self.label} ({unit})" if unit else self.label for unit in self.units)

    def cut(self, cell: Meta) -> tuple[SheetCell, ...]:
        """One cell of the page, figure by figure; words stand in the first of its columns."""
        figures = _list_figures(cell)
        if not self.units:
            return (_figure_cell(figures[0]) if figures else self._text_cell(cell),)
        if not figures:
            return (self._text_cell(cell), *[SheetCell("")] * (len(self.units) - 1))
        by_unit = {_unit(one): _figure_cell(one | {"unit": None}) for one in figures}
        return tuple(by_unit.get(unit, SheetCell("")) for unit in self.units)

    def _text_cell(self, cell: Meta) -> SheetCell:
        """Words with the note below them; digits alone in a column of numbers are a number."""
        change = cast("Meta | None", cell.get("change"))
        text = str(change["text"]) if change else str(cell.get("text") or "")
        value = int(text) if self.numeric and text.isdecimal() else None
        return SheetCell(_join(text, cell.get("note")), value)


def _gather_column(column: Meta, cells: Sequence[Meta], order: Sequence[str]) -> _Column:
    """The column with the units of all its cells: bare numbers first, then by `order`."""
    figures = [_list_figures(cell) for cell in cells]
    units = list(dict.fromkeys(_unit(one) for several in figures for one in several))
    units.sort(key=lambda unit: (unit is not None, order.index(unit) if unit in order else 0))
    spread = any(len(several) > 1 for several in figures)
    return _Column(str(column["label"]), bool(column["numeric"]), tuple(units) if spread else ())


def _list_figures(cell: Meta) -> Sequence[Meta]:
    """Figures of a cell; none where it has words."""
    return cast("Sequence[Meta]", cell.get("figures") or ())


def _unit(figure: Mapping[str, object]) -> str | None:
    """Word after a figure's number."""
    unit = figure["unit"]
    return None if unit is None else str(unit)


def _figure_cell(figure: Mapping[str, object]) -> SheetCell:
    """A figure as the page shows it, with its number."""
    text = f"{figure['text']} {figure['unit']}" if figure["unit"] else str(figure["text"])
    value, path = str(figure["value"]), figure["path"]
    number = None if not value else float(value) if "." in value else int(value)
    return SheetCell(
        _join(text, figure["note"]), number, figure=None if path is None else str(path)
    )


def _join(text: str, note: object) -> str:
    """Text with its note in brackets."""
    if not note:
        return text
    return f"{text} {note}" if str(note).startswith("(") else f"{text} ({note})"
