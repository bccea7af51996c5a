"""Partners with a file → warnings about licences and agreements that the school must see to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from builder.locale.formats import format_day
from builder.model.partners import Partner
from builder.model.problems import Problem, Severity, Where

LICENSED_KIND = "trung-tam-ngoai-ngu"
"""The kind of partners that need a licence (domain.md 1.2, 001-14)."""

NOTICE = timedelta(days=60)
"""How long before its end an agreement is told (domain.md 1.3, 002-16)."""


def check_partners(partners: Iterable[Partner], today: date) -> Iterator[Problem]:
    """Language centres without a licence, and agreements that end or ended without another."""
    for partner in partners:
        if partner.kind == LICENSED_KIND and partner.licence is None:
            where = partner.where["kind"]
            yield Problem("partner-licence", where, {"name": partner.name}, Severity.WARNING)
        yield from _check_agreements(partner, today)


def _check_agreements(partner: Partner, today: date) -> Iterator[Problem]:
    """Warnings about agreements that no later one of the same partner goes on from."""
    for one in partner.agreements:
        if one.last_day is None or one.last_day - today > NOTICE:
            continue
        if _is_agreed_after(one.last_day, partner):
            continue
        code = "agreement-ended" if one.last_day < today else "agreement-ends"
        told = {"title": one.title, "name": partner.name, "day": format_day(one.last_day)}
        yield Problem(code, one.where or Where(partner.path or ""), told, Severity.WARNING)


def _is_agreed_after(day: date, partner: Partner) -> bool:
    """Whether the partner has an agreement that holds longer than to this day."""
    return any(one.last_day is None or one.last_day > day for one in partner.agreements)
