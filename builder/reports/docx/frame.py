"""A report in; out come its heading and its signature, the pieces round the text."""

from __future__ import annotations

from builder.model.report import Letterhead, Report, Signature
from builder.reports.decree import (
    MOTTO,
    NATION,
    RECIPIENTS,
    list_addressees,
    list_recipients,
    write_number,
    write_place_and_day,
)
from builder.reports.docx.looks import LOOKS, Style
from builder.reports.docx.markup import twips, write_line, write_paragraph
from builder.reports.docx.page import TEXT_MM
from builder.reports.docx.tables import write_layout
from builder.reports.docx.widths import estimate_last_line

_ISSUER_MM = 65
_NATION_MM = 100
"""Wide enough for Quốc hiệu on one line, as Annex I has it."""

_MOTTO_RULE_MM = 56
"""As long as the motto's letters in Times New Roman bold, 13 pt."""

_SUBJECT_RULE_MM = 58
_SCHOOL_RULE = 0.45
"""Of the name's last line: between a third and a half."""

_SIGNATURE_MM = (75, 90)
_SIGNATURE_TOP_PT = 12


def write_heading(report: Report) -> str:
    """Both columns of the heading, type and subject with the rule below, and the addressees."""
    letterhead = report.letterhead
    grid = write_layout(
        (_ISSUER_MM, _NATION_MM),
        (
            (_write_issuer(letterhead), _write_nation()),
            (
                write_line(Style.NUMBER, write_number(letterhead)),
                write_line(Style.PLACE, write_place_and_day(letterhead)),
            ),
        ),
        top_pt=0,
    )
    return (
        grid
        + write_line(Style.TITLE, report.type_name)
        + write_line(Style.SUBTITLE, report.subject)
        + _write_rule(_SUBJECT_RULE_MM, TEXT_MM, '<w:spacing w:after="240"/>')
        + _write_addressees(report.addressees)
    )


def write_signature(report: Report) -> str:
    """Recipients at the left and, level with them, who signs: one row that no page break cuts."""
    recipients = write_line(Style.RECIPIENTS, RECIPIENTS) + "".join(
        write_line(Style.RECIPIENT, line) for line in list_recipients(report.recipients)
    )
    return write_layout(
        _SIGNATURE_MM, ((recipients, _write_signer(report.signature)),), top_pt=_SIGNATURE_TOP_PT
    )


def _write_issuer(letterhead: Letterhead) -> str:
    """The body above the school, and the school over its rule."""
    authority = letterhead.authority
    above = "" if authority is None else write_line(Style.AUTHORITY, authority)
    length = estimate_last_line(letterhead.school, LOOKS[Style.SCHOOL].size, _ISSUER_MM)
    rule = _write_rule(_SCHOOL_RULE * length, _ISSUER_MM)
    return above + write_line(Style.SCHOOL, letterhead.school) + rule


def _write_nation() -> str:
    """Quốc hiệu and motto over its rule."""
    return (
        write_line(Style.NATION, NATION)
        + write_line(Style.MOTTO, MOTTO)
        + _write_rule(_MOTTO_RULE_MM, _NATION_MM)
    )


def _write_rule(length_mm: float, room_mm: float, spacing: str = "") -> str:
    """A rule of this length in the middle of its room: the border of a paragraph, never letters."""
    indent = twips((room_mm - length_mm) / 2)
    return write_paragraph(
        Style.RULE,
        "",
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        f'{spacing}<w:ind w:left="{indent}" w:right="{indent}"/>',
    )


def _write_addressees(addressees: tuple[str, ...]) -> str:
    """“Kính gửi:” with one addressee beside it, or above several."""
    lines = list_addressees(addressees)
    if len(lines) < 2:
        return "".join(write_line(Style.TO, line) for line in lines)
    last = '<w:spacing w:after="240"/>'
    return (
        write_line(Style.TO_SEVERAL, lines[0])
        + "".join(write_line(Style.ADDRESSEE, line) for line in lines[1:-1])
        + write_line(Style.ADDRESSEE, lines[-1], last)
    )


def _write_signer(signature: Signature) -> str:
    """Office, room to sign and stamp, name."""
    offices = "".join(write_line(Style.OFFICE, line) for line in signature.office)
    return offices + write_line(Style.SIGNER, signature.name)
