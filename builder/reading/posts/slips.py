"""A post's words → slips of the pen in the days that they name (domain.md 1.4, 003-08)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.model.problems import Problem, Severity
from builder.reading.bodies.text import BodyText
from builder.reading.source.nodes import Scalar

_DAY = r"(?P<{0}>\d{{1,2}}/\d{{1,2}})/(?P<{0}_year>\d{{4}})"
_SPAN = re.compile(rf"(?<![\d/]){_DAY.format('first')}\s*[-–—]\s*{_DAY.format('last')}(?![\d/])")
_YEARS = re.compile(r"(?<!\d)(\d{1,3}) năm\b[^()\n]{0,120}\($", re.IGNORECASE)
_BEGINS = re.compile(r"/\d{4}\s*[-–—]")
"""What every span holds; found several times faster than a span, and in few texts."""

_REACH = 140
"""Characters before a span in which the number of its years may stand."""


def find_slips(text: BodyText, values: Iterable[Scalar]) -> Iterator[Problem]:
    """Warnings about spans that begin and end on one day, and about anniversaries that do not
    fit the days behind them: «40 năm ngày thành lập (20/11/1982 – 20/11/1982)».
    """
    for value in values:
        for code, _, details in _find(value.text):
            yield Problem(code, value.where, details, Severity.WARNING)
    for code, position, details in _find(text.masked):
        yield Problem(code, text.place(position), details, Severity.WARNING)


def _find(text: str) -> Iterator[tuple[str, int, dict[str, str]]]:
    """Code, position and details of each slip in a text."""
    if not _BEGINS.search(text):
        return
    for span in _SPAN.finditer(text):
        years = abs(int(span["last_year"]) - int(span["first_year"]))
        is_same_day = span["first"] == span["last"]
        if is_same_day and years == 0:
            yield "span-one-day", span.start(), {"written": span[0]}
        stated = _YEARS.search(text, max(0, span.start() - _REACH), span.start())
        if is_same_day and stated and int(stated[1]) != years:
            details = {"stated": stated[1], "years": str(years), "written": span[0]}
            yield "anniversary-years", stated.start(), details
