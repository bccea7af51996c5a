"""Figures of rows that a period lacks: one template of the school's serves every year."""

from __future__ import annotations

import pytest

from builder.counting import count_library
from builder.reports.composing import list_absent, list_numbers
from tests.counting import demo
from tests.reports.composing.papers import library_of

LIBRARY = library_of(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS)
LISTS = (
    *("by_activity_type.", "by_level.", "by_role.", "by_channel.", "by_theme.", "partners."),
    *("plan.", "previous.", "resources.", "totals.persons."),
)


def test_rows_of_any_period_can_be_named_in_every_period() -> None:
    """A tag that is right in one year is no misspelling in another."""
    named = {
        path
        for summary in count_library(LIBRARY)
        for path in list_numbers(summary, "vi")
        if path.startswith(LISTS) and ".goods." not in path
    }

    assert set() == named - list_absent(LIBRARY, "vi").keys()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("by_activity_type.cu-di-hoc-tap.activities", "0"),
        ("by_theme.guong-dien-hinh.posts", "0"),
        ("resources.tien.value_vnd", "0"),
        ("by_activity_type.cu-di-hoc-tap.attendance.students", "chưa có số liệu"),
        ("totals.persons.parents.value", "chưa có số liệu"),
    ],
)
def test_what_is_counted_is_nought_and_what_is_not_known_is_unknown(path: str, shown: str) -> None:
    """No activity is 0; people whom nobody counted are never 0."""
    assert shown == list_absent(LIBRARY, "vi")[path]


def test_a_misspelt_row_is_still_unknown() -> None:
    """Only words of the vocabulary, partners and tasks of the school have rows."""
    assert "by_activity_type.tuyen-truyn.activities" not in list_absent(LIBRARY, "vi")
