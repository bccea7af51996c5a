"""What a mapping in a source file says, as written and with its places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from builder.model.problems import Where


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as the text that stands in the file."""

    text: str
    where: Where
    is_plain: bool = True
    """Written without quotes."""


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list of values."""

    items: tuple[Node, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: str
    """As written."""

    where: Where
    """Of the key."""

    value: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys with values, in the order of the file; no key stands twice."""

    entries: tuple[Entry, ...]
    where: Where
    unread: tuple[tuple[str, ...], ...] = ()
    """What may be keys in each piece of the text that can't be read, line by line."""


Node: TypeAlias = Scalar | ListNode | MappingNode
