"""Bảng 9: what the plan wanted and what was reached."""

from __future__ import annotations

from builder.model.summary import PlanRow
from builder.pages.numbers.plan_rows import compose_plan_table, speak_target
from builder.pages.numbers.tables import Meta, Section
from builder.pages.summary.evidence import Addend, compose_evidence, find_shared
from builder.pages.summary.matter import Matter
from builder.pages.summary.targets import aim_at, anchor_evidence

ID = "ke-hoach"


def compose_plan_section(matter: Matter) -> Section:
    """Targets of the period's plan; without a plan, or without targets, what would stand here."""
    rows, plan = matter.summary.plan_rows, matter.summary.plan
    heading = matter.say("section-plan")
    if plan is None:
        return Section(ID, heading, matter.say("section-plan-none", year=matter.year))
    if not rows:
        return Section(ID, heading, matter.say("section-plan-no-targets"))
    hrefs = [
        aim_at(row.counted, anchor_row(number, row, matter))
        for number, row in enumerate(rows, start=1)
    ]
    return Section(
        ID,
        heading,
        matter.say("section-plan-intro"),
        (compose_plan_table(matter.say("table-plan"), rows, hrefs, matter.library),),
        evidence=tuple(
            _evidence(number, row, matter)
            for number, row in enumerate(rows, start=1)
            if row.counted.parts and find_shared(row.counted, matter) is None
        ),
    )


def anchor_row(number: int, row: PlanRow, matter: Matter) -> str:
    """Id of the evidence behind the n-th row of the plan; ids of tasks may hold anything."""
    return find_shared(row.counted, matter) or anchor_evidence(f"nhiem-vu-{number}")


def _evidence(number: int, row: PlanRow, matter: Matter) -> Meta:
    """What was taken for one target."""
    return compose_evidence(
        f"nhiem-vu-{number}",
        f"{row.task.id}. {speak_target(row.target, matter.library)}",
        row.counted,
        [Addend(matter.say("column-counted"), row.counted)],
        matter,
        back=ID,
    )
