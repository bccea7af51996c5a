"""Reports, plans and the school's templates → what their documents would not show as meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.disk.sources import ProjectFiles
from builder.model.library import Library
from builder.model.problems import Problem
from builder.model.summary import PeriodSummary
from builder.reports.composing import check_plan, check_report_text
from builder.workflow.papers import compose_period_plan, compose_period_report
from builder.workflow.templates import load_plan_template, load_report_template


def check_documents(
    project: ProjectFiles, library: Library, summaries: Sequence[PeriodSummary]
) -> Iterator[Problem]:
    """Problems of all documents that are still to be issued."""
    for summary in summaries:
        text = library.reports.get(summary.period.id)
        if text is not None and summary.period.id not in library.issued:
            yield from check_report_text(text, summary, library)
    for plan in library.plans:
        yield from check_plan(plan, library)
    yield from _check_templates(project, library, summaries)


def _check_templates(
    project: ProjectFiles, library: Library, summaries: Sequence[PeriodSummary]
) -> Iterator[Problem]:
    """Problems of the school's own forms, filled in with its newest period and its newest plan."""
    language = library.settings.language
    for summary in summaries[-1:]:
        template = load_report_template(project, summary, library)
        if template is not None:
            text = library.reports.get(summary.period.id)
            yield from template.fill(compose_period_report(library, summary, text)).problems
    for plan in library.plans[-1:]:
        template = load_plan_template(project, language)
        if template is not None:
            yield from template.fill(compose_period_plan(library, plan)).problems
