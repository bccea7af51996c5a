"""From posts to the tasks that no plan has (counting.md, rule 13)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date

from builder.model.library import Activity
from builder.model.periods import Period, calendar_year, school_year
from builder.model.plans import Plan
from builder.model.posts import Post, Task
from builder.model.problems import Problem


def check_tasks(
    posts: Iterable[Post],
    activities: Iterable[Activity],
    plans: Iterable[Plan],
    *,
    start_month: int,
    broken_plans: Container[Period],
) -> Iterator[Problem]:
    """Tasks that are in no plan of their activity's calendar year or school year.

    A post outside any activity is looked up by its own date. Nothing is told
    where one of the plans has errors: it may have the task, and the mistake is
    its own.
    """
    tasks = {plan.period: {task.id for task in plan.tasks} for plan in plans}
    first_days = _first_days(activities)
    for post in posts:
        if not post.tasks:
            continue
        day = post.first_day
        if post.event and post.counted:
            day = first_days.get(post.event.id, day)
        periods = (calendar_year(day), school_year(day, start_month))
        if any(period in broken_plans for period in periods):
            continue
        for task in post.tasks:
            yield from _check_task(task, periods, tasks)


def _first_days(activities: Iterable[Activity]) -> dict[str, date]:
    """First day of each event, by its id."""
    return {one.id: one.first_day for one in activities if one.main.event}


def _check_task(
    task: Task, periods: tuple[Period, Period], tasks: Mapping[Period, set[str]]
) -> Iterator[Problem]:
    """The problem of one task that no plan of these periods has."""
    plans = [period for period in periods if period in tasks]
    known = [one for period in plans for one in sorted(tasks[period])]
    if task.id in known:
        return
    details = {"written": task.id, "periods": ", ".join(period.name for period in periods)}
    if not plans:
        yield Problem("task-without-plan", task.where, details)
        return
    listed = ", ".join(dict.fromkeys(known))
    yield Problem("task-unknown", task.where, details | {"known": listed})
