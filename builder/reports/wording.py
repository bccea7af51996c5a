"""A Report in; out come the words that Decree 30/2020/NĐ-CP fixes for every document, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from builder.locale import say
from builder.model.report import Letterhead, Report

ROOM = "\u00a0" * 6
"""Where a number or a day is filled in by hand; no format folds these blanks."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Lines of a document that stand outside its text."""

    nation: str
    """Quốc hiệu."""

    motto: str
    """Tiêu ngữ."""

    number: str
    """`Số: 05/BC-THCSHM`."""

    place_and_day: str
    """`Sao Mai, ngày 05 tháng 9 năm 2024`."""

    to: str
    """`Kính gửi:`."""

    addressees: tuple[str, ...]
    """One: it stands on the line of `to`, with its full stop. Several: `- …;`, the last `- ….`."""

    recipients_label: str
    """`Nơi nhận:`."""

    recipients: tuple[str, ...]
    """`- Như trên;` to `- Lưu: VT.`."""


def compose_wording(report: Report) -> Wording:
    """The fixed lines of a report or plan, in its language."""
    language = report.language
    several = len(report.addressees) > 1
    return Wording(
        nation=say("document-nation", language),
        motto=say("document-motto", language),
        number=_speak_number(report.letterhead, language),
        place_and_day=_speak_place(report.letterhead, language),
        to=say("document-to", language),
        addressees=_end_lines(report.addressees, "- " if several else ""),
        recipients_label=say("document-recipients", language),
        recipients=_end_lines(report.recipients, "- "),
    )


def speak_day(day: date | None, language: str) -> str:
    """Day of a document: `ngày 05 tháng 9 năm 2024`; None leaves room to fill it in.

    A zero stands before days under 10 and months 1 and 2 alone (Decree 30/2020, Annex I).
    """
    if day is None:
        return say("document-day", language, day=ROOM, month=ROOM, year=ROOM)
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return say("document-day", language, day=f"{day.day:02d}", month=month, year=day.year)


def _speak_number(letterhead: Letterhead, language: str) -> str:
    """Number and symbol."""
    number = letterhead.number or ROOM
    return say("document-number", language, number=number, symbol=letterhead.symbol)


def _speak_place(letterhead: Letterhead, language: str) -> str:
    """Place and day."""
    day = speak_day(letterhead.day, language)
    return say("document-place-day", language, place=letterhead.place, day=day)


def _end_lines(items: Sequence[str], sign: str) -> tuple[str, ...]:
    """Each item with `;` behind it, the last with `.`."""
    ends = [";"] * (len(items) - 1) + ["."]
    return tuple(f"{sign}{item}{end}" for item, end in zip(items, ends, strict=False))
