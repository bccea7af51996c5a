"""Days and other documents in; out comes how an official text names them."""

from __future__ import annotations

import re
from datetime import date

from builder.locale import say
from builder.model.addresses import fold_key
from builder.model.plans import DocumentReference
from builder.reports.composing.sentences.phrases import start_lower, without_word

_BARE_DAY = re.compile(r"(?<!ngày)(?<![\d/.-])\s+(\d{1,2}/\d{1,2}/\d{4})(?!\d)")
_ABOUT = re.compile(r"^(?:về việc|v/v|về)\s+", re.IGNORECASE)
_CIRCUMSTANCES = (
    "tinh_hinh",
    "ket_qua",
    "nhiem_vu",
    "dieu_kien",
    "nhu_cau",
    "chuc_nang",
    "thuc_te",
)
_ENDS = " \t.;,"


def write_short_day(day: date) -> str:
    """Day in running text: `03/6/2020`, `17/3/2021`, `07/01/2020` (domain.md 002-06)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def speak_basis(document: DocumentReference, language: str) -> str:
    """A document after “Căn cứ”; circumstances in words of their own begin with a small letter."""
    spoken = without_word(speak_document(document, language), say("plan-basis-word", language))
    is_common = fold_key(spoken).startswith(_CIRCUMSTANCES)
    return start_lower(spoken) if document.text is not None and is_common else spoken


def speak_document(document: DocumentReference, language: str) -> str:
    """Another document in full: `Công văn số 23/PGDĐT ngày 07/01/2020 của … về …`.

    A text of the principal's keeps its words; a day in it gets its “ngày” (domain.md 004-02).
    """
    if document.text is not None:
        return _BARE_DAY.sub(r" ngày \1", " ".join(document.text.split())).strip(_ENDS)
    subject = _ABOUT.sub("", document.subject or "").strip(_ENDS)
    named = (
        ("number", document.number),
        ("day", write_short_day(document.day) if document.day else None),
        ("issuer", document.issuer),
        ("subject", start_lower(subject) if subject[:2].istitle() else subject),
    )
    parts = [
        say(f"report-document-{name}", language, value=value.strip(_ENDS))
        for name, value in named
        if value
    ]
    return " ".join((*([document.type] if document.type else []), *parts))
