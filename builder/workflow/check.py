"""`check`: every problem of the content, as text or as JSON; changes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence

from builder.locale import speak_problem
from builder.model.problems import Problem


def write_json(problems: Sequence[Problem], language: str) -> str:
    """Problems as one JSON list (outputs.md, Commands)."""
    return json.dumps([_compose(one, language) for one in problems], ensure_ascii=False, indent=2)


def _compose(problem: Problem, language: str) -> dict[str, str | int]:
    """One problem, keys in the order of outputs.md."""
    spoken = speak_problem(problem, language)
    return {
        "file": problem.where.path,
        "line": problem.where.line,
        "column": problem.where.column,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": spoken.message,
        "hint": spoken.hint,
    }
