"""Words that the Decree lays down, as every format prints them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builder.model.report import Letterhead
from builder.reports.decree import (
    list_addressees,
    list_recipients,
    write_day,
    write_number,
    write_place_and_day,
)

HEAD = Letterhead("UBND XÃ SAO MAI", "TRƯỜNG", "5", "BC-THCSHM", "Sao Mai", date(2024, 2, 5))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2024, 1, 9), "ngày 09 tháng 01 năm 2024"),
        (date(2024, 2, 10), "ngày 10 tháng 02 năm 2024"),
        (date(2024, 3, 1), "ngày 01 tháng 3 năm 2024"),
        (date(2024, 12, 31), "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_zeros_stand_before_small_days_and_the_first_two_months(day: date, written: str) -> None:
    """March has no zero, the ninth of any month has one."""
    assert written == write_day(day)


def test_a_small_number_has_a_zero() -> None:
    """`5` and `05` are printed alike, `12` as it is, `05a` as the school wrote it."""
    written = [write_number(replace(HEAD, number=one)) for one in ("5", "05", "12", "05a")]

    assert ["Số: 05/BC-THCSHM", "Số: 05/BC-THCSHM", "Số: 12/BC-THCSHM", "Số: 05a/BC-THCSHM"] == (
        written
    )


def test_what_is_not_given_yet_leaves_room() -> None:
    """A draft is printed with blanks for its number and its day."""
    draft = replace(HEAD, number=None, day=None)

    assert "Số:      /BC-THCSHM" == write_number(draft).replace("\u00a0", " ")
    assert "Sao Mai, ngày …… tháng …… năm ………" == write_place_and_day(draft)


def test_one_addressee_stands_beside_the_greeting() -> None:
    """It is closed with a full stop, whether the school wrote one or not."""
    assert ("Kính gửi: Phòng Giáo dục.",) == list_addressees(["Phòng Giáo dục"])
    assert ("Kính gửi: Phòng Giáo dục.",) == list_addressees(["Phòng Giáo dục."])


def test_several_addressees_stand_on_lines_of_their_own() -> None:
    """Semicolons between them, a full stop at the end."""
    assert ("Kính gửi:", "- A;", "- B.") == list_addressees(["A", "B"])


def test_no_addressee_is_no_line() -> None:
    """A plan greets nobody."""
    assert () == list_addressees([])


def test_recipients_are_a_list_with_dashes() -> None:
    """The last one is the archive."""
    assert ("- Như trên;", "- Lưu: VT.") == list_recipients(["Như trên", "Lưu: VT"])
