"""From summary, plan and the principal's text to the one neutral Report, and back to plain text."""

from builder.reports.composing.checks.written import check_plan, check_report_text
from builder.reports.composing.markdown import write_markdown
from builder.reports.composing.plan import compose_plan
from builder.reports.composing.report import compose_report
from builder.reports.composing.sentences.absent_figures import list_absent
from builder.reports.composing.sentences.figure_paths import list_numbers
from builder.reports.composing.starter import compose_starter

__all__ = [
    "check_plan",
    "check_report_text",
    "compose_plan",
    "compose_report",
    "compose_starter",
    "list_absent",
    "list_numbers",
    "write_markdown",
]
