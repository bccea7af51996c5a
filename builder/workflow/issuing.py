"""`report --issue`: number and day into the report file, the document beside it for ever."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from builder.disk.writing import write_new, write_whole
from builder.locale.formats import format_day
from builder.model.failures import CommandError
from builder.model.issued import IssuedReport
from builder.model.library import Library
from builder.model.periods import Period
from builder.model.plans import ReportText
from builder.model.summary import PeriodSummary
from builder.pages.data.json_lines import write_json
from builder.pages.data.summary_json import compose_data
from builder.reports.composing.facts import lacks_office
from builder.reports.decree import write_number
from builder.reports.fonts import Fonts
from builder.reports.issuing import write_issued
from builder.workflow.content import Content
from builder.workflow.new import read_typed_day
from builder.workflow.papers import Paper, compose_period_report
from builder.workflow.report import find_summary, read_period
from builder.workflow.report_file import check_issue, path_of_report, write_issue
from builder.workflow.templates import load_report_template

_NUMBER = re.compile(r"\d{1,4}(?:/[^\s/]+)?")


@dataclass(frozen=True, slots=True)
class Issue:
    """What a command says of a report that is to be issued."""

    period: str
    """As typed, like the others."""

    number: str | None
    day: str | None
    is_correction: bool = False
    """It takes the place of one that was issued."""


@dataclass(frozen=True, slots=True)
class Issued:
    """What issuing made."""

    report: IssuedReport
    unshown: tuple[str, ...]
    """Signs that its PDF lacks."""


def run_issue(content: Content, library: Library, issue: Issue, fonts: Fonts) -> Issued:
    """Issue a period's report; where CommandError says why not, nothing was written.

    The report file comes first: where the machine stops between the two, it
    states a number without a document, which `check` tells and issuing once
    more completes.
    """
    summary = find_summary(content, read_period(issue.period, library.settings))
    number, day = _read_number(issue.number), _read_day(issue.day, summary.period, library.today)
    earlier = library.issued.get(summary.period.id, ())
    _check_turn(earlier, summary.period, is_correction=issue.is_correction)
    standing = library.reports.get(summary.period.id)
    text = standing or ReportText(path_of_report(summary.period), summary.period)
    text = replace(text, number=number, issued_on=day)
    report = compose_period_report(library, summary, text, earlier[-1] if earlier else None)
    if not report.signature.name:
        raise CommandError("issue-no-signer")
    if lacks_office(text.signer, report.signature, library):
        raise CommandError("issue-no-office", name=report.signature.name)
    paper = Paper(report, fonts, load_report_template(content.project, summary, library))
    made = _freeze(library, summary, earlier, paper)
    _write(content, library, replace(text, number=made.number), made)
    return Issued(made, paper.find_unshown())


def _read_number(written: str | None) -> str:
    """A document's number as typed: `5`, `05`, `05/BC-THCSHM`; CommandError otherwise."""
    number = (written or "").strip()
    if not _NUMBER.fullmatch(number) or not int(number.partition("/")[0]):
        raise CommandError("issue-number-unread", written=number or "–")
    return number


def _read_day(written: str | None, period: Period, today: date) -> date:
    """The day of issue: in the period or later, today at the latest."""
    if written is None:
        raise CommandError("issue-day-missing")
    day = read_typed_day(written)
    if not period.first_day <= day <= today:
        limits = {"first": format_day(period.first_day), "last": format_day(today)}
        raise CommandError("issue-day-outside", day=format_day(day), **limits)
    return day


def _check_turn(earlier: Sequence[IssuedReport], period: Period, *, is_correction: bool) -> None:
    """A report is issued once, a correction takes the place of one; CommandError otherwise."""
    if earlier and not is_correction:
        last = earlier[-1]
        day = format_day(last.issued_on)
        raise CommandError("issue-twice", period=period.name, number=last.number, day=day)
    if is_correction and not earlier:
        raise CommandError("issue-nothing-to-correct", period=period.name)


def _freeze(
    library: Library, summary: PeriodSummary, earlier: Sequence[IssuedReport], paper: Paper
) -> IssuedReport:
    """The document in every format, and the figures as they are in this moment."""
    figures = compose_data(summary, library)
    letterhead = paper.report.letterhead
    turn = f".{len(earlier) + 1}" if earlier else ""
    return IssuedReport(
        path=f"content/reports/{summary.period.name}.issued{turn}.json",
        period=summary.period.id,
        number=write_number(letterhead).partition(": ")[2],
        issued_on=letterhead.day or library.today,
        figures=json.loads(write_json(figures)),
        text=paper.make("md").decode(),
        documents={one: paper.make(one) for one in ("docx", "pdf")},
        replaces=earlier[-1].number if earlier else None,
    )


def _write(content: Content, library: Library, text: ReportText, made: IssuedReport) -> None:
    """Number and day into the report file, the rest into its frozen file."""
    folder = content.project.folder
    standing = content.project.texts.get(text.path)
    data = write_issue(standing, text.path, made.number, made.issued_on)
    check_issue(data, text.path, library.settings, made.number, made.issued_on)
    if (folder / made.path).exists():
        raise CommandError("issue-file-stands", path=made.path)
    write_whole(content.project.files.get(text.path, folder / text.path), data)
    write_new(folder / made.path, write_issued(made))
