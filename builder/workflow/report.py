"""`report`: one period's figures as a file for other programs or for reading."""

from __future__ import annotations

from builder.model.failures import CommandError
from builder.model.library import Library
from builder.model.periods import Period, find_period
from builder.model.summary import PeriodSummary
from builder.pages.data.csv_files import write_csv
from builder.pages.data.report_markdown import write_report_markdown
from builder.pages.data.summary_json import write_data_json
from builder.workflow.content import Content

FORMATS = ("json", "csv", "md")
COMING_FORMATS = ("docx", "pdf", "xlsx")
"""Named by outputs.md; this version writes none of them."""


def run_report(content: Content, library: Library, *, period: str, file_format: str) -> str:
    """Text of a period's report, from the figures that the site shows.

    CommandError where the words name no period, or none with a counted
    activity, or the format is one that cannot be written.
    """
    if file_format not in FORMATS:
        raise CommandError("report-format-coming", format=file_format, formats=", ".join(FORMATS))
    wanted = find_period(period, library.settings.school_year_start)
    if wanted is None:
        raise CommandError("report-period-unread", written=period)
    summary = _find_summary(content, wanted)
    if file_format == "json":
        return write_data_json(summary, library)
    if file_format == "csv":
        return write_csv(summary.activities, library)
    return write_report_markdown(summary, content.summaries, library)


def _find_summary(content: Content, period: Period) -> PeriodSummary:
    """The period's summary; CommandError that names the periods there are."""
    for summary in content.summaries:
        if summary.period == period:
            return summary
    known = ", ".join(one.period.name for one in content.summaries) or "–"
    raise CommandError("report-period-empty", period=period.name, known=known)
