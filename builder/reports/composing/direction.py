"""Part I of a report: the plan, who saw to it, and the documents that were passed on."""

from __future__ import annotations

from builder.model.plans import Plan
from builder.model.report import Block, Role
from builder.reports.composing.facts import read_symbol
from builder.reports.composing.matter import Matter
from builder.reports.composing.sentences.phrases import dashes, paragraph, start_lower, without_word
from builder.reports.composing.sentences.references import write_short_day

_DOCUMENT = "van-ban"
"""The type of posts that publish a document."""


def compose_direction(matter: Matter, own: tuple[Block, ...]) -> tuple[Block, ...]:
    """What the plan and the posts tell, around the principal's own text.

    Where that text names the plan by its number, the sentence about it is left out.
    """
    return (*_tell_plan(matter), *own, *_tell_documents(matter))


def name_plan(plan: Plan, matter: Matter) -> str:
    """A plan as another document names it: `Kế hoạch số 12/KH-… ngày 30/01/2023 hoạt động …`."""
    kind = matter.say("plan-kind")
    subject = start_lower(without_word(plan.title, kind))
    if plan.number is None:
        return matter.say("report-plan-named", subject=subject)
    symbol = read_symbol(plan.number, "KH", matter.library, plan.issued_on or matter.day)
    number = f"{symbol.number}/{symbol.text}" if symbol.number else symbol.text
    if plan.issued_on is None:
        return matter.say("report-plan-numbered", number=number, subject=subject)
    day = write_short_day(plan.issued_on)
    return matter.say("report-plan-dated", number=number, day=day, subject=subject)


def _tell_plan(matter: Matter) -> tuple[Block, ...]:
    """The plan of the same period, and those whom its tasks are given to."""
    plan = matter.summary.plan
    if plan is None:
        return ()
    told: list[Block] = []
    if plan.number is None or plan.number not in matter.text.body:
        made = matter.say("report-plan-made", plan=name_plan(plan, matter))
        told.append(paragraph(Role.TEXT, made))
    owners = list(dict.fromkeys(task.owner for task in plan.tasks if task.owner))
    if owners:
        given = matter.say("report-tasks-given", owners="; ".join(owners))
        told.append(paragraph(Role.TEXT, given))
    return tuple(told)


def _tell_documents(matter: Matter) -> tuple[Block, ...]:
    """Documents that posts of the period pass on, by title."""
    titles = [post.title for post in matter.summary.posts if post.activity_type == _DOCUMENT]
    if not titles:
        return ()
    return (
        paragraph(Role.TEXT, matter.say("report-documents-passed")),
        *dashes([matter.phrase("report-titled", title=title) for title in titles]),
    )
