"""`report --new`: the file in which the principal writes a period's report."""

from __future__ import annotations

from builder.disk.writing import write_new
from builder.model.failures import CommandError
from builder.model.library import Library
from builder.reports.composing import compose_starter
from builder.workflow.content import Content
from builder.workflow.report import find_summary, read_period
from builder.workflow.report_file import path_of_report


def run_start(content: Content, library: Library, period: str) -> str:
    """Write the starter and give its path; CommandError where the period has a file already."""
    summary = find_summary(content, read_period(period, library.settings))
    standing = library.reports.get(summary.period.id)
    path = standing.path if standing else path_of_report(summary.period)
    text = compose_starter(summary, library)
    if standing or not write_new(content.project.folder / path, text.encode()):
        raise CommandError("report-new-exists", path=path)
    return path
