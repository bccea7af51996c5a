"""A table of the summary page as a spreadsheet takes it: words and real numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell."""

    text: str
    """As the page shows it."""

    value: int | float | None = None
    """The bare number; None: no number, or an unknown one."""

    figure: str | None = None
    """Path in `data.json`; None: no figure."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table."""

    id: str
    """Of the table within the page, e.g. `thang`; unique among the sheets of a period."""

    title: str
    """Caption of the table."""

    headings: tuple[str, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    has_chart: bool = False
    """Whether a chart of its second column belongs to it (the months)."""

    has_sum: bool = False
    """Whether its last row is the sum of the others."""
