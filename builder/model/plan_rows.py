"""Rows of a period's plan in; out come the names under which its figures are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from builder.model.summary import PlanRow


def name_plan_rows(rows: Iterable[PlanRow]) -> tuple[str, ...]:
    """Names in figure paths: `plan.NV1`, and `plan.NV1#2` for its second target.

    Rows of `data.json` have no id but their task's; `#n` is the n-th row of
    that id.
    """
    met: Counter[str] = Counter()
    names: list[str] = []
    for row in rows:
        met[row.task.id] += 1
        names.append(name_plan_row(row.task.id, met[row.task.id]))
    return tuple(names)


def name_plan_row(task: str, place: int) -> str:
    """Name of the n-th row of a task, from 1."""
    return f"plan.{task}" if place == 1 else f"plan.{task}#{place}"
