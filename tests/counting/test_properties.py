"""What holds in every library (counting.md, rules 6, 8 and 17)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.counting import count_library, count_period
from builder.model.library import Library
from builder.model.periods import PeriodKind
from builder.model.posts import Post, Status
from builder.model.summary import Attendance, Figure, PeriodSummary
from tests.counting.libraries import libraries
from tests.counting.school import post, read

FEW = settings(max_examples=60)
"""Each library holds many cases already."""


@FEW
@given(libraries())
def test_sums_by_type_and_by_month_equal_the_totals(posts: list[Post]) -> None:
    """Activities, sessions and lượt of every group, in every period."""
    for summary in _count(posts):
        totals = summary.totals
        wanted = [totals.activities.value, totals.sessions.value, *_people([totals.attendance])]
        for rows in (summary.by_activity_type, summary.by_month):
            assert wanted == [
                sum(row.activities.value or 0 for row in rows),
                sum(row.sessions.value or 0 for row in rows),
                *_people([row.attendance for row in rows]),
            ]


@FEW
@given(libraries())
def test_roles_split_the_activities(posts: list[Post]) -> None:
    """Every activity has exactly one role."""
    for summary in _count(posts):
        assert summary.totals.activities.value == sum(
            row.count.value or 0 for row in summary.by_role
        )


@FEW
@given(libraries())
def test_calendar_years_and_school_years_split_the_same_activities(posts: list[Post]) -> None:
    """Each activity stands in one year of either kind; so do money and sessions."""
    known = _read(posts)
    counted = count_library(known)
    for kind in PeriodKind:
        years = [one for one in counted if one.period.kind is kind]
        assert Counter(one.id for one in known.activities) == Counter(
            row.activity.id for one in years for row in one.activities
        )
        assert sum(one.sessions for one in known.activities) == sum(
            one.totals.sessions.value or 0 for one in years
        )


@FEW
@given(libraries(), st.randoms(use_true_random=False))
def test_the_order_in_which_posts_are_read_does_not_matter(
    posts: list[Post], random: object
) -> None:
    """Same posts, same library, same problems."""
    shuffled = list(posts)
    random.shuffle(shuffled)

    assert read(posts) == read(shuffled)


@FEW
@given(libraries(), libraries())
def test_drafts_change_nothing(posts: list[Post], others: list[Post]) -> None:
    """Nor do internal posts, whatever they claim."""
    hidden = [
        post(f"draft-{number}", str(one.first_day), one.activity_type, **hidden_by)
        for number, one in enumerate(others)
        for hidden_by in [{"status": Status.DRAFT} if number % 2 else {"internal": True}]
    ]

    assert _count(posts) == _count([*posts, *hidden])


@FEW
@given(libraries())
def test_parts_sum_to_their_figure(posts: list[Post]) -> None:
    """Peaks and persons aside, whose parts each reach the figure."""
    for summary in _count(posts):
        for figure in _figures(summary):
            known = [part.value for part in figure.parts if part.value is not None]
            if figure.path and (".peak." in figure.path or ".persons." in figure.path):
                assert {figure.value} - {None} == set(known)
            else:
                assert (figure.value or 0) == sum(known)
                assert bool(known) or not figure.value


@FEW
@given(libraries())
def test_no_figure_is_named_twice(posts: list[Post]) -> None:
    """A path leads to one figure."""
    for summary in _count(posts):
        paths = Counter(figure.path for figure in _figures(summary) if figure.path)

        assert [] == [path for path, times in paths.items() if times > 1]


@FEW
@given(libraries())
def test_persons_lie_between_peak_and_people(posts: list[Post]) -> None:
    """A peak is at most what it is a part of."""
    for summary in _count(posts):
        totals = summary.totals
        for group, persons in totals.persons.items():
            most = totals.attendance.groups[group].value

            assert totals.peak[group].value == persons.figure.value
            assert most is not None
            assert persons.figure.value is not None
            assert persons.figure.value <= most


@FEW
@given(libraries())
def test_a_period_alone_is_counted_as_among_all(posts: list[Post]) -> None:
    """`count_period` and `count_library` agree."""
    known = _read(posts)

    assert count_library(known) == tuple(
        count_period(known, one.period) for one in count_library(known)
    )


@FEW
@given(libraries())
def test_every_post_stands_on_one_shelf(posts: list[Post]) -> None:
    """Published, withdrawn, waiting, or left out for an error that names it."""
    outcome = read(posts)
    known = _read(posts)
    shelved = [one.path for one in (*known.posts, *known.withdrawn, *known.waiting)]
    named = {
        where.path
        for problem in outcome.problems
        if problem.is_error
        for where in (problem.where, *problem.also)
    }

    assert sorted(one.path for one in posts) == sorted((*shelved, *known.left_out))
    assert named <= set(known.left_out)


def _read(posts: Iterable[Post]) -> Library:
    """Library of posts, clashes left out."""
    known = read(posts).value
    assert known is not None
    return known


def _count(posts: Iterable[Post]) -> tuple[PeriodSummary, ...]:
    """Summaries of posts."""
    return count_library(_read(posts))


def _people(attendances: list[Attendance]) -> list[int | None]:
    """Sums by group and in all; None where no row knows any."""
    columns = zip(*([*one.groups.values(), one.total] for one in attendances), strict=True)
    return [_sum_known([figure.value for figure in column]) for column in columns]


def _sum_known(values: list[int | None]) -> int | None:
    """Sum of what is known."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _figures(value: object) -> Iterator[Figure]:
    """Every figure of a summary, those of the year before aside."""
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _figures(one)
    elif hasattr(value, "items"):
        for one in value.values():
            yield from _figures(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"previous", "activity", "partner", "plan", "posts"}:
                yield from _figures(getattr(value, field.name))
