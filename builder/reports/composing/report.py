"""A period's summary and the principal's text in; out comes the report, short or full."""

from __future__ import annotations

from builder.model.library import Library
from builder.model.plans import ReportText
from builder.model.report import DocumentKind, Paragraph, Report, Role
from builder.model.summary import PeriodSummary
from builder.reports.composing.annexes import Attached, compose_annexes
from builder.reports.composing.closing import close_once
from builder.reports.composing.facts import (
    compose_letterhead,
    compose_recipients,
    compose_signature,
    find_addressees,
)
from builder.reports.composing.lists import list_annexes
from builder.reports.composing.matter import Matter
from builder.reports.composing.parts import compose_parts
from builder.reports.composing.sentences.phrases import (
    paragraph,
    start_lower,
    start_upper,
    without_word,
)
from builder.reports.composing.sentences.references import speak_document

SYMBOL = "BC"
"""Of reports, in their numbers (Decree 30/2020, Annex III)."""


def compose_report(summary: PeriodSummary, library: Library, *, text: ReportText | None) -> Report:
    """The yearly report as domain.md 4.2 has it; full where no text says `short`.

    Heading, addressee, school's name and signer are those of the day of issue,
    or of today where there is none.
    """
    own = text or ReportText(path="", period=summary.period)
    matter = Matter(summary, library, own)
    head = compose_letterhead(own.number, SYMBOL, library, issued_on=own.issued_on)
    attached = Attached(matter.say("report-kind"), head, matter.school, matter.language)
    to = find_addressees(own.to, library, matter.day)
    usual = (matter.say("report-on-website"),)
    return Report(
        kind=DocumentKind.REPORT,
        title=f"{matter.say('report-kind')} {start_lower(matter.subject)}",
        letterhead=head,
        type_name=matter.say("report-type"),
        subject=matter.subject,
        addressees=to,
        blocks=close_once((_open(matter), *compose_parts(matter)), _close(matter)),
        recipients=compose_recipients(own.recipients, usual, matter.language, as_above=bool(to)),
        signature=compose_signature(own.signer, library, matter.day),
        annexes=() if matter.is_short else compose_annexes(list_annexes(matter), attached),
        today=library.today,
    )


def _open(matter: Matter) -> Paragraph:
    """Opening clause, with the letter that asked where there is one."""
    asked, school = matter.text.in_response_to, matter.school
    subject = start_lower(matter.subject)
    if asked is None:
        opening = matter.say("report-opening", school=start_upper(school), subject=subject)
        return paragraph(Role.TEXT, opening)
    letter = without_word(speak_document(asked, matter.language), "Thực hiện")
    opening = matter.say("report-opening-asked", letter=letter, school=school, subject=subject)
    return paragraph(Role.TEXT, opening)


def _close(matter: Matter) -> Paragraph:
    """Last sentence, with the one “./.”."""
    subject = start_lower(matter.subject)
    return paragraph(Role.TEXT, matter.say("report-close", subject=subject, school=matter.school))
