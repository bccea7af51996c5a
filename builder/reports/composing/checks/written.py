"""What the principal wrote in; out comes what the report cannot print as it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from builder.model.addresses import fold_key
from builder.model.library import Library
from builder.model.plans import Plan, ReportText
from builder.model.problems import Problem, Severity, Where, sort_problems
from builder.model.summary import PeriodSummary
from builder.reports.composing import plan as plans
from builder.reports.composing import report as reports
from builder.reports.composing.checks.documents import Checked, check_document
from builder.reports.composing.checks.typed_numbers import check_numbers
from builder.reports.composing.sentences.figure_paths import list_figures
from builder.reports.composing.text.inline import TAG
from builder.reports.composing.text.outline import HEADINGS, SHORT_PLACES, Place, find_place
from builder.reports.composing.text.prose import blank_comments, read_sections

_OPEN = re.compile(r"\{\{")


def check_report_text(
    text: ReportText, summary: PeriodSummary, library: Library
) -> tuple[Problem, ...]:
    """Problems of a report's file that only the figures and the school's facts show.

    Errors: tags that name no figure. Warnings: headings that the outline lacks
    or the short form has no room for, numbers that differ from the computed
    ones, a number with blanks, another signer than the day's, bodies that do
    not exist on the day. Numbers of persons are `check_reports`' affair.
    """
    checked = Checked(
        path=text.path,
        kind=reports.SYMBOL,
        number=text.number,
        day=text.issued_on or library.today,
        signer=text.signer,
        recipients=text.recipients,
        letters=(text.in_response_to,) if text.in_response_to else (),
        has_addressee=True,
        to=text.to,
        where=text.where,
    )
    return sort_problems(
        (
            *_check_tags(text, summary, library),
            *_check_headings(text),
            *check_numbers(text, summary, library.settings.language),
            *check_document(checked, library),
        )
    )


def check_plan(plan: Plan, library: Library) -> tuple[Problem, ...]:
    """Warnings about a plan's number, basis, signer and bodies, as for a report."""
    checked = Checked(
        path=plan.path,
        kind=plans.SYMBOL,
        number=plan.number,
        day=plan.issued_on or library.today,
        signer=plan.signer,
        recipients=plan.recipients,
        letters=plan.basis,
        where=plan.where,
    )
    return sort_problems(check_document(checked, library))


def _check_tags(text: ReportText, summary: PeriodSummary, library: Library) -> Iterator[Problem]:
    """Tags that name no figure of the period, each with the nearest name there is."""
    body = blank_comments(text.body)
    if "{{" not in body:
        return
    known = list_figures(summary, library.settings.language)
    for row, line in enumerate(body.split("\n")):
        closed = set()
        for tag in TAG.finditer(line):
            closed.add(tag.start())
            name = tag["name"].strip()
            if name not in known:
                details = {"written": name, "suggestion": _find_nearest(name.lower(), known)}
                where = Where(text.path, text.body_line + row, tag.start() + 1)
                yield Problem("report-tag-unknown", where, details)
        for opened in _OPEN.finditer(line):
            if opened.start() not in closed:
                where = Where(text.path, text.body_line + row, opened.start() + 1)
                yield Problem("report-tag-open", where)


def _check_headings(text: ReportText) -> Iterator[Problem]:
    """Headings whose text stands elsewhere than the principal may think, or nowhere."""
    for section in read_sections(text.body):
        if section.heading is None:
            continue
        place = find_place(section.heading)
        details = {"written": section.heading, "suggestion": _find_heading(section.heading)}
        where = Where(text.path, text.body_line + section.row - 1)
        if text.form == "short" and place not in SHORT_PLACES:
            details["suggestion"] = HEADINGS[Place.ASSESSMENT]
            yield Problem("report-heading-unprinted", where, details, Severity.WARNING)
        elif place is None:
            yield Problem("report-heading-unknown", where, details, Severity.WARNING)


def _find_nearest(written: str, known: Iterable[str]) -> str:
    """The name of a figure that is most like what was written."""
    return get_close_matches(written, list(known), 1, cutoff=0)[0]


def _find_heading(written: str) -> str:
    """The fixed heading that is most like the written one."""
    folded = {fold_key(heading): heading for heading in HEADINGS.values()}
    return folded[get_close_matches(fold_key(written), list(folded), 1, cutoff=0)[0]]
