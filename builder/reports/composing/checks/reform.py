"""Bodies that a document names, and its day, in; out come those of the wrong side of the reform.

Since 1 July 2025 there are no districts and no district offices of education;
communes have offices of culture and society (domain.md 4.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from builder.locale import say
from builder.locale.formats import format_day
from builder.model.problems import Problem, Severity, Where

REFORM = date(2025, 7, 1)

_ABOLISHED = re.compile(
    r"\bphòng\s+(?:gd\s*(?:&|và)?\s*đt|giáo\s+dục)|\b(?:huyện|thị\s+xã|quận)\b", re.IGNORECASE
)
_NEW = re.compile(
    r"\bphòng\s+(?:văn\s+h(?:óa|oá)|vh)\s*[-–]\s*(?:xã\s+hội|xh)\b|\bđặc\s+khu\b", re.IGNORECASE
)
_NEW_ABOVE = re.compile(r"\b(?:ubnd|(?:ủy|uỷ)\s+ban\s+nhân\s+dân)\s+(?:xã|phường)\b", re.IGNORECASE)
"""Communes stand above schools since the reform; a letter could go to one before it, too."""


def check_bodies(
    above: Sequence[tuple[str, Where]],
    others: Sequence[tuple[str, Where]],
    day: date,
    usual: str | None,
    language: str,
) -> Iterator[Problem]:
    """Warnings about bodies above the school and other recipients.

    `usual` is whom the school reports to on that day: what the hint proposes.
    """
    if day >= REFORM:
        wrong = [(one, where) for one, where in (*above, *others) if _ABOLISHED.search(one)]
        code, instead = "document-body-abolished", say("document-body-now", language)
        fitting = usual is not None and not _ABOLISHED.search(usual)
    else:
        wrong = [(one, where) for one, where in above if _NEW_ABOVE.search(one)]
        wrong += [(one, where) for one, where in (*above, *others) if _NEW.search(one)]
        code, instead = "document-body-not-yet", say("document-body-then", language)
        fitting = usual is not None and not (_NEW.search(usual) or _NEW_ABOVE.search(usual))
    if usual is not None and fitting:
        instead = usual
    for written, where in dict.fromkeys(wrong):
        details = {"written": written, "day": format_day(day), "instead": instead}
        yield Problem(code, where, details, Severity.WARNING)
