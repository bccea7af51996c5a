"""A plan in; out comes the document that the school issues it with (domain.md 4.3)."""

from __future__ import annotations

from builder.locale import say
from builder.model.library import Library
from builder.model.plans import Plan
from builder.model.report import DocumentKind, Paragraph, Report, Role
from builder.model.settings import value_on
from builder.reports.composing.annexes import Attached, compose_annexes
from builder.reports.composing.closing import close_once
from builder.reports.composing.facts import (
    compose_letterhead,
    compose_recipients,
    compose_signature,
)
from builder.reports.composing.plan_parts import compose_plan_parts, list_schedule
from builder.reports.composing.sentences.phrases import (
    paragraph,
    start_lower,
    start_upper,
    without_word,
)
from builder.reports.composing.sentences.references import speak_basis

SYMBOL = "KH"
"""Of plans, in their numbers (Decree 30/2020, Annex III)."""


def compose_plan(plan: Plan, library: Library) -> Report:
    """The plan with its basis, its parts, and its tasks as a schedule behind the signature.

    Heading, school's name and signer are those of the day of issue, or of
    today where there is none.
    """
    language, day = library.settings.language, plan.issued_on or library.today
    kind, school = say("plan-kind", language), library.settings.school.name_on(day)
    subject = start_upper(without_word(plan.title, kind))
    head = compose_letterhead(plan.number, SYMBOL, library, issued_on=plan.issued_on)
    attached = Attached(kind, head, school, language)
    sentence = {"subject": start_lower(subject), "school": school}
    opening = say("plan-opening", language, **sentence | {"school": start_upper(school)})
    blocks = (
        *_base(plan, language),
        paragraph(Role.TEXT, opening),
        *compose_plan_parts(plan, library),
    )
    return Report(
        kind=DocumentKind.PLAN,
        title=f"{kind} {start_lower(subject)}",
        letterhead=head,
        type_name=say("plan-type", language),
        subject=subject,
        addressees=(),
        blocks=close_once(blocks, paragraph(Role.TEXT, say("plan-close", language, **sentence))),
        recipients=_compose_recipients(plan, library),
        signature=compose_signature(plan.signer, library, day),
        annexes=compose_annexes(list_schedule(plan, library), attached),
        today=library.today,
    )


def _base(plan: Plan, language: str) -> tuple[Paragraph, ...]:
    """“Căn cứ …;” for each document that the plan rests on, the last with a full stop."""
    last = len(plan.basis) - 1
    word = say("plan-basis-word", language)
    named = [speak_basis(one, language) for one in plan.basis]
    return tuple(
        paragraph(Role.BASIS, f"{word} {name}{'.' if place == last else ';'}")
        for place, name in enumerate(named)
    )


def _compose_recipients(plan: Plan, library: Library) -> tuple[str, ...]:
    """As written, else the body above the school, its staff and its website."""
    language = library.settings.language
    above = value_on(library.settings.school.report_to, plan.issued_on or library.today)
    usual = (
        *([say("plan-to-report", language, body=above)] if above else []),
        say("plan-to-do", language),
        say("report-on-website", language),
    )
    return compose_recipients(plan.recipients, usual, language, as_above=False)
