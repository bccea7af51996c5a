"""From the library to the summaries of its periods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from builder.counting.index import LibraryIndex, PeriodContent, index_library
from builder.counting.partners import count_partners
from builder.counting.plan import count_plan, find_plan
from builder.counting.resources import count_resources, list_gifts
from builder.counting.tables import (
    count_channels,
    count_levels,
    count_months,
    count_roles,
    count_themes,
    count_types,
)
from builder.counting.tallies import Tally
from builder.counting.totals import count_totals
from builder.model.counts import Group
from builder.model.library import Library
from builder.model.periods import Period
from builder.model.summary import PeriodSummary, Totals


def count_library(library: Library) -> tuple[PeriodSummary, ...]:
    """Summaries of every calendar and school year that an activity began in, by day and kind."""
    index = index_library(library)
    contents = {period: index.content_of(period) for period in index.tallies}
    totals = {period: count_totals(one, library) for period, one in contents.items()}
    return tuple(
        _summarise(index, contents[period], totals[period], totals.get(period.previous))
        for period in sorted(contents, key=lambda one: (one.first_day, one.kind))
    )


def count_period(library: Library, period: Period) -> PeriodSummary:
    """Summary of one period, also of one without any activity."""
    index = index_library(library)
    content, before = index.content_of(period), index.content_of(period.previous)
    previous = count_totals(before, library) if before.tallies else None
    return _summarise(index, content, count_totals(content, library), previous)


def _summarise(
    index: LibraryIndex, content: PeriodContent, totals: Totals, previous: Totals | None
) -> PeriodSummary:
    """All numbers of one period whose totals and those of the period before are counted."""
    library, tallies = index.library, content.tallies
    words = library.settings.vocabulary
    plan = find_plan(library, content.period)
    return PeriodSummary(
        period=content.period,
        totals=totals,
        by_activity_type=count_types(tallies, words.activity_types),
        by_month=count_months(content),
        by_level=count_levels(tallies, words.levels),
        by_role=count_roles(tallies, words.roles),
        by_channel=count_channels(content.posts, words.channels),
        by_theme=count_themes(content.posts, words.themes),
        partners=count_partners(content, library.partners),
        resources=count_resources(tallies, words),
        gifts=list_gifts(tallies),
        plan=plan,
        plan_rows=count_plan(plan, content, library) if plan else (),
        activities=tuple(tally.row for tally in tallies),
        posts=content.posts,
        carried_over=index.carried_into(content.period),
        unknown=_list_unknown(tallies),
        previous=previous,
        left_out=len(library.left_out),
    )


def _list_unknown(tallies: Sequence[Tally]) -> Mapping[str, tuple[str, ...]]:
    """Activities nobody counted, and under a group's name those that state it as unknown."""
    found: dict[str, list[str]] = {"participants": [], **{str(group): [] for group in Group}}
    for tally in tallies:
        if tally.activity.participants is None:
            found["participants"].append(tally.id)
            continue
        for group, count in tally.row.counts.items():
            if count.value is None:
                found[group].append(tally.id)
    return MappingProxyType({name: tuple(ids) for name, ids in found.items() if ids})
