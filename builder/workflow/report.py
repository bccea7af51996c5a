"""`report`: one period's document and figures, in the formats that are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.failures import CommandError
from builder.model.library import Library
from builder.model.periods import Period, find_written_period
from builder.model.settings import Settings
from builder.model.summary import PeriodSummary
from builder.pages.data.csv_files import write_csv
from builder.pages.data.sheets import compose_sheets
from builder.pages.data.summary_json import write_data_json
from builder.reports.fonts import Fonts
from builder.workflow.content import Content
from builder.workflow.formats import DOCUMENT_FORMATS
from builder.workflow.papers import (
    Paper,
    Printed,
    compose_period_report,
    print_paper,
    take_issued,
    write_xlsx,
)
from builder.workflow.templates import load_report_template


def run_report(
    content: Content, library: Library, *, period: str, formats: Sequence[str], fonts: Fonts
) -> Printed:
    """Files of a period, from the figures that the site shows.

    A document that was issued is the issued one. CommandError where the words
    name no period, or none with a counted activity, or the school's template
    cannot be filled in.
    """
    wanted = read_period(period, library.settings)
    issued = library.issued.get(wanted.id)
    kept = {one: take_issued(issued[-1], one) for one in DOCUMENT_FORMATS} if issued else {}
    missing = [one for one in formats if one not in kept]
    if not missing:
        return Printed({one: kept[one] for one in formats})
    made = _make(content, library, find_summary(content, wanted), missing, fonts)
    files = {**kept, **made.files}
    return Printed({one: files[one] for one in formats}, made.unshown)


def read_period(written: str, settings: Settings) -> Period:
    """The period that a command names; CommandError where it names none."""
    period = find_written_period(written, settings.school_year_start)
    if period is None:
        raise CommandError("report-period-unread", written=written)
    return period


def find_summary(content: Content, period: Period) -> PeriodSummary:
    """The period's summary; CommandError that names the periods there are."""
    for summary in content.summaries:
        if summary.period == period:
            return summary
    known = ", ".join(one.period.name for one in content.summaries) or "–"
    raise CommandError("report-period-empty", period=period.name, known=known)


def _make(
    content: Content,
    library: Library,
    summary: PeriodSummary,
    formats: Sequence[str],
    fonts: Fonts,
) -> Printed:
    """A period's files as its figures are today; the document is composed once for all."""
    documents = [one for one in formats if one in DOCUMENT_FORMATS]
    figures = {
        one: _make_figures(library, summary, one) for one in formats if one not in DOCUMENT_FORMATS
    }
    if not documents:
        return Printed(figures)
    template = load_report_template(content.project, summary, library)
    report = compose_period_report(library, summary, library.reports.get(summary.period.id))
    printed = print_paper(Paper(report, fonts, template), documents)
    return Printed({**printed.files, **figures}, printed.unshown)


def _make_figures(library: Library, summary: PeriodSummary, file_format: str) -> bytes:
    """The figures themselves."""
    match file_format:
        case "xlsx":
            return write_xlsx(compose_sheets(summary, library))
        case "csv":
            return write_csv(summary.activities, library).encode()
    return write_data_json(summary, library).encode()
