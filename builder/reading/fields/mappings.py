"""A list of mappings → records, one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from builder.model.problems import Outcome, Problem
from builder.reading.source.nodes import ListNode, MappingNode, Node, Scalar
from builder.reading.values.texts import tell_shape

T = TypeVar("T")


def read_mappings(
    node: Node,
    *,
    key: str,
    read_one: Callable[[MappingNode], Outcome[T]],
    wanted: str,
    known: str | None = None,
) -> Outcome[tuple[T, ...]]:
    """Records of a list in the order of the file; one mapping alone is a list of one.

    `wanted` names what each is, so that a line of text there is told with an example;
    `known` shows the keys where that is no more than a `mapping`.
    """
    items = node.items if isinstance(node, ListNode) else (node,)
    records: list[T] = []
    problems: list[Problem] = []
    for item in items:
        if isinstance(item, Scalar) and not item.text.strip():
            continue
        if not isinstance(item, MappingNode):
            problems.append(tell_shape(item, key=key, wanted=wanted, known=known))
            continue
        record = read_one(item)
        problems.extend(record.problems)
        if record.value is not None:
            records.append(record.value)
    return Outcome(tuple(records), tuple(problems))
