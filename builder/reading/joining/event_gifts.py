"""From the posts of one event to what was given, each gift once (counting.md, rules 2 and 10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.model.posts import PartnerMention, Post, Resource
from builder.model.problems import Outcome, Problem
from builder.reading.joining.event_counts import differ

_Identity = tuple[str | None, str, str | None, bool]


def unite_gifts(
    posts: Iterable[Post], partners: Mapping[str, PartnerMention]
) -> Outcome[tuple[Resource, ...]]:
    """Gifts that the posts tell together, as first told.

    A gift without a giver is of the activity's only partner. A gift is known by
    giver, kind, unit and `pledged`: told in two posts it is one, twice in one
    post two.
    """
    only = next(iter(partners.values())) if len(partners) == 1 else None
    united: dict[_Identity, list[Resource]] = {}
    problems: list[Problem] = []
    for post in posts:
        for identity, told in _by_identity(post.resources, only).items():
            first = united.setdefault(identity, told)
            if first is not told and not _is_same(first, told):
                united[identity], clashes = _unite(first, told)
                problems += clashes
    gifts = tuple(gift for told in united.values() for gift in told)
    return Outcome(gifts, tuple(problems))


def _by_identity(
    resources: Iterable[Resource], only: PartnerMention | None
) -> dict[_Identity, list[Resource]]:
    """Gifts of one post by identity, givers filled in."""
    found: dict[_Identity, list[Resource]] = {}
    for one in resources:
        gift = one if one.partner else replace(one, partner=only)
        giver = gift.partner.id if gift.partner else None
        found.setdefault((giver, gift.kind, gift.unit, gift.pledged), []).append(gift)
    return found


def _is_same(first: Sequence[Resource], told: Sequence[Resource]) -> bool:
    """Whether two posts tell the same amounts, in any order."""
    return sorted(map(_amount_key, first)) == sorted(map(_amount_key, told))


def _amount_key(gift: Resource) -> tuple[int, int]:
    """Value and quantity, unknown ones below zero."""
    value, quantity = gift.value_vnd, gift.quantity
    return -1 if value is None else value, -1 if quantity is None else quantity


def _unite(
    first: Sequence[Resource], told: Sequence[Resource]
) -> tuple[list[Resource], list[Problem]]:
    """Gifts of one identity from two posts; what one leaves open the other fills."""
    if len(first) != len(told):
        code, where, before = "event-gifts-differ", told[0].where, first[0].where
        return list(first), [differ(code, where, before, len(told), len(first))]
    pairs = list(zip(first, told, strict=True))
    problems = [
        differ("event-gift-differs", other.where, one.where, after, before)
        for one, other in pairs
        for before, after in (
            (one.value_vnd, other.value_vnd),
            (one.quantity, other.quantity),
        )
        if None not in (before, after) and before != after
    ]
    return [_fill(one, other) for one, other in pairs], problems


def _fill(one: Resource, other: Resource) -> Resource:
    """A gift with what another telling of it knows."""
    return replace(
        one,
        value_vnd=other.value_vnd if one.value_vnd is None else one.value_vnd,
        quantity=other.quantity if one.quantity is None else one.quantity,
    )
