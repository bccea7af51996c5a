"""What a teacher must hear: a problem with its place, and a value that carries its problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Severity(StrEnum):
    """How much a problem weighs (posts.md, Problems)."""

    ERROR = "error"
    """Stops `build`; with `--lenient` the post is left out."""

    WARNING = "warning"
    """Published all the same; told by `check`."""


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a source file, so that an editor can jump there."""

    path: str
    """From the project folder, with `/`."""

    line: int = 1
    """1-based, counted in the file as it stands."""

    column: int = 1
    """1-based, counted in characters."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a source file; its sentence stands in the catalogs of `locale`."""

    code: str
    """Stable, e.g. `date-invalid`; the same in every language."""

    where: Where
    details: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What fills the blanks of the sentence: values as the teacher wrote them."""

    severity: Severity = Severity.ERROR
    also: tuple[Where, ...] = ()
    """The other places that this mistake names, e.g. the other post of a clash."""

    forbids: bool = field(default=False, compare=False)
    """Whether nothing may be published, since what it names cannot be left out as a post can."""

    remedy: str | None = None
    """Code of the text that says what to do, where the code's own hint doesn't fit."""

    @property
    def is_error(self) -> bool:
        """Whether this problem stops a build."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A value with the problems met on the way to it; `None` where nothing usable came out."""

    value: T_co | None
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether any of the problems is an error."""
        return any(problem.is_error for problem in self.problems)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order problems by file, line, column and code, each told once."""
    found: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        found.setdefault((problem.where, problem.code, tuple(problem.details.items())), problem)
    return tuple(sorted(found.values(), key=lambda one: (one.where, one.code)))
