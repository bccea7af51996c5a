"""From a period's plan to how far each of its targets was reached (counting.md, rule 13)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from builder.counting.attendance import count_group, count_people
from builder.counting.figures import sum_parts
from builder.counting.index import PeriodContent
from builder.counting.partners import count_distinct_partners
from builder.counting.resources import count_money
from builder.counting.tallies import Tally
from builder.model.counts import Group
from builder.model.library import Library
from builder.model.periods import Period
from builder.model.plan_rows import name_plan_row
from builder.model.plans import Plan, PlanTask, Target
from builder.model.posts import Post
from builder.model.summary import Figure, Part, PlanRow, PlanState


def find_plan(library: Library, period: Period) -> Plan | None:
    """The plan of exactly this period."""
    return next((plan for plan in library.plans if plan.period == period), None)


def count_plan(plan: Plan, content: PeriodContent, library: Library) -> tuple[PlanRow, ...]:
    """One row for each stated target, in the plan's order."""
    return tuple(row for task in plan.tasks for row in _task_rows(task, content, library))


@dataclass(frozen=True, slots=True)
class _Taken:
    """What one target takes of a period."""

    path: str
    """Of the figure that it gives."""

    tallies: tuple[Tally, ...]
    posts: tuple[Post, ...]
    new_partners: frozenset[str]
    communication: frozenset[str]
    """Types whose sessions are communication sessions."""


def _task_rows(task: PlanTask, content: PeriodContent, library: Library) -> tuple[PlanRow, ...]:
    """Rows of one task; whether it arose is seen from all its targets together."""
    taken = [
        _take(task, target, f"{name_plan_row(task.id, place)}.counted", content, library)
        for place, target in enumerate(task.targets, start=1)
    ]
    figures = [
        _MEASURES[target.measure](one) for target, one in zip(task.targets, taken, strict=True)
    ]
    arose = any(figure.value for figure in figures)
    runs = library.today <= content.period.last_day
    return tuple(
        PlanRow(
            task=task,
            target=target,
            counted=figure,
            percent=_percent_of(figure.value or 0, target.at_least),
            state=_state_of(task, target, figure.value or 0, arose=arose, runs=runs),
            activities=_evidence_of(target, one, library),
        )
        for target, figure, one in zip(task.targets, figures, taken, strict=True)
    )


def _take(
    task: PlanTask, target: Target, path: str, content: PeriodContent, library: Library
) -> _Taken:
    """Activities and posts that a target takes: those that name its task, or all, narrowed."""
    types = library.settings.vocabulary.activity_types
    return _Taken(
        path=path,
        tallies=tuple(
            one
            for one in content.tallies
            if (target.counts_all or task.id in one.activity.tasks)
            and _fits(target, one.activity.activity_type, one.activity.themes)
        ),
        posts=tuple(
            post
            for post in content.posts
            if (target.counts_all or any(task.id == named.id for named in post.tasks))
            and _fits(target, post.activity_type, post.themes)
        ),
        new_partners=content.new_partners,
        communication=frozenset(one for one in types if types[one].communication),
    )


def _fits(target: Target, activity_type: str, themes: Iterable[str]) -> bool:
    """Whether a type and themes are among those that the target is narrowed to."""
    return (not target.types or activity_type in target.types) and (
        not target.themes or not set(target.themes).isdisjoint(themes)
    )


def _percent_of(counted: int, at_least: int) -> Decimal:
    """Progress in percent: one decimal, half up."""
    return (Decimal(counted * 100) / at_least).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _state_of(
    task: PlanTask, target: Target, counted: int, *, arose: bool, runs: bool
) -> PlanState:
    """How a target stands on the library's day."""
    if counted >= target.at_least:
        return PlanState.DONE
    if runs:
        return PlanState.OPEN
    return PlanState.NOT_ARISEN if task.optional and not arose else PlanState.MISSED


def _evidence_of(target: Target, taken: _Taken, library: Library) -> tuple[str, ...]:
    """Activities taken; for posts those of the posts, which may have begun in another period."""
    if target.measure != "posts":
        return tuple(one.id for one in taken.tallies)
    found = [
        library.activity_of[post.path] for post in taken.posts if post.path in library.activity_of
    ]
    ordered = sorted(found, key=lambda one: (one.first_day, one.id))
    return tuple(dict.fromkeys(one.id for one in ordered))


def _count_activities(taken: _Taken) -> Figure:
    """How many activities."""
    return sum_parts(taken.path, [one.once for one in taken.tallies])


def _count_sessions(taken: _Taken) -> Figure:
    """How many sessions."""
    return sum_parts(taken.path, [one.sessions for one in taken.tallies])


def _count_communication_sessions(taken: _Taken) -> Figure:
    """How many communication sessions."""
    kept = [one for one in taken.tallies if one.activity.activity_type in taken.communication]
    return sum_parts(taken.path, [one.sessions for one in kept])


def _count_posts(taken: _Taken) -> Figure:
    """How many “tin, bài”."""
    return sum_parts(taken.path, [Part(post.path, 1) for post in taken.posts])


def _count_new_partners(taken: _Taken) -> Figure:
    """How many partners that no earlier period knows."""
    met = dict.fromkeys(partner for one in taken.tallies for partner in one.activity.partners)
    return count_distinct_partners(taken.path, [one for one in met if one in taken.new_partners])


def _count_money(taken: _Taken) -> Figure:
    """How much money."""
    return count_money(taken.tallies, taken.path)


def _count_total(taken: _Taken) -> Figure:
    """Lượt in all; 0 where no activity states any (counting.md, rule 19)."""
    return _zero_for_none(count_people(taken.tallies, taken.path))


def _count_attendance_of(group: Group) -> Callable[[_Taken], Figure]:
    """Measure of one group's lượt; 0 where no activity states it (counting.md, rule 19)."""
    return lambda taken: _zero_for_none(count_group(taken.tallies, group, taken.path))


def _zero_for_none(figure: Figure) -> Figure:
    """The figure, with 0 in place of an unknown value."""
    return replace(figure, value=figure.value or 0)


_MEASURES: Mapping[str, Callable[[_Taken], Figure]] = MappingProxyType(
    {
        "activities": _count_activities,
        "sessions": _count_sessions,
        "communication_sessions": _count_communication_sessions,
        "posts": _count_posts,
        **{str(group): _count_attendance_of(group) for group in Group},
        "total": _count_total,
        "partners_new": _count_new_partners,
        "resources_vnd": _count_money,
    }
)
