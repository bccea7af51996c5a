"""Text of `content/duyet.lock` → the approvals that it keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from builder.model.approval import APPROVALS, CHECKS, Approval
from builder.model.problems import Outcome, Problem, Severity, Where


def read_approvals(text: str) -> Outcome[tuple[Approval, ...]]:
    """Approvals in the order of their lines; a line that isn't as it was written is a warning.

    One approval a line: what two people approved at the same time, a merge of
    their work keeps, and a line that it spoiled costs no other.
    """
    approvals: list[Approval] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            approvals.append(_read_line(json.loads(line)))
        except (ValueError, KeyError, TypeError):
            where = Where(APPROVALS, number)
            problems.append(Problem("approvals-unread", where, severity=Severity.WARNING))
    return Outcome(tuple(approvals), tuple(problems))


def _read_line(told: Mapping[str, object]) -> Approval:
    """The record of a parsed line; ValueError, KeyError or TypeError where it isn't one."""
    checked = told["checked"]
    if not isinstance(checked, list):
        raise TypeError(checked)
    return Approval(
        str(told["post"]),
        str(told["approved_by"]),
        date.fromisoformat(str(told["approved_on"])),
        str(told["approved_hash"]),
        tuple(one for one in CHECKS if one in checked),
    )
