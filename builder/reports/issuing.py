"""A report that is being issued → its frozen file, and the words by which a correction says so."""

from __future__ import annotations

import base64
import json
from dataclasses import replace

from builder.locale import say
from builder.model.issued import ISSUED_SCHEMA, IssuedReport, hash_issued
from builder.model.report import Paragraph, Report, Role, Span
from builder.reports.decree import write_day


def write_issued(issued: IssuedReport) -> bytes:
    """Text of a frozen file: UTF-8, one value a line, with the hash of all it says."""
    told = {
        "schema": ISSUED_SCHEMA,
        "period": issued.period,
        "number": issued.number,
        "issued_on": issued.issued_on.isoformat(),
        "replaces": issued.replaces,
        "hash": hash_issued(issued),
        "text": issued.text,
        "figures": dict(issued.figures),
        "documents": {
            name: base64.b64encode(data).decode("ascii") for name, data in issued.documents.items()
        },
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def name_replaced(report: Report, old: IssuedReport, language: str) -> Report:
    """The report with a sentence that names the issued one it takes the place of.

    It stands first, so that whoever holds the old document sees at once that
    this one is no second report.
    """
    sentence = say("report-replaces", language, number=old.number, day=write_day(old.issued_on))
    return replace(report, blocks=(Paragraph(Role.TEXT, (Span(sentence),)), *report.blocks))
