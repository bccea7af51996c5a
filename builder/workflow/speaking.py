"""Problems and failures → lines for a teacher."""

from __future__ import annotations

from builder.locale import say, speak_problem
from builder.model.failures import CommandError
from builder.model.problems import Problem


def speak_line(problem: Problem, language: str, *, mark: str = "") -> str:
    """`file:line: message hint`: place first, so that an editor can jump; `mark` comes after it."""
    spoken = speak_problem(problem, language)
    return f"{problem.where.path}:{problem.where.line}: {mark}{spoken.message} {spoken.hint}"


def speak_failure(error: CommandError, language: str) -> str:
    """Why a command cannot go on."""
    return say(error.code, language, **error.blanks)
