"""A report as it was issued: what stands beside the report file for ever (counting.md, rule 15)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

ISSUED_SCHEMA = "school-outreach/issued/1"


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """One issued document with the figures that it was issued with."""

    path: str
    """Of its frozen file."""

    period: str
    """Id of its period."""

    number: str
    """As printed, with its symbol: `05/BC-THCSHM`."""

    issued_on: date
    figures: Mapping[str, object]
    """The object of `data.json` on that day."""

    text: str
    """The document as Markdown."""

    documents: Mapping[str, bytes]
    """Its files by format, `docx` and `pdf`: a later version of this program, or a machine with
    other fonts, would write other bytes."""

    replaces: str | None = None
    """Number of the issued report that this one corrects; None: it is the first."""


def hash_issued(issued: IssuedReport) -> str:
    """SHA-256 of all that an issued report says, so that a change of its file comes to light."""
    told = {
        "period": issued.period,
        "number": issued.number,
        "issued_on": issued.issued_on.isoformat(),
        "replaces": issued.replaces,
        "figures": dict(issued.figures),
        "text": issued.text,
        "documents": {
            name: hashlib.sha256(data).hexdigest() for name, data in issued.documents.items()
        },
    }
    plain = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
