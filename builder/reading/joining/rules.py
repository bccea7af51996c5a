"""Posts together → what rules on content find in their activities and their years."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from builder.model.periods import Period
from builder.model.plans import Plan
from builder.model.posts import Post, Status
from builder.model.problems import Problem, Severity
from builder.model.settings import Settings
from builder.reading.joining.activities import is_text_only
from builder.reading.joining.publication import Shelves
from builder.reading.rules.activities import find_in_activities
from builder.reading.rules.findings import weigh_findings
from builder.reading.rules.timeliness import find_stale, find_unplanned
from builder.reading.rules.watch import NOBODY, make_watch


def check_rules(
    shelves: Shelves,
    settings: Settings,
    plans: Collection[Plan],
    broken_plans: Collection[Period],
    today: date,
) -> Iterator[Problem]:
    """Problems by the levels of the school; posts that wait are looked at with the published."""
    watch = make_watch(settings, today, NOBODY)
    shown = (*shelves.published, *(post for post in shelves.waiting if not post.internal))
    start = settings.school_year_start
    found = (
        *find_in_activities(shown, partial(is_text_only, settings=settings)),
        *find_stale(shelves.published, today),
        *find_unplanned(shelves.published, plans, broken_plans, start),
    )
    for post, finding in found:
        for problem in weigh_findings([finding], watch.levels, watch.laws, post.allowances):
            yield _as_of_draft(problem, post)


def _as_of_draft(problem: Problem, post: Post) -> Problem:
    """The problem as its post's status weighs it: a draft stops nothing."""
    is_draft = post.status is Status.DRAFT
    return replace(problem, severity=Severity.WARNING) if is_draft else problem
