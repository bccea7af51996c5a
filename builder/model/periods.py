"""Calendar years and school years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

_REMEMBERED = 1024
"""Periods that are kept: each post asks for two of the same few."""

_BEFORE_YEAR = re.compile(r"^(?:năm học|năm|NH)\s+", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–—]\s*")


class PeriodKind(StrEnum):
    """The two kinds of year that schools report on."""

    CALENDAR = "calendar"
    SCHOOL_YEAR = "school-year"

    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Period:
    """A year with its first and last day, both included (counting.md, rule 7)."""

    kind: PeriodKind
    id: str
    """`2023` or `nam-hoc-2022-2023` (outputs.md, Periods)."""

    first_day: date
    last_day: date

    def __contains__(self, day: date) -> bool:
        """Whether the day falls into the period."""
        return self.first_day <= day <= self.last_day

    @property
    def name(self) -> str:
        """Bare name for people: `2023` or `2022-2023`."""
        return self.id.removeprefix("nam-hoc-")

    @property
    def months(self) -> tuple[date, ...]:
        """First days of its twelve months, in order."""
        start = self.first_day.year * 12 + self.first_day.month - 1
        return tuple(date(one // 12, one % 12 + 1, 1) for one in range(start, start + 12))

    @property
    def previous(self) -> Period:
        """The period of the same kind right before."""
        return _period(self.kind, self.first_day.year - 1, self.first_day.month)

    @property
    def next(self) -> Period:
        """The period of the same kind right after."""
        return _period(self.kind, self.first_day.year + 1, self.first_day.month)


def calendar_year(day: date) -> Period:
    """Calendar year of a day."""
    return _period(PeriodKind.CALENDAR, day.year, 1)


def school_year(day: date, start_month: int = 9) -> Period:
    """School year of a day; it starts on the first of `start_month` (configuration.md)."""
    return _period(PeriodKind.SCHOOL_YEAR, day.year - (day.month < start_month), start_month)


def find_period(text: str, start_month: int = 9) -> Period | None:
    """Period that a command or a file name means: `2023`, `2022-2023`, `nam-hoc-2022-2023`.

    None where the text is none of these, or the second year isn't the first + 1.
    """
    found = re.fullmatch(r"(?:(nam-hoc-)?([1-9]\d{3})-([1-9]\d{3})|([1-9]\d{3}))", text)
    if found is None:
        return None
    if found[4]:
        return _period(PeriodKind.CALENDAR, int(found[4]), 1)
    if int(found[3]) != int(found[2]) + 1:
        return None
    return _period(PeriodKind.SCHOOL_YEAR, int(found[2]), start_month)


def find_written_period(text: str, start_month: int = 9) -> Period | None:
    """Period as people write it: also `2022 – 2023`, `NH 2022-2023`, `năm học 2022 - 2023`."""
    return find_period(_DASH.sub("-", _BEFORE_YEAR.sub("", text.strip())), start_month)


@lru_cache(_REMEMBERED)
def _period(kind: PeriodKind, year: int, month: int) -> Period:
    """Period that starts on the first of a month."""
    first_day = date(year, month, 1)
    last_day = date(year + 1, month, 1) - timedelta(days=1)
    named = f"{year}" if kind is PeriodKind.CALENDAR else f"nam-hoc-{year}-{year + 1}"
    return Period(kind, named, first_day, last_day)
