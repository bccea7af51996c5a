"""`status`: a library → posts and tasks that wait, for whom, and what the school accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from builder.counting import count_period
from builder.model.library import Library
from builder.model.plans import Plan, PlanTask
from builder.model.posts import Allowance, Post
from builder.model.waiting import Reason, reason_of

_ORDER = tuple(Reason)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A post that readers can't see yet."""

    post: Post
    reason: Reason
    whom: tuple[str, ...]
    """Names of those whose turn it is; empty: nobody in particular is named."""

    since: date
    """The last day on which something happened to it, or the coming day of its publication.

    A file's own day says nothing: it is that of the last copying. So a post that
    nobody approved waits since its activity.
    """


def list_waiting(library: Library) -> tuple[Waiting, ...]:
    """Posts that wait for somebody or for their day, by reason, then the longest waiting first."""
    found = (_describe(one, library) for one in library.waiting if not one.internal)
    return tuple(
        sorted(found, key=lambda one: (_ORDER.index(one.reason), one.since, one.post.path))
    )


def list_idle_tasks(library: Library) -> tuple[PlanTask, ...]:
    """Tasks of the plans that run today for which nothing was done yet (domain.md 1.2, 001-20).

    Those that are met only if the occasion arises wait for nobody.
    """
    running = (
        plan
        for plan in library.plans
        if plan.period.first_day <= library.today <= plan.period.last_day
    )
    return tuple(task for plan in running for task in _find_idle(plan, library))


def list_allowances(library: Library) -> tuple[tuple[Post, Allowance], ...]:
    """What the school accepts in its posts, by path, in the order of each post."""
    posts = sorted((*library.posts, *library.waiting), key=lambda one: one.path)
    return tuple((post, one) for post in posts for one in post.allowances)


def _find_idle(plan: Plan, library: Library) -> tuple[PlanTask, ...]:
    """Tasks of one plan that no activity and no post names, and none of whose targets has begun."""
    summary = count_period(library, plan.period)
    busy = {row.task.id for row in summary.plan_rows if row.counted.value}
    busy |= {task for row in summary.activities for task in row.activity.tasks}
    busy |= {task.id for post in summary.posts for task in post.tasks}
    return tuple(task for task in plan.tasks if not task.optional and task.id not in busy)


def _describe(post: Post, library: Library) -> Waiting:
    """One waiting post."""
    reason = reason_of(post, library.today, library.outdated)
    whom = post.authors if reason is Reason.DRAFT else ()
    since = post.first_day
    if reason is Reason.OUTDATED:
        whom = (post.approved_by,) if post.approved_by else ()
        since = post.approved_on or post.first_day
    elif reason is Reason.LATER and post.publish_on is not None:
        since = post.publish_on
    return Waiting(post, reason, whom, since)
