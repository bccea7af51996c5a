"""What reports and plans can be had as; told without what writes them."""

from __future__ import annotations

DOCUMENT_FORMATS = ("docx", "pdf", "md")
"""Of an official document, a plan or a report; an issued one stays in each of them as it was."""

REPORT_FORMATS = ("docx", "pdf", "xlsx", "csv", "json", "md")
"""Of a report, its figures too, in the order of outputs.md."""
