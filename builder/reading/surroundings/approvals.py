"""Text of `content/duyet.lock` → the approvals that it keeps, and the text with one more."""

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
        except (ValueError, KeyError, TypeError, RecursionError):
            where = Where(APPROVALS, number)
            problems.append(Problem("approvals-unread", where, severity=Severity.WARNING))
    return Outcome(tuple(approvals), tuple(problems))


def write_approvals(standing: str, approval: Approval) -> str:
    """The text with an approval in place of an earlier one of its post, lines in their order."""
    told = {
        "post": approval.path,
        "approved_by": approval.approved_by,
        "approved_on": approval.approved_on.isoformat(),
        "approved_hash": approval.approved_hash,
        "checked": list(approval.checked),
    }
    begin = json.dumps({"post": approval.path}, ensure_ascii=False)[:-1]
    others = (line for line in standing.split("\n") if line.strip())
    kept = [line for line in others if not line.startswith(f"{begin},")]
    return "\n".join((*sorted((*kept, json.dumps(told, ensure_ascii=False))), ""))


def _read_line(told: Mapping[str, object]) -> Approval:
    """The record of a parsed line; ValueError, KeyError or TypeError where it isn't one."""
    json.dumps(told, ensure_ascii=False).encode()  # half a letter could be shown nowhere
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
