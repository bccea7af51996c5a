"""A Report → an official document for Word, laid out by Decree 30/2020/NĐ-CP.

A school's own template is filled by `templates.filling`, which loads a library more.
"""

from builder.reports.docx.document import write_docx

__all__ = ["write_docx"]
