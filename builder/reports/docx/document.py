"""A Report in, an official document for Word out (Decree 30/2020/NĐ-CP, Annex I)."""

from __future__ import annotations

from builder.model.report import Report
from builder.reports.docx.blocks import write_annex, write_blocks
from builder.reports.docx.figures import write_figures
from builder.reports.docx.frame import write_heading, write_signature
from builder.reports.docx.looks import Style
from builder.reports.docx.markup import write_paragraph
from builder.reports.docx.package import HEADER, write_package
from builder.reports.docx.page import write_section


def write_docx(report: Report, *, font: str) -> bytes:
    """A report or plan ready to print and sign, set in `font`.

    The same report gives the same bytes. Time grows in step with the rows of its tables.
    """
    section = write_section(HEADER)
    parts = (
        write_heading(report)
        + write_blocks(report.blocks, before_signature=True)
        + write_signature(report),
        *(write_annex(annex) for annex in report.annexes),
    )
    # A section ends in a paragraph, and so does a document after a table: one without height.
    ends = [write_paragraph(Style.END, "", section) for _ in parts[1:]]
    ends.append(write_paragraph(Style.END, "") + section)
    body = "".join(part + end for part, end in zip(parts, ends, strict=True))
    return write_package(report, font, body=body, figures=write_figures(report))
