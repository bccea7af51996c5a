"""Lượt, peaks and what nobody counted (counting.md, rules 4, 5, 6 and 19)."""

from __future__ import annotations

import pytest

from builder.counting import count_activities
from builder.model.counts import Count, Group, Mark, Participants
from builder.model.posts import Post
from builder.model.summary import Figure, Totals
from tests.counting.school import library, numbers, people, post, summaries


def totals_of(*stated: Participants | None) -> Totals:
    """Key figures of a year with one activity for each statement, `a`, `b`, …."""
    posts = (held(name, one) for name, one in zip("abcdef", stated, strict=False))
    return summaries(*posts)["2025"].totals


def held(name: str, participants: Participants | None, **facts: object) -> Post:
    """A post about an activity of 2025."""
    day = f"2025-03-0{'abcdef'.index(name) + 1}"
    return post(name, day, **({"participants": participants} if participants else {}), **facts)


def shown(figure: Figure) -> tuple[int | None, Mark | None, tuple[str, ...]]:
    """Value, mark and unknown activities."""
    return figure.value, figure.mark, figure.unknown


def test_neither_sessions_nor_days_multiply() -> None:
    """The stated number is that of the whole activity."""
    counted = summaries(
        held("a", people(students=50), sessions=3, until="2025-03-20"),
    )["2025"].totals

    assert 50 == counted.attendance.groups[Group.STUDENTS].value
    assert 3 == counted.sessions.value


def test_an_activity_nobody_counted_adds_nothing_and_is_named() -> None:
    """Unknown is not zero: every group may have been there."""
    attendance = totals_of(people(students=50), None).attendance

    assert (50, None, ("2025/b",)) == shown(attendance.groups[Group.STUDENTS])
    assert (None, None, ("2025/b",)) == shown(attendance.groups[Group.GUESTS])
    assert (50, None, ("2025/b",)) == shown(attendance.total)
    assert {"2025/a": 50, "2025/b": None} == numbers(attendance.groups[Group.STUDENTS])


def test_a_group_that_is_not_named_had_no_part() -> None:
    """Where participants are given, nothing is missing for the others."""
    counted = summaries(held("a", people(students=50)))["2025"]

    assert (None, None, ()) == shown(counted.totals.attendance.groups[Group.PARENTS])
    assert {} == dict(counted.unknown)


def test_a_group_stated_as_unknown_is_listed() -> None:
    """The known groups still make the activity's total."""
    counted = summaries(held("a", people(students=50, parents="?")))["2025"]

    assert (None, None, ("2025/a",)) == shown(counted.totals.attendance.groups[Group.PARENTS])
    assert (50, None, ("2025/a",)) == shown(counted.totals.attendance.total)
    assert {"parents": ("2025/a",)} == dict(counted.unknown)


def test_zero_is_known() -> None:
    """A stated 0 is a number like any other."""
    totals = totals_of(people(parents=0))

    assert (0, None, ()) == shown(totals.attendance.groups[Group.PARENTS])
    assert (0, None, ()) == shown(totals.peak[Group.PARENTS])


def test_activities_without_numbers_are_listed_once() -> None:
    """They stand under `participants`, not under every group."""
    counted = summaries(held("a", None))["2025"]

    assert {"participants": ("2025/a",)} == dict(counted.unknown)


def test_a_bare_total_adds_to_the_total_alone() -> None:
    """Its groups are unknown, and no group is stated as such."""
    totals = totals_of(people(total=80), people(students=50))

    assert 130 == totals.attendance.total.value
    assert (50, None, ()) == shown(totals.attendance.groups[Group.STUDENTS])
    assert 50 == totals.peak[Group.STUDENTS].value


def test_a_total_is_unknown_where_no_group_is_known() -> None:
    """All that is stated is that somebody came."""
    (row,) = count_activities(library(held("a", people(parents="?"))).activities)

    assert row.total is None
    assert {Group.PARENTS: None} == {group: one.value for group, one in row.counts.items()}


def test_counts_stand_in_the_order_of_every_table() -> None:
    """However the post names the groups."""
    (row,) = count_activities(library(held("a", people(guests=1, staff=2))).activities)

    assert [Group.STAFF, Group.GUESTS] == list(row.counts)


@pytest.mark.parametrize(
    ("stated", "mark"),
    [
        ((50, "~30"), Mark.ABOUT),
        ((50, "30+"), Mark.AT_LEAST),
        (("~50", "30+"), Mark.ABOUT),
        ((50, 30), None),
    ],
)
def test_a_sum_carries_the_marks_of_its_counts(
    stated: tuple[int | str, int | str], mark: Mark | None
) -> None:
    """≈ where both stand; also in the total of an activity and of the year."""
    first, second = stated
    by_group = totals_of(people(students=first), people(students=second))
    (row,) = count_activities(library(held("a", people(students=first, staff=second))).activities)

    assert (80, mark, ()) == shown(by_group.attendance.groups[Group.STUDENTS])
    assert (80, mark, ()) == shown(by_group.attendance.total)
    assert Count(80, mark) == row.total


def test_a_peak_is_the_largest_single_activity() -> None:
    """Only its own mark matters, not that of a smaller one."""
    peak = totals_of(people(students="~30"), people(students=50)).peak[Group.STUDENTS]

    assert (50, None, ()) == shown(peak)
    assert {"2025/b": 50} == numbers(peak)


def test_a_peak_of_several_activities_is_marked_if_one_is() -> None:
    """All activities that reach it are its parts."""
    peak = totals_of(people(students=50), people(students="50+")).peak[Group.STUDENTS]

    assert (50, Mark.AT_LEAST, ()) == shown(peak)
    assert {"2025/a": 50, "2025/b": 50} == numbers(peak)


@pytest.mark.parametrize(
    ("bare", "students", "total"),
    [
        ("~80", 50, Count(80, None)),
        (80, "~50", Count(80, None)),
        ("~80", "~50", Count(80, Mark.ABOUT)),
        ("80+", "50+", Count(80, Mark.AT_LEAST)),
        ("80+", "~50", Count(80, Mark.ABOUT)),
    ],
)
def test_a_bare_total_beside_groups_is_exact_if_it_or_all_groups_are(
    bare: int | str, students: int | str, total: Count
) -> None:
    """The groups come from one post of the event, the bare total from another."""
    staff = 30 if students == 50 else "~30" if students == "~50" else "30+"
    (row,) = count_activities(
        library(
            held("a", people(staff=staff, students=students), event="hoi-thi"),
            held("b", people(total=bare), event="hoi-thi"),
        ).activities
    )

    assert total == row.total


def test_a_bare_total_beside_an_unknown_group_is_the_total() -> None:
    """It counts everybody, so nobody lacks in the total; the group stays unknown."""
    counted = summaries(
        held("a", people(students=50, parents="?"), event="hoi-thi"),
        held("b", people(total=80), event="hoi-thi"),
    )["2025"].totals

    assert (80, None, ()) == shown(counted.attendance.total)
    assert (None, None, ("hoi-thi",)) == shown(counted.attendance.groups[Group.PARENTS])


def test_an_unknown_total_alone_is_no_statement() -> None:
    """`tham gia: chưa rõ` is as good as nothing."""
    assert {"participants": ("2025/a",)} == dict(
        summaries(held("a", people(total="?")))["2025"].unknown
    )
