"""A year's plan, and what the principal writes into a year's report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from builder.model.counts import Group
from builder.model.periods import Period
from builder.model.problems import Where


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """Another official document, as `basis` and `in_response_to` name it."""

    text: str | None = None
    """The whole reference in one text; the parts below are None then."""

    type: str | None = None
    number: str | None = None
    day: date | None = None
    issuer: str | None = None
    subject: str | None = None
    where: Where | None = field(default=None, compare=False)
    """Where a file states it."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a task wants reached (counting.md, rule 13)."""

    measure: str
    at_least: int
    counts_all: bool = False
    """`counts: all`: every activity of the period, not only those that name the task."""

    types: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One task of a plan."""

    id: str
    title: str
    where: Where
    owner: str | None = None
    due: str | None = None
    """As written; a month is enough."""

    optional: bool = False
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The outreach plan of one period."""

    path: str
    period: Period
    title: str
    tasks: tuple[PlanTask, ...]
    number: str | None = None
    issued_on: date | None = None
    basis: tuple[DocumentReference, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: str | None = None
    body: str = ""
    body_line: int = 1
    where: Mapping[str, Where] = field(default_factory=lambda: MappingProxyType({}))
    """Canonical key → where the file states it."""

    @property
    def address(self) -> str:
        """Address from the site's root, without the leading `/`."""
        return f"ke-hoach/{self.period.id}/"


@dataclass(frozen=True, slots=True)
class ReportText:
    """What the principal writes into the report of one period."""

    path: str
    period: Period
    number: str | None = None
    issued_on: date | None = None
    to: str | None = None
    in_response_to: DocumentReference | None = None
    signer: str | None = None
    recipients: tuple[str, ...] = ()
    persons: Mapping[Group, int] = field(default_factory=lambda: MappingProxyType({}))
    """True numbers of persons, stated by the school (counting.md, rule 5)."""

    form: str = "full"
    """`short` or `full`."""

    body: str = ""
    body_line: int = 1
    where: Mapping[str, Where] = field(default_factory=lambda: MappingProxyType({}))
    """Canonical key (`persons.staff` inside) → where the file states it."""
