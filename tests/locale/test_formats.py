"""Numbers and dates as people read them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_date

from builder.locale.formats import format_days, format_long_day, format_number, format_percent


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 2, 27), "Thứ Hai, ngày 27 tháng 02 năm 2023"),
        (date(2021, 5, 6), "Thứ Năm, ngày 06 tháng 5 năm 2021"),
        (date(2020, 10, 1), "Thứ Năm, ngày 01 tháng 10 năm 2020"),
    ],
)
def test_a_day_in_full_follows_the_zero_rule(day: date, expected: str) -> None:
    """Days under 10 and the months 1 and 2 carry a zero, other months none."""
    written = format_long_day(day, "vi")

    assert expected == written


@pytest.mark.parametrize("language", ["vi", "en"])
def test_days_in_full_are_named_as_the_library_names_them(language: str) -> None:
    """Each weekday and month, by a pattern of the library's own."""
    first = date(2024, 1, 1)
    days = [first + timedelta(number) for number in range(366)]
    vi = "EEEE, 'ngày' dd 'tháng' {} 'năm' y"
    patterns = ["EEEE, d MMMM y" if language == "en" else vi.format("M" * n) for n in (1, 2)]
    expected = [format_date(one, patterns[one.month <= 2], locale=language) for one in days]

    assert expected == [format_long_day(one, language) for one in days]


def test_thousands_are_marked_by_a_dot() -> None:
    """1737 is read as 1.737."""
    assert "1.737" == format_number(1737, "vi")


def test_a_percentage_has_one_decimal_behind_a_comma() -> None:
    """A third is 33,3%."""
    assert "33,3%" == format_percent(Decimal("33.3"), "vi")


def test_one_day_is_no_span() -> None:
    """An activity that ends on the day it began shows one day."""
    assert "05/09/2024" == format_days(date(2024, 9, 5), date(2024, 9, 5))
