"""The kindergarten's report for 2020 and its variants, worked by hand."""

from __future__ import annotations

from typing import Any

from builder.model.counts import Group
from builder.model.posts import Post
from builder.model.summary import How, PeriodSummary
from tests.counting.school import people, post, summaries

WHOLE = people(staff=21, students=170, whole=True)


def test_the_kindergartens_report() -> None:
    """Two sessions for the whole school make 2 activities, 42 and 340 lượt, 21 and 170 people."""
    counted = count_2020(session("a", "2020-03-09"), session("b", "2020-10-05"))

    assert {
        "activities": 2,
        "posts": 2,
        "sessions": 2,
        "communication_sessions": 2,
        "attendance": [42, 340, None, None, None, 382],
        "peak": [21, 170, None, None, None],
        "persons": {"staff": (21, "whole-school"), "students": (170, "whole-school")},
    } == told(counted)


def test_a_third_post_about_the_second_activity_changes_posts_alone() -> None:
    """Both then carry one event; every figure but `posts` stays."""
    without = count_2020(session("a", "2020-03-09"), session("b", "2020-10-05", event="tt"))
    follow_up = post("c", "2020-10-07", "tuyen-truyen", event="tt")
    counted = count_2020(
        session("a", "2020-03-09"), session("b", "2020-10-05", event="tt"), follow_up
    )

    assert told(without) | {"posts": 3} == told(counted)


def test_one_post_with_two_sessions() -> None:
    """Sessions multiply nothing: 1 activity, 2 communication sessions, 21 and 170 lượt."""
    counted = count_2020(session("a", "2020-03-09", sessions=2))

    assert {
        "activities": 1,
        "posts": 1,
        "sessions": 2,
        "communication_sessions": 2,
        "attendance": [21, 170, None, None, None, 191],
        "peak": [21, 170, None, None, None],
        "persons": {"staff": (21, "whole-school"), "students": (170, "whole-school")},
    } == told(counted)


def test_the_second_session_is_not_the_whole_schools() -> None:
    """The largest activity was, so the report still says 21 and 170 plainly."""
    counted = count_2020(
        session("a", "2020-03-09"),
        session("b", "2020-10-05", participants=people(staff=18, students=150)),
    )

    assert [39, 320, None, None, None, 359] == told(counted)["attendance"]
    assert {"staff": (21, "whole-school"), "students": (170, "whole-school")} == told(counted)[
        "persons"
    ]


def test_no_session_is_the_whole_schools() -> None:
    """Then the report can only say “ít nhất 15” and “ít nhất 90”."""
    counted = count_2020(
        session("a", "2020-03-09", participants=people(staff=12, students=90)),
        session("b", "2020-10-05", participants=people(staff=15, students=80)),
    )

    assert [27, 170, None, None, None, 197] == told(counted)["attendance"]
    assert {"staff": (15, "at-least"), "students": (90, "at-least")} == told(counted)["persons"]


def session(name: str, day: str, **facts: object) -> Post:
    """A communication session of the kindergarten, of the whole school where nothing is said."""
    return post(name, day, "tuyen-truyen", **({"participants": WHOLE} | facts))


def count_2020(*posts: Post) -> PeriodSummary:
    """Summary of 2020."""
    return summaries(*posts)["2020"]


def told(summary: PeriodSummary) -> dict[str, Any]:
    """Key figures as the report tells them."""
    totals = summary.totals
    return {
        "activities": totals.activities.value,
        "posts": totals.posts.value,
        "sessions": totals.sessions.value,
        "communication_sessions": totals.communication_sessions.value,
        "attendance": [
            *(totals.attendance.groups[group].value for group in Group),
            totals.attendance.total.value,
        ],
        "peak": [totals.peak[group].value for group in Group],
        "persons": {
            str(group): (persons.figure.value, str(How(persons.how)))
            for group, persons in totals.persons.items()
        },
    }
