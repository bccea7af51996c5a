"""Figures in; out come spans: the bare number with its path, the words of its mark apart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from babel.numbers import format_decimal

from builder.locale.formats import format_number
from builder.model.counts import Mark
from builder.model.report import Span
from builder.model.summary import Figure, How, Persons
from builder.reports.composing.sentences.phrases import Spans, phrase

SIGNS = {None: "", Mark.ABOUT: "≈ ", Mark.AT_LEAST: "≥ "}
"""What stands before a marked number in a table."""

UNKNOWN = "—"


def tell_number(figure: Figure, language: str) -> Spans:
    """Number inside a sentence: `1.737`, `khoảng 772`; words where nobody knows it."""
    if figure.value is None:
        words = phrase("report-unknown", language)
        return tuple(replace(span, figure=figure.path) for span in words)
    number = (Span(format_number(figure.value, language), figure=figure.path),)
    return (
        number if figure.mark is None else phrase(f"figure-{figure.mark}", language, number=number)
    )


def tell_figure(figure: Figure, language: str) -> Spans:
    """Number inside a sentence, with how many activities it leaves out (counting.md, rule 6)."""
    missing = len(figure.unknown)
    if not missing:
        return tell_number(figure, language)
    if figure.value is None:
        return phrase("report-unknown-of", language, n=format_number(missing, language))
    told = tell_number(figure, language)
    return phrase("report-without", language, told=told, n=format_number(missing, language))


def tell_persons(persons: Persons | None, times: Figure, language: str) -> Spans:
    """Number of persons with the lượt behind it: `45 (143 lượt)`, `ít nhất 32 (32 lượt)`.

    Where nobody came, nobody came: `0 (0 lượt)`, never “at least 0”.
    """
    if persons is None or persons.figure.value is None:
        return tell_figure(times, language)
    number = tell_number(persons.figure, language)
    if persons.how is How.AT_LEAST and persons.figure.value:
        bare = Figure(persons.figure.path, persons.figure.value)
        number = phrase("figure-at-least", language, number=tell_number(bare, language))
    code = "report-persons-stated" if persons.how is How.STATED else "report-persons"
    told = phrase(code, language, persons=number, times=tell_number(times, language))
    missing = len(times.unknown)
    if not missing:
        return told
    return phrase("report-without", language, told=told, n=format_number(missing, language))


def show_number(figure: Figure, language: str) -> Spans:
    """Number of a table's cell: `1.737`, `≈ 772`, `—`."""
    if figure.value is None:
        return (Span(UNKNOWN, figure=figure.path),)
    number = Span(format_number(figure.value, language), figure=figure.path)
    return (Span(SIGNS[figure.mark]), number) if figure.mark else (number,)


def show_percent(percent: Decimal, path: str, language: str) -> Spans:
    """Percentage with one decimal: `70,0%`."""
    number = format_decimal(percent, format="#,##0.0", locale=language)
    return (Span(number, figure=path), Span("%"))
