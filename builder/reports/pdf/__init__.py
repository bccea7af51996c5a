"""Report → PDF: tagged, for archives (PDF/A-2a) and for screen readers (PDF/UA-1)."""

from builder.reports.pdf.writer import find_unshown, write_pdf

__all__ = ["find_unshown", "write_pdf"]
