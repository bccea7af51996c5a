"""Published posts and plans → findings on a site left alone, and on years without a plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from builder.model.periods import Period, calendar_year, school_year
from builder.model.plans import Plan
from builder.model.posts import Post
from builder.reading.rules.findings import Finding

OLDEST_DAYS = 60
"""Days that the newest post may be old (domain.md 1.2, 001-21)."""

_HOLIDAYS = (6, 7, 8)


def find_stale(posts: Collection[Post], today: date) -> Iterator[tuple[Post, Finding]]:
    """The finding of a newest post older than `OLDEST_DAYS`; none in the summer's holidays."""
    if not posts or today.month in _HOLIDAYS:
        return
    newest = max(posts, key=lambda one: (one.publish_on or one.first_day, one.path))
    days = (today - (newest.publish_on or newest.first_day)).days
    if days > OLDEST_DAYS:
        details = {"days": str(days), "most": str(OLDEST_DAYS)}
        yield newest, Finding("freshness", newest.place_of("publish_on", "date"), details)


def find_unplanned(
    posts: Iterable[Post],
    plans: Iterable[Plan],
    broken_plans: Iterable[Period],
    start_month: int,
) -> Iterator[tuple[Post, Finding]]:
    """A finding for each year with posts whose days no plan covers, at its first post."""
    planned = {*(plan.period for plan in plans), *broken_plans}
    told: set[int] = set()
    for post in sorted(posts, key=lambda one: (one.first_day, one.path)):
        year = calendar_year(post.first_day)
        has_plan = year in planned or school_year(post.first_day, start_month) in planned
        if not has_plan and post.first_day.year not in told:
            told.add(post.first_day.year)
            yield post, Finding("missing-plan", post.place_of("date"), {"period": year.name})
