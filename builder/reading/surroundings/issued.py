"""Frozen files of issued reports → their records, and where report files disagree with them."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from builder.model.issued import ISSUED_SCHEMA, IssuedReport, hash_issued
from builder.model.periods import find_period
from builder.model.plans import ReportText
from builder.model.problems import Outcome, Problem, Severity, Where

Issued = Mapping[str, tuple[IssuedReport, ...]]
"""Period id → its issued reports, in the order of their issue."""

_NAME = re.compile(r"content/reports/(?P<period>[^/]+?)\.issued(?:\.(?P<turn>\d+))?\.json")
_DIGITS = re.compile(r"\s*0*(\d+)")


def read_all_issued(frozen: Mapping[str, bytes], start_month: int) -> Outcome[Issued]:
    """All issued reports by period; a file that can't be read or was changed is an error."""
    found: dict[str, list[IssuedReport]] = {}
    problems: list[Problem] = []
    for path in sorted(frozen, key=_turn):
        read = read_issued(frozen[path], path, start_month=start_month)
        problems += read.problems
        if read.value is not None:
            found.setdefault(read.value.period, []).append(read.value)
    return Outcome(
        MappingProxyType({period: tuple(reports) for period, reports in found.items()}),
        tuple(problems),
    )


def read_issued(data: bytes, path: str, *, start_month: int) -> Outcome[IssuedReport]:
    """One issued report; None where its file isn't as the command wrote it."""
    name = _NAME.fullmatch(path)
    period = find_period(name["period"], start_month) if name else None
    if period is None:
        return Outcome(None, (Problem("issued-name", Where(path)),))
    try:
        told = json.loads(data)
        issued = _read(told, path)
        hashed = hash_issued(issued)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Outcome(None, (Problem("issued-unreadable", Where(path)),))
    if told.get("hash") != hashed or issued.period != period.id:
        return Outcome(None, (Problem("issued-changed", Where(path)),))
    return Outcome(issued)


def check_issued(reports: Iterable[ReportText], issued: Issued) -> Iterator[Problem]:
    """Report files that say something else of number and day than their frozen files."""
    for report in reports:
        frozen = issued.get(report.period.id, ())
        where = report.where.get("number", Where(report.path))
        if not frozen:
            if report.number is not None and report.issued_on is not None:
                details = {"period": report.period.name, "number": report.number}
                yield Problem("issued-missing", where, details, Severity.WARNING)
        elif not _agrees(report, frozen[-1]):
            details = {"number": frozen[-1].number, "day": f"{frozen[-1].issued_on:%d/%m/%Y}"}
            yield Problem("issued-differs", where, details, Severity.WARNING)


def _turn(path: str) -> tuple[str, int]:
    """Key by which a period's frozen files are in the order of their issue."""
    name = _NAME.fullmatch(path)
    return (name["period"], int(name["turn"] or 1)) if name else (path, 0)


def _read(told: Mapping[str, object], path: str) -> IssuedReport:
    """The record of a parsed file; ValueError or TypeError where a part isn't what it should be."""
    if told["schema"] != ISSUED_SCHEMA:
        raise ValueError(told["schema"])
    figures, documents, replaces = told["figures"], told["documents"], told["replaces"]
    if not isinstance(figures, dict) or not isinstance(documents, dict):
        raise TypeError(path)
    return IssuedReport(
        path,
        period=str(told["period"]),
        number=str(told["number"]),
        issued_on=date.fromisoformat(str(told["issued_on"])),
        figures=MappingProxyType(figures),
        text=str(told["text"]),
        documents=MappingProxyType(
            {name: base64.b64decode(coded, validate=True) for name, coded in documents.items()}
        ),
        replaces=None if replaces is None else str(replaces),
    )


def _agrees(report: ReportText, frozen: IssuedReport) -> bool:
    """Whether a report file states the number and day that its document was issued with."""
    stated, printed = (_DIGITS.match(one or "") for one in (report.number, frozen.number))
    same_number = stated is not None and printed is not None and stated[1] == printed[1]
    return same_number and report.issued_on == frozen.issued_on
