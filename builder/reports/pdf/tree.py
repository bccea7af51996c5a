"""A Report in; out comes what `report.typ` lays out, as JSON has it, with every word it prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from builder.model.report import Annex, Block, Paragraph, Report, ReportTable, Role, Span
from builder.reports import decree
from builder.reports.pdf.letters import clean_line, clean_text

Tree = dict[str, object]
"""Strings, numbers, booleans, None, lists and dictionaries alone."""

_LEVELS = {Role.PART: 2, Role.SECTION: 3, Role.POINT: 4}
"""Headings below the document's title."""

_TEXT_WIDTH_MM = 165
_LETTER_WIDTH_MM = 2.3
_MOST_LINES = 15
"""Of a row that goes over to the next page whole."""


def compose_tree(report: Report) -> Tree:
    """The document: letterhead, title, body, its last paragraph apart, signature, annexes."""
    head = report.letterhead
    ending = 1 if report.blocks and isinstance(report.blocks[-1], Paragraph) else 0
    blocks = _compose_blocks(report.blocks)
    return {
        "title": clean_text(report.title),
        "author": clean_text(head.school),
        "letterhead": {
            "authority": clean_line(head.authority) if head.authority else None,
            "school": clean_line(head.school),
            "nation": decree.NATION,
            "motto": decree.MOTTO,
            "number": clean_line(decree.write_number(head)),
            "place_and_day": clean_line(decree.write_place_and_day(head)),
        },
        "type_name": clean_line(report.type_name),
        "subject": clean_line(report.subject),
        "addressees": _clean(decree.list_addressees(report.addressees)),
        "blocks": blocks[: len(blocks) - ending],
        "ending": blocks[len(blocks) - ending :],
        "recipients": {
            "label": decree.RECIPIENTS,
            "items": _clean(decree.list_recipients(report.recipients)),
        },
        "signature": {
            "office": _clean(report.signature.office),
            "name": clean_line(report.signature.name),
        },
        "annexes": [_compose_annex(one) for one in report.annexes],
    }


def _compose_annex(annex: Annex) -> Tree:
    """An annex with its own headings."""
    return {
        "label": clean_line(annex.label),
        "title": clean_line(annex.title),
        "reference": clean_line(annex.reference),
        "blocks": _compose_blocks(annex.blocks),
    }


def _compose_blocks(blocks: Sequence[Block]) -> list[Tree]:
    """Paragraphs and tables. A heading is at most one level below the heading before it.

    PDF/UA-1 knows no skipped levels; a document of sections without parts has them one level up.
    """
    found: list[Tree] = []
    above = 1
    for block in blocks:
        if isinstance(block, ReportTable):
            found.append(_compose_table(block))
            continue
        level = min(_LEVELS[block.role], above + 1) if block.role in _LEVELS else None
        above = level or above
        found.append(_compose_paragraph(block, level))
    return found


def _compose_paragraph(paragraph: Paragraph, level: int | None) -> Tree:
    """One paragraph; `level` is that of a heading."""
    return {
        "kind": "paragraph",
        "role": paragraph.role.value,
        "level": level,
        "spans": _compose_spans(paragraph.spans),
    }


def _compose_table(table: ReportTable) -> Tree:
    """A table; only rows too long to go over whole are broken between pages."""
    widths = [column.share * _TEXT_WIDTH_MM / 100 for column in table.columns]
    return {
        "kind": "table",
        "columns": [
            {"heading": clean_line(one.heading), "share": one.share, "numeric": one.numeric}
            for one in table.columns
        ],
        "rows": [
            {
                "cells": [_compose_spans(cell) for cell in row],
                "breakable": any(
                    _count_lines(cell, width) > _MOST_LINES
                    for cell, width in zip(row, widths, strict=True)
                ),
            }
            for row in table.rows
        ],
    }


def _compose_spans(spans: Sequence[Span]) -> str | list[Tree]:
    """Runs of text, or their words alone where no run has a weight or slant of its own."""
    if any(one.bold or one.italic for one in spans):
        runs = groupby(spans, key=lambda one: (one.bold, one.italic))
        return [
            {"text": _join(run), "bold": bold, "italic": italic} for (bold, italic), run in runs
        ]
    return _join(spans)


def _join(spans: Iterable[Span]) -> str:
    """Words of spans of one kind."""
    return clean_line("".join(one.text for one in spans))


def _count_lines(cell: Sequence[Span], width_mm: float) -> float:
    """About how many lines a cell takes."""
    return sum(len(one.text) for one in cell) * _LETTER_WIDTH_MM / width_mm


def _clean(texts: Iterable[str]) -> list[str]:
    """Lines of text."""
    return [clean_line(one) for one in texts]
