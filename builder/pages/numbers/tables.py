"""Columns and cells in; out come tables, sections and evidence as the templates read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Meta = dict[str, object]
"""What templates read: strings, numbers, booleans, None, lists and dictionaries alone."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page: what to see, drawn and as tables, with what the figures came from."""

    id: str
    heading: str
    intro: str
    tables: tuple[Meta, ...] = ()
    chart: str | None = None
    evidence: tuple[Meta, ...] = ()
    notes: tuple[str, ...] = ()


def compose_section(section: Section) -> Meta:
    """A section as the template reads it."""
    return {
        "id": section.id,
        "heading": section.heading,
        "intro": section.intro,
        "chart": section.chart,
        "tables": list(section.tables),
        "evidence": list(section.evidence),
        "notes": list(section.notes),
    }


def compose_table(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Meta]],
    *,
    foot: Sequence[Meta] | None = None,
    row_ids: Sequence[str] | None = None,
    head: int = 0,
    cards: bool = False,
) -> Meta:
    """A table; each cell is told its column, so that rows can become cards on a phone.

    `row_ids` are the anchors of the rows, `head` is the column that names each
    row, `cards` asks for cards on a phone.
    """
    ids: Sequence[str | None] = row_ids if row_ids is not None else [None] * len(rows)
    return {
        "caption": caption,
        "columns": [{"label": one.label, "numeric": one.numeric} for one in columns],
        "rows": [
            {"id": anchor, "cells": _cells(columns, cells, head)}
            for anchor, cells in zip(ids, rows, strict=True)
        ],
        "foot": _cells(columns, foot, head) if foot is not None else None,
        "cards": cards,
    }


def text_cell(text: str, address: str | None = None, note: str | None = None) -> Meta:
    """A cell with words, maybe a link to a page of the site, maybe a small note below."""
    return {"text": text, "address": address, "note": note}


def figure_cell(*figures: Mapping[str, object]) -> Meta:
    """A cell with one figure or several."""
    return {"figures": [dict(one) for one in figures]}


def change_cell(change: Meta | None) -> Meta:
    """A cell with a change against the year before; empty where there is nothing to compare."""
    return {"change": change}


def _cells(columns: Sequence[Column], cells: Sequence[Meta], head: int) -> list[Meta]:
    """Cells with the label and the kind of their columns."""
    return [
        cell | {"label": column.label, "numeric": column.numeric, "head": place == head}
        for place, (column, cell) in enumerate(zip(columns, cells, strict=True))
    ]
