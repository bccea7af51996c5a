"""Partners of the school, and what was agreed with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from builder.model.problems import Where


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with a partner."""

    title: str
    first_day: date | None
    last_day: date | None
    where: Where | None = field(default=None, compare=False)
    """Where the partner's file states it."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Whom the school works with; one partner under all its names (counting.md, rule 9)."""

    id: str
    """Name of its file, else the slug of its name."""

    name: str
    names: tuple[str, ...] = ()
    """Other spellings."""

    kind: str | None = None
    """None: the partner has no file."""

    country: str = "VN"
    """ISO 3166-1 alpha-2."""

    website: str | None = None
    licence: str | None = None
    agreements: tuple[Agreement, ...] = ()
    body: str = ""
    path: str | None = None
    """None: the partner has no file."""

    body_line: int = 1
    where: Mapping[str, Where] = field(default_factory=lambda: MappingProxyType({}))
    """Canonical key → where its file states it."""

    @property
    def is_foreign(self) -> bool:
        """Whether the partner is of another country."""
        return self.country != "VN"

    @property
    def address(self) -> str:
        """Address from the site's root, without the leading `/`."""
        return f"doi-tac/{self.id}/"
