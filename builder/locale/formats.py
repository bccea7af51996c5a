"""Numbers and dates as people of a language read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import format_decimal

_LONG = {
    "vi": "{weekday}, ngày {day:%d} tháng {number} năm {day.year}",
    "en": "{weekday}, {day.day} {month} {day.year}",
}


@lru_cache(maxsize=4096)
def format_number(number: int, language: str) -> str:
    """Whole number with its thousands marked: `1.737` (look.md, Type)."""
    return format_decimal(number, locale=language)


def format_seconds(seconds: float, language: str) -> str:
    """Time with two decimals: `0,25`."""
    return format_decimal(seconds, format="#,##0.00", locale=language)


def format_percent(percent: Decimal, language: str) -> str:
    """Percentage with one decimal: `33,3%` (domain.md 2.6)."""
    return f"{format_decimal(percent, format='#,##0.0', locale=language)}%"


@lru_cache(maxsize=4096)
def format_day(day: date) -> str:
    """Day in lists: `20/11/2024`, in both languages."""
    return f"{day:%d/%m/%Y}"


@lru_cache(maxsize=4096)
def format_long_day(day: date, language: str) -> str:
    """Day in full: `Thứ Năm, ngày 05 tháng 9 năm 2024`.

    A zero stands before days under 10 and months 1 and 2 alone (Decree 30/2020, Annex I).
    """
    weekdays, months = _name_days(language)
    return _LONG[language].format(
        day=day,
        weekday=weekdays[day.weekday()],
        month=months[day.month],
        number=f"{day:%m}" if day.month <= 2 else day.month,
    )


@cache
def _name_days(language: str) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """Weekdays from Monday, which is 0, and months by their numbers.

    The library's patterns are read anew for each day, which takes ten times as long.
    """
    locale = Locale.parse(language)
    return locale.days["format"]["wide"], locale.months["format"]["wide"]


def format_days(first_day: date, last_day: date | None) -> str:
    """Span of days: `10/05/2023 – 12/05/2023`, or the one day."""
    if last_day is None or last_day == first_day:
        return format_day(first_day)
    return f"{format_day(first_day)} – {format_day(last_day)}"


def format_money(vnd: int, language: str) -> str:
    """Amount in đồng: `48.000.000 đồng`."""
    return f"{format_number(vnd, language)} {'đồng' if language == 'vi' else 'VND'}"


@cache
def name_country(code: str, language: str) -> str:
    """Name of a country by its ISO 3166-1 code; the code itself where there is none."""
    return str(Locale.parse(language).territories.get(code, code))
