"""Values as teachers write them, form by form."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builder.model.counts import Count, Mark
from builder.model.problems import Outcome, Where
from builder.reading.source.nodes import ListNode, Scalar
from builder.reading.values.counts import read_count
from builder.reading.values.days import Days, read_days
from builder.reading.values.lists import read_list
from builder.reading.values.money import read_money
from builder.reading.values.texts import read_whole, read_yes_no

WHERE = Where("content/posts/bai.md", 3, 7)
NOVEMBER_20 = Days(date(2024, 11, 20))
NOVEMBER_20_TO_22 = Days(date(2024, 11, 20), date(2024, 11, 22))


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2024-11-20", NOVEMBER_20),
        ("2024/11/20", NOVEMBER_20),
        ("20/11/2024", NOVEMBER_20),
        ("20 / 11 / 2024", NOVEMBER_20),
        ("20-11-2024", NOVEMBER_20),
        ("20.11.2024", NOVEMBER_20),
        ("5/6/2024", Days(date(2024, 6, 5))),
        ("20 tháng 11 năm 2024", NOVEMBER_20),
        ("ngày 20 tháng 11 năm 2024", NOVEMBER_20),
        ("20 thang 11 nam 2024", NOVEMBER_20),
        ("Thứ Tư, ngày 20/11/2024", NOVEMBER_20),
        ("chủ nhật 24/11/2024", Days(date(2024, 11, 24))),
        ("20/11/2024 - 22/11/2024", NOVEMBER_20_TO_22),
        ("20-11-2024 - 22-11-2024", NOVEMBER_20_TO_22),
        ("2024-11-20 - 2024-11-22", NOVEMBER_20_TO_22),
        ("20-22/11/2024", NOVEMBER_20_TO_22),
        ("20–22/11/2024", NOVEMBER_20_TO_22),
        ("20/11 - 22/11/2024", NOVEMBER_20_TO_22),
        ("từ 20/11 đến 22/11/2024", NOVEMBER_20_TO_22),
        ("từ ngày 20 đến ngày 22 tháng 11 năm 2024", NOVEMBER_20_TO_22),
        ("29/02/2024", Days(date(2024, 2, 29))),
        ("", None),
    ],
)
def test_a_day_is_read_in_every_form(written: str, days: Days | None) -> None:
    """Day before month, always; a span gives two days."""
    assert Outcome(days) == read_days(_scalar(written), key="ngày")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("31/02/2024", "date-invalid"),
        ("29/02/2023", "date-invalid"),
        ("11/20/2024", "date-invalid"),
        ("2025-13-40", "date-invalid"),
        ("20/11/24", "date-short-year"),
        ("20 tháng 11 năm 24", "date-short-year"),
        ("20/11", "date-incomplete"),
        ("11/2024", "date-incomplete"),
        ("tháng 11/2024", "date-incomplete"),
        ("2024", "date-incomplete"),
        ("22/11/2024 - 20/11/2024", "date-order"),
        ("28/12 - 02/01/2024", "date-order"),
        ("hôm qua", "date-unread"),
        ("20/11/2024 (sáng)", "date-unread"),
        ("20/11-2024", "date-unread"),
        ("1/1/0023", "date-far"),
    ],
)
def test_a_day_that_is_none_is_told(written: str, code: str) -> None:
    """Each way to miss a day has its own sentence."""
    assert [code] == _codes(read_days(_scalar(written), key="ngày"))


@pytest.mark.parametrize(
    ("written", "value", "mark"),
    [
        ("170", 170, None),
        ("170 em", 170, None),
        ("21 cán bộ", 21, None),
        ("1.250", 1250, None),
        ("1 250", 1250, None),
        ("1.250.000", 1_250_000, None),
        ("1250 lượt", 1250, None),
        ("02", 2, None),
        ("0", 0, None),
        ("không", 0, None),
        ("không có", 0, None),
        ("khoảng 170", 170, Mark.ABOUT),
        ("gần 170", 170, Mark.ABOUT),
        ("~170", 170, Mark.ABOUT),
        ("hơn 200", 200, Mark.AT_LEAST),
        ("trên 200 em", 200, Mark.AT_LEAST),
        ("200+", 200, Mark.AT_LEAST),
        ("", None, None),
        ("chưa rõ", None, None),
        ("chưa thống kê", None, None),
        ("...", None, None),
        ("…", None, None),
    ],
)
def test_a_count_is_read_in_every_form(written: str, value: int | None, mark: Mark | None) -> None:
    """Thousands, person words, marks, none and unknown."""
    count = read_count(_scalar(written), key="cán bộ", own_words={"can_bo"})

    assert Outcome(Count(value, mark, where=WHERE)) == count


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("1,250", "count-comma"),
        ("1.25", "count-decimal"),
        ("1,5", "count-decimal"),
        ("0.125", "count-decimal"),
        ("15-20", "count-many"),
        ("85 + 30", "count-many"),
        ("2 lớp (85 em)", "count-many"),
        ("khoảng 200+", "count-many"),
        ("hai mươi", "count-words"),
        ("-5", "count-negative"),
        ("02 lớp", "count-unit"),
        ("85 học sinh", "count-unit"),
        ("170 (dự kiến)", "count-unread"),
        ("9" * 5000, "count-unread"),
    ],
)
def test_a_count_that_is_none_is_told(written: str, code: str) -> None:
    """Each way to miss a number has its own sentence."""
    assert [code] == _codes(read_count(_scalar(written), key="cán bộ", own_words={"can_bo"}))


@pytest.mark.parametrize(
    ("written", "vnd"),
    [
        ("12.000.000", 12_000_000),
        ("12 000 000 VNĐ", 12_000_000),
        ("12000000 đồng", 12_000_000),
        ("12 triệu", 12_000_000),
        ("12tr", 12_000_000),
        ("1,5 tỷ", 1_500_000_000),
        ("1,5 tỉ đồng", 1_500_000_000),
        ("500 nghìn", 500_000),
        ("500k", 500_000),
        ("1.200 triệu", 1_200_000_000),
        ("0", 0),
        ("", None),
        ("chưa rõ", None),
    ],
)
def test_money_is_read_in_every_form(written: str, vnd: int | None) -> None:
    """Whole đồng, whatever word stands for the noughts."""
    assert Outcome(vnd) == read_money(_scalar(written), key="giá trị")


@pytest.mark.parametrize("written", ["12,000,000", "1.5 tỷ", "1,2345 nghìn", "-5", "12 đô", "1,5"])
def test_money_that_can_be_read_two_ways_is_told(written: str) -> None:
    """A comma is a decimal sign, before a word for noughts alone."""
    assert ["money-unread"] == _codes(read_money(_scalar(written), key="giá trị"))


@pytest.mark.parametrize(
    ("written", "said"),
    [(word, True) for word in ("có", "Rồi", "đúng", "yes", "true", "x", "1")]
    + [(word, False) for word in ("không", "chưa", "Sai", "no", "false", "0")]
    + [("", None)],
)
def test_yes_and_no_go_by_many_names(written: str, *, said: bool | None) -> None:
    """Nothing written says neither."""
    assert Outcome(said) == read_yes_no(_scalar(written), key="nháp")


@pytest.mark.parametrize("written", ["0", "-1", "2 lần", "khoảng 2", "1,5", "9" * 5000])
def test_a_whole_number_has_no_words_and_no_mark(written: str) -> None:
    """Sessions and quantities are counted, not guessed."""
    assert ["whole-number"] == _codes(read_whole(_scalar(written), key="số lần"))


def test_a_list_on_one_line_has_the_place_of_each_piece() -> None:
    """An editor can jump to the piece, behind an opening quote too."""
    pieces = read_list(Scalar("a,  b ;c", WHERE, is_plain=False), key="kênh").value

    assert [("a", 8), ("b", 12), ("c", 15)] == [
        (one.text, one.where.column) for one in pieces or ()
    ]


def test_items_of_a_list_are_never_split() -> None:
    """Who writes a list has split it already; empty items say nothing."""
    node = ListNode((_scalar("Hội A, xã B"), _scalar("")), WHERE)

    assert ["Hội A, xã B"] == [one.text for one in read_list(node, key="đối tác").value or ()]


def _scalar(written: str) -> Scalar:
    """A plain value."""
    return Scalar(written, WHERE)


def _codes(outcome: Outcome[Any]) -> list[str]:
    """Codes of what was told; nothing usable came out."""
    return [one.code for one in outcome.problems if outcome.value is None]
