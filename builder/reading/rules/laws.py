"""The table of laws → those that a rule rests on, on a day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

SHOWN_PROOFS = frozenset({"C", "S"})
"""Proofs good enough to tell a teacher: its own text was read, or a source states it."""


@dataclass(frozen=True, slots=True)
class Law:
    """A law, decree or circular that rules rest on."""

    names: Mapping[str, str]
    """By language, with the article that matters."""

    rules: frozenset[str]
    first_day: date | None
    """None: in force before any post of a school's site."""

    last_day: date | None
    """None: still in force."""

    proof: str
    """`C` its text was read, `S` a source states it, `U` to be checked by a person first."""

    def holds_on(self, day: date) -> bool:
        """Whether the law is in force on a day."""
        after = self.first_day is None or self.first_day <= day
        return after and (self.last_day is None or day <= self.last_day)


@cache
def load_laws() -> tuple[Law, ...]:
    """All laws, in the order of the table."""
    text = files(__package__).joinpath("laws.toml").read_text(encoding="utf-8")
    return tuple(
        Law(
            names={"vi": row["vi"], "en": row["en"]},
            rules=frozenset(row["rules"]),
            first_day=row.get("from"),
            last_day=row.get("until"),
            proof=row["proof"],
        )
        for row in tomllib.loads(text)["law"]
    )


def cite_laws(rule: str, day: date, language: str) -> str:
    """The laws behind a rule on a day, in brackets behind a blank; empty where there is none."""
    names = [
        law.names[language]
        for law in load_laws()
        if rule in law.rules and law.proof in SHOWN_PROOFS and law.holds_on(day)
    ]
    return f" ({'; '.join(names)})" if names else ""
