"""From activities to what was given to the school (counting.md, rule 10)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.counting.figures import sum_parts
from builder.counting.tallies import Tally
from builder.model.posts import Resource
from builder.model.summary import Figure, Gift, Goods, Part, ResourceRow
from builder.model.vocabulary import Vocabulary

MONEY_KINDS = frozenset({"tien", "hoc-bong"})
"""Kinds whose value is money; a value beside other kinds is shown, not summed."""


def count_money(
    tallies: Iterable[Tally], path: str, *, kind: str | None = None, partner: str | None = None
) -> Figure:
    """Money received in whole đồng, of one kind or from one partner where these are named.

    An activity with money whose value nobody stated is among the unknown.
    """
    parts: list[Part] = []
    unknown: list[str] = []
    for tally in tallies:
        gifts = [
            one
            for one in tally.activity.resources
            if _is_money(one) and kind in (None, one.kind) and partner in (None, _giver_of(one))
        ]
        values = [one.value_vnd for one in gifts if one.value_vnd is not None]
        if values:
            parts.append(Part(tally.id, sum(values)))
        if len(values) < len(gifts):
            unknown.append(tally.id)
    return sum_parts(path, parts, tuple(unknown))


def count_resources(tallies: Sequence[Tally], vocabulary: Vocabulary) -> tuple[ResourceRow, ...]:
    """What was received by kind, in the vocabulary's order; only kinds with something received."""
    received: dict[str, list[tuple[str, Resource]]] = {}
    for tally in tallies:
        for one in tally.activity.resources:
            if not one.pledged and (one.value_vnd, one.quantity) != (None, None):
                received.setdefault(one.kind, []).append((tally.id, one))
    return tuple(
        ResourceRow(
            kind,
            count_money(tallies, f"resources.{kind}.value_vnd", kind=kind),
            _count_goods(received[kind]),
            () if kind in MONEY_KINDS else _list_values(received[kind]),
        )
        for kind in vocabulary.resource_kinds
        if kind in received
    )


def list_gifts(tallies: Iterable[Tally]) -> tuple[Gift, ...]:
    """Every stated resource with its activity, pledged ones too."""
    return tuple(Gift(tally.id, one) for tally in tallies for one in tally.activity.resources)


def _is_money(resource: Resource) -> bool:
    """Whether its value adds to the money received."""
    return resource.kind in MONEY_KINDS and not resource.pledged


def _giver_of(resource: Resource) -> str | None:
    """Id of the partner that gave it."""
    return resource.partner.id if resource.partner else None


def _list_values(received: Iterable[tuple[str, Resource]]) -> tuple[int, ...]:
    """What gifts are worth whose quantity nobody stated."""
    return tuple(
        one.value_vnd for _, one in received if one.value_vnd is not None and one.quantity is None
    )


def _count_goods(received: Iterable[tuple[str, Resource]]) -> tuple[Goods, ...]:
    """Quantities by unit, units in the order in which they were first received."""
    units: dict[str | None, dict[str, int]] = {}
    for activity, one in received:
        if one.quantity is not None:
            found = units.setdefault(one.unit, {})
            found[activity] = found.get(activity, 0) + one.quantity
    return tuple(
        Goods(unit, sum_parts(None, [Part(*pair) for pair in found.items()]))
        for unit, found in units.items()
    )
