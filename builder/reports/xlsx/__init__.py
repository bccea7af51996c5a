"""Sheets → a workbook for spreadsheet programs."""

from builder.reports.xlsx.writer import write_workbook

__all__ = ["write_workbook"]
