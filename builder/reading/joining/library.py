"""From posts, partners, plans and report texts to the library, and what doesn't fit together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from builder.model.library import Activity, Library
from builder.model.partners import Partner
from builder.model.periods import Period
from builder.model.plans import Plan, ReportText
from builder.model.posts import Post
from builder.model.problems import Outcome, Problem, sort_problems
from builder.model.settings import Settings
from builder.reading.joining.addresses import check_addresses
from builder.reading.joining.approvals import (
    NO_PROOF,
    Proof,
    check_approvals,
    check_secrecy,
    find_outdated,
)
from builder.reading.joining.doubles import check_doubles
from builder.reading.joining.events import join_posts
from builder.reading.joining.missing_counts import check_counts
from builder.reading.joining.named_partners import list_partners
from builder.reading.joining.publication import Shelves, shelve_posts
from builder.reading.joining.rules import check_rules
from builder.reading.joining.tasks import check_tasks


def read_library(
    posts: Collection[Post],
    *,
    settings: Settings,
    partners: Mapping[str, Partner],
    plans: Collection[Plan],
    reports: Iterable[ReportText],
    today: date,
    left_out: Iterable[str] = (),
    broken_plans: Collection[Period] = (),
    proof: Proof = NO_PROOF,
) -> Outcome[Library]:
    """The library of all posts but those that an error names.

    `partners` are those with a file. `left_out` are paths of posts with errors of
    their own: where such a post could be read it still takes part in the checks
    across posts, so that one mistake isn't told twice. `broken_plans` are periods
    whose plan has errors: its tasks can't be told from unknown ones. `proof`
    is what approvals are held against.
    """
    shelves, joined = _shelve(posts, settings, today, proof)
    problems = sort_problems(_check(shelves, joined, settings, plans, broken_plans, proof, today))
    sound, activities, broken = _settle(shelves, joined, problems, left_out, settings)
    library = Library(
        settings,
        today,
        posts=sound.published,
        activities=activities,
        partners=list_partners(sound.published, partners),
        plans=tuple(sorted(plans, key=lambda one: (one.period.first_day, one.period.id))),
        reports=MappingProxyType({report.period.id: report for report in reports}),
        withdrawn=sound.withdrawn,
        waiting=sound.waiting,
        outdated=shelves.outdated,
        left_out=tuple(sorted(broken)),
        activity_of=_index_posts(activities),
    )
    return Outcome(library, problems)


def _shelve(
    posts: Collection[Post], settings: Settings, today: date, proof: Proof
) -> tuple[Shelves, Outcome[tuple[Activity, ...]]]:
    """Posts by who may see them, and the activities of all that are or were shown."""
    shelves = shelve_posts(posts, settings, today, find_outdated(posts, settings, proof))
    return shelves, join_posts(shelves.published, shelves.withdrawn, settings)


def _check(
    shelves: Shelves,
    joined: Outcome[tuple[Activity, ...]],
    settings: Settings,
    plans: Collection[Plan],
    broken_plans: Collection[Period],
    proof: Proof,
    today: date,
) -> Iterator[Problem]:
    """Problems across posts; drafts and other waiting posts are compared with nothing."""
    public = (*shelves.published, *shelves.withdrawn)
    activities = joined.value or ()
    yield from check_approvals((*public, *shelves.waiting), settings, shelves.outdated)
    yield from check_secrecy(shelves.published, settings, proof, today)
    yield from check_addresses(public)
    yield from joined.problems
    start_month = settings.school_year_start
    yield from check_tasks(
        public, activities, plans, start_month=start_month, broken_plans=broken_plans
    )
    yield from check_doubles(activities)
    yield from check_counts(activities, settings)
    yield from check_rules(shelves, settings, plans, broken_plans, today)


def _settle(
    shelves: Shelves,
    joined: Outcome[tuple[Activity, ...]],
    problems: Iterable[Problem],
    left_out: Iterable[str],
    settings: Settings,
) -> tuple[Shelves, tuple[Activity, ...], frozenset[str]]:
    """Posts and activities without broken posts, and all broken ones.

    `joined` is all posts together, which stands where none of them is broken.
    Where a post that led an event goes, those left may clash in turn, for
    instance an end before the new first day. They go too and nothing is told of
    them: what the teacher has to mend was told.
    """
    broken = _named_in(problems).union(left_out)
    whole = (shelves.published, shelves.withdrawn)
    while True:
        sound = shelves.without(broken)
        if (sound.published, sound.withdrawn) != whole:
            joined = join_posts(sound.published, sound.withdrawn, settings)
        if not joined.has_errors:
            return sound, joined.value or (), broken
        broken |= _named_in(joined.problems)


def _named_in(problems: Iterable[Problem]) -> frozenset[str]:
    """Paths of all files that errors name."""
    return frozenset(
        where.path
        for problem in problems
        if problem.is_error
        for where in (problem.where, *problem.also)
    )


def _index_posts(activities: Iterable[Activity]) -> Mapping[str, Activity]:
    """Path of each counted post → its activity."""
    return MappingProxyType({post.path: one for one in activities for post in one.posts})
