"""`plan`: one period's plan as an official document."""

from __future__ import annotations

from builder.model.failures import CommandError
from builder.model.library import Library
from builder.model.plans import Plan
from builder.reading.surroundings.documents import period_of_file
from builder.reports.fonts import Fonts
from builder.workflow.content import Content
from builder.workflow.papers import (
    Paper,
    Printed,
    compose_period_plan,
    print_paper,
)
from builder.workflow.report import read_period
from builder.workflow.templates import load_plan_template

_PLANS = "content/plans/"


def run_plan(
    content: Content, library: Library, *, period: str, file_format: str, fonts: Fonts
) -> Printed:
    """The plan of a period; CommandError where there is none."""
    plan = _find_plan(content, library, period)
    template = load_plan_template(content.project, library.settings.language)
    return print_paper(Paper(compose_period_plan(library, plan), fonts, template), [file_format])


def _find_plan(content: Content, library: Library, written: str) -> Plan:
    """The plan of the period that a command names; CommandError that names the plans there are.

    One whose file has errors can be left out of no document of its own.
    """
    period = read_period(written, library.settings)
    for plan in library.plans:
        if plan.period == period:
            return plan
    for path in sorted({one.where.path for one in content.problems if one.is_error}):
        named = period_of_file(path, library.settings.school_year_start).value
        if path.startswith(_PLANS) and named == period:
            raise CommandError("plan-broken", file=path)
    known = ", ".join(one.period.name for one in library.plans) or "–"
    raise CommandError("plan-missing", period=period.name, known=known)
