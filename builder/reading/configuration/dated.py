"""A fact that changed in time → its values with the days from which they hold (domain.md, 4.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from builder.model.problems import Outcome, Problem
from builder.model.settings import Dated, Signer
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import KeyTable, key_table
from builder.reading.source.nodes import ListNode, MappingNode, Node
from builder.reading.surroundings.documents import match_fields
from builder.reading.values.texts import read_text, tell_shape

T = TypeVar("T")

_FACT_KEYS = key_table({"from": ("từ ngày",), "value": ("giá trị",)})
_SIGNER_KEYS = key_table({"from": ("từ ngày",), "office": ("chức vụ",), "name": ("họ tên",)})


def read_dated_text(node: Node, *, key: str) -> Outcome[tuple[Dated[str], ...]]:
    """Texts with their days; a plain text holds for ever. Empty where nothing is stated."""
    if not isinstance(node, ListNode | MappingNode):
        text = read_text(node, key=key)
        return Outcome((Dated(None, text.value),) if text.value else (), text.problems)
    return _read_facts(node, key, _FACT_KEYS, ("value",), lambda fields: fields.text("value"))


def read_signers(node: Node, *, key: str) -> Outcome[tuple[Dated[Signer], ...]]:
    """Signers with their days; one mapping without a day holds for ever."""
    if not isinstance(node, ListNode | MappingNode):
        text = read_text(node, key=key)
        told = tell_shape(node, key=key, wanted="mapping", known=_SIGNER_KEYS.known)
        return Outcome((), (told,) if text.value else ())
    return _read_facts(node, key, _SIGNER_KEYS, ("office", "name"), _signer)


def _signer(fields: Fields) -> Signer | None:
    """Signer of a mapping."""
    office, name = fields.text("office"), fields.text("name")
    return Signer(office, name) if office and name else None


def _read_facts(
    node: ListNode | MappingNode,
    key: str,
    table: KeyTable,
    required: tuple[str, ...],
    read_value: Callable[[Fields], T | None],
) -> Outcome[tuple[Dated[T], ...]]:
    """Facts in order; a list of several needs a day for each, later ones below earlier ones."""
    items = node.items if isinstance(node, ListNode) else (node,)
    problems: list[Problem] = []
    facts: list[Dated[T]] = []
    for item in items:
        if not isinstance(item, MappingNode):
            problems.append(tell_shape(item, key=key, wanted="mapping", known=table.known))
            continue
        needed = (*required, "from") if len(items) > 1 else required
        fields = match_fields(item, table, required=needed)
        day, value = fields.day("from"), read_value(fields)
        _check_day(fields, day, facts)
        problems += fields.problems
        if value is not None:
            facts.append(Dated(day, value))
    return Outcome(tuple(facts), tuple(problems))


def _check_day(fields: Fields, day: date | None, before: list[Dated[T]]) -> None:
    """Tell of a day that isn't later than the one above it."""
    last = before[-1].first_day if before else None
    if day and last and day <= last:
        code = "dated-twice" if day == last else "dated-order"
        fields.tell(code, "from", first=f"{last:%d/%m/%Y}", second=f"{day:%d/%m/%Y}")
