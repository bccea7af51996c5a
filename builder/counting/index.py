"""From the library to what falls into each of its years, gone through once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from builder.counting.tallies import Tally, tally_activities
from builder.model.library import Activity, Library
from builder.model.periods import Period, calendar_year, school_year
from builder.model.posts import Post


@dataclass(frozen=True, slots=True)
class PeriodContent:
    """What counts in one period."""

    period: Period
    tallies: tuple[Tally, ...]
    """By date, then id."""

    posts: tuple[Post, ...]
    """Counted as “tin, bài”, by date, then path."""

    new_partners: frozenset[str]
    """Ids that no activity names which began before the period (counting.md, rule 9)."""


@dataclass(frozen=True, slots=True)
class LibraryIndex:
    """A library sorted by the years that its activities and posts fall into."""

    library: Library
    tallies: Mapping[Period, tuple[Tally, ...]]
    posts: Mapping[Period, tuple[Post, ...]]
    partners_since: Mapping[str, date]
    """Partner → first day of the first activity with it."""

    def content_of(self, period: Period) -> PeriodContent:
        """What counts in a period; empty where nothing does."""
        tallies = self.tallies.get(period, ())
        named = {partner for tally in tallies for partner in tally.activity.partners}
        new = frozenset(one for one in named if self.partners_since[one] >= period.first_day)
        return PeriodContent(period, tallies, self.posts.get(period, ()), new)

    def carried_into(self, period: Period) -> tuple[Activity, ...]:
        """Activities that began in the period before and still run in this one."""
        earlier = (tally.activity for tally in self.tallies.get(period.previous, ()))
        return tuple(one for one in earlier if one.last_day and one.last_day >= period.first_day)


def index_library(library: Library) -> LibraryIndex:
    """Index of a library; each activity and each post stands in two periods."""
    start_month = library.settings.school_year_start
    tallies: defaultdict[Period, list[Tally]] = defaultdict(list)
    for tally in tally_activities(
        sorted(library.activities, key=lambda one: (one.first_day, one.id))
    ):
        for period in _periods_of(tally.activity.first_day, start_month):
            tallies[period].append(tally)
    posts: defaultdict[Period, list[Post]] = defaultdict(list)
    for post in sorted(_news_of(library), key=lambda one: (one.first_day, one.path)):
        for period in _periods_of(post.first_day, start_month):
            posts[period].append(post)
    return LibraryIndex(
        library,
        {period: tuple(found) for period, found in tallies.items()},
        {period: tuple(found) for period, found in posts.items()},
        _partners_since(library.activities),
    )


def _periods_of(day: date, start_month: int) -> tuple[Period, Period]:
    """Calendar year and school year of a day."""
    return calendar_year(day), school_year(day, start_month)


def _news_of(library: Library) -> Iterable[Post]:
    """Posts that are “tin, bài” (counting.md, rule 1)."""
    return (post for post in library.posts if post.counted and not post.summary_only)


def _partners_since(activities: Iterable[Activity]) -> Mapping[str, date]:
    """First day of each partner's first activity."""
    since: dict[str, date] = {}
    for activity in activities:
        for partner in activity.partners:
            since[partner] = min(activity.first_day, since.get(partner, activity.first_day))
    return since
