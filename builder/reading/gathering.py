"""Outcomes, one after the other → their values, with all their problems kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from builder.model.problems import Outcome, Problem, Severity, Where

T = TypeVar("T")


@dataclass(slots=True)
class Gathering:
    """The problems met while one file is read."""

    problems: list[Problem] = field(default_factory=list)

    def take(self, outcome: Outcome[T]) -> T | None:
        """Value of an outcome; its problems are kept."""
        self.problems.extend(outcome.problems)
        return outcome.value

    def tell(self, code: str, where: Where, details: Mapping[str, str] | None = None) -> None:
        """Keep an error of our own."""
        self.problems.append(Problem(code, where, details or {}))

    def warn(self, code: str, where: Where, details: Mapping[str, str] | None = None) -> None:
        """Keep a warning of our own."""
        self.problems.append(Problem(code, where, details or {}, Severity.WARNING))

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep problems that came without a value."""
        self.problems.extend(problems)

    @property
    def has_errors(self) -> bool:
        """Whether any error was met."""
        return any(problem.is_error for problem in self.problems)
