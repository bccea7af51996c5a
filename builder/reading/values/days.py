"""Scalars → days and spans of days, day before month always."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from builder.locale.formats import format_long_day
from builder.model.addresses import strip_marks
from builder.model.problems import Outcome, Problem, Severity
from builder.reading.source.nodes import Node, Scalar
from builder.reading.values.texts import tell_shape, tell_value

EARLIEST_YEAR = 1900
"""Years before it are slips of the hand."""

_WEEKDAYS = {
    "thu hai": 0, "thu 2": 0, "thu ba": 1, "thu 3": 1, "thu tu": 2, "thu 4": 2, "thu nam": 3,
    "thu 5": 3, "thu sau": 4, "thu 6": 4, "thu bay": 5, "thu 7": 5, "chu nhat": 6, "cn": 6,
}  # fmt: skip
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})\s*,?\s*)?(?:ngay\s+)?"
_ISO = re.compile(_WEEKDAY + r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})")
_NUMBERS = re.compile(
    _WEEKDAY + r"(?P<d>\d{1,2})\s*(?P<sep>[-/.])\s*(?P<m>\d{1,2})\s*(?P=sep)\s*(?P<y>\d{4})"
)
_WORDS = re.compile(_WEEKDAY + r"(?P<d>\d{1,2})\s+thang\s+(?P<m>\d{1,2})\s*,?\s+nam\s+(?P<y>\d{4})")
_DAY_MONTH = re.compile(_WEEKDAY + r"(?P<d>\d{1,2})(?:\s*[/.]\s*|\s+thang\s+)(?P<m>\d{1,2})")
_DAY = re.compile(_WEEKDAY + r"(?P<d>\d{1,2})")
_UNTIL = re.compile(r"\s*(?:-|–|—|\bden\b|\btoi\b)\s*")
_SHORT_YEAR = re.compile(
    _WEEKDAY + r"\d{1,2}(?:\s*[-/.]\s*\d{1,2}\s*[-/.]\s*|\s+thang\s+\d{1,2}\s+nam\s+)\d{2}"
)
_INCOMPLETE = re.compile(
    _WEEKDAY
    + r"(?:\d{1,2}\s*[-/.]\s*\d{1,2}|(?:thang\s+)?\d{1,2}\s*(?:[-/.]|\s+nam\s)\s*\d{4}"
    + r"|\d{1,2}\s+thang\s+\d{1,2}|(?:thang|nam)\s+\d{1,4}|\d{4}([-/.]\d{1,2})?|\d{1,2})"
)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Days:
    """A day, or the span that one value states."""

    first: date
    last: date | None = None
    """None: one day."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A day as the file names it, maybe beside the wrong weekday."""

    day: date
    weekday_fits: bool


def read_days(node: Node, *, key: str) -> Outcome[Days]:
    """First and maybe last day; None, without a problem, where the value is empty."""
    if not isinstance(node, Scalar):
        return Outcome(None, (tell_shape(node, key=key, wanted="text"),))
    text = " ".join(strip_marks(node.text).split())
    if not text:
        return Outcome(None)
    if len(text) > _LONGEST:
        return Outcome(None, (tell_value("date-unread", node, key=key),))
    try:
        found = _find_day(text)
        written = (found,) if found else _find_span(text)
    except ValueError:
        return Outcome(None, (tell_value("date-invalid", node, key=key),))
    if written is None:
        return Outcome(None, (tell_value(_explain(text), node, key=key),))
    return _check(written, node, key)


def read_day(node: Node, *, key: str) -> Outcome[date]:
    """One day; None, without a problem, where the value is empty."""
    days = read_days(node, key=key)
    if isinstance(node, Scalar) and days.value and days.value.last:
        return Outcome(None, (*days.problems, tell_value("date-one-day", node, key=key)))
    return Outcome(days.value.first if days.value else None, days.problems)


def _find_day(text: str) -> _Written | None:
    """The one full day that a text names; ValueError where the calendar lacks it."""
    for pattern in (_ISO, _NUMBERS, _WORDS):
        found = pattern.fullmatch(text)
        if found:
            return _written(found, int(found["m"]), int(found["y"]))
    return None


def _find_span(text: str) -> tuple[_Written, _Written] | None:
    """First and last day of a text like `từ 20/11 đến 22/11/2024`."""
    text = re.sub(r"^tu\s+", "", text)
    for until in _UNTIL.finditer(text):
        first, last = text[: until.start()], _find_day(text[until.end() :])
        if last is None:
            continue
        whole = _find_day(first)
        if whole:
            return whole, last
        for pattern in (_DAY_MONTH, _DAY):
            found = pattern.fullmatch(first)
            if found:
                month = int(found["m"]) if pattern is _DAY_MONTH else last.day.month
                return _written(found, month, last.day.year), last
    return None


def _written(found: re.Match[str], month: int, year: int) -> _Written:
    """Day of a match; ValueError where the calendar lacks it."""
    day = date(year, month, int(found["d"]))
    weekday = found["weekday"]
    return _Written(day, weekday is None or _WEEKDAYS[weekday] == day.weekday())


def _check(written: tuple[_Written, ...], scalar: Scalar, key: str) -> Outcome[Days]:
    """Days in their order, with a warning for a wrong weekday."""
    first, last = written[0].day, written[-1].day
    if first.year < EARLIEST_YEAR:
        return Outcome(None, (tell_value("date-far", scalar, key=key),))
    if last < first:
        return Outcome(None, (tell_value("date-order", scalar, key=key),))
    misfit = next((one.day for one in written if not one.weekday_fits), None)
    warnings = () if misfit is None else (_tell_weekday(misfit, scalar, key),)
    return Outcome(Days(first, last if len(written) > 1 else None), warnings)


def _tell_weekday(day: date, scalar: Scalar, key: str) -> Problem:
    """Warning of a wrong weekday, with the day as it can be written, in the value's language."""
    told = tell_value("date-weekday", scalar, key=key)
    details = {**told.details, "right": format_long_day(day, "vi")}
    return Problem(told.code, told.where, details, Severity.WARNING)


def _explain(text: str) -> str:
    """Code of a text that names no full day."""
    if _SHORT_YEAR.fullmatch(text):
        return "date-short-year"
    return "date-incomplete" if _INCOMPLETE.fullmatch(text) else "date-unread"
