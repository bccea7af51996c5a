"""A school's own Word template and a Report → its document."""

from builder.reports.docx.templates.filling import fill_template

__all__ = ["fill_template"]
