"""From summary, plan and the principal's text to the one neutral Report."""

from builder.reports.composing.report import compose_report

__all__ = ["compose_report"]
