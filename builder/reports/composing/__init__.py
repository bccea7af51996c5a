"""From summary, plan and the principal's text to the one neutral Report, and back to plain text."""

from builder.reports.composing.figure_paths import list_numbers
from builder.reports.composing.markdown import write_markdown
from builder.reports.composing.plan import compose_plan
from builder.reports.composing.report import compose_report

__all__ = ["compose_plan", "compose_report", "list_numbers", "write_markdown"]
