"""A report in; out come its parts, by the names that a school's template calls them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.model.report import Report
from builder.reports.decree import (
    list_addressees,
    list_recipients,
    write_number,
    write_place_and_day,
)
from builder.reports.docx.blocks import write_annex, write_blocks
from builder.reports.docx.looks import Style
from builder.reports.docx.markup import keep_letters, write_paragraph


def compose_parts(report: Report) -> Mapping[str, str]:
    """Name of a tag → the words that take its place, of several lines each on its own.

    What the report lacks is empty.
    """
    letterhead = report.letterhead
    lines: dict[str, Iterable[str | None]] = {
        "authority": (letterhead.authority,),
        "school": (letterhead.school,),
        "number": (write_number(letterhead),),
        "place_and_day": (write_place_and_day(letterhead),),
        "type_name": (report.type_name,),
        "subject": (report.subject,),
        "title": (report.title,),
        "addressees": list_addressees(report.addressees),
        "recipients": list_recipients(report.recipients),
        "office": report.signature.office,
        "signer": (report.signature.name,),
    }
    return {name: keep_letters("\n".join(filter(None, told))) for name, told in lines.items()}


def compose_pieces(report: Report, text_mm: float) -> Mapping[str, str]:
    """Name of a tag → the paragraphs and tables that take the place of its paragraph.

    `text_mm`: width of the template's text, which tables fill.
    """
    body = write_blocks(report.blocks, text_mm=text_mm, before_signature=True)
    annexes = "".join(
        write_annex(annex, text_mm=text_mm, on_new_page=True) for annex in report.annexes
    )
    # A cell of the school's may hold them, and a cell ends in a paragraph.
    end = write_paragraph(Style.END, "") if annexes else ""
    return {"body": body, "annexes": annexes + end}
