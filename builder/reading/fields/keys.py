"""Keys as teachers write them → canonical keys, per mapping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from builder.model.addresses import fold_key
from builder.model.problems import Outcome, Problem, Severity
from builder.reading.fields.nearest import find_nearest
from builder.reading.source.nodes import Entry, MappingNode
from builder.reading.source.yaml_nodes import shorten, tell_twice

_VALUES = MappingProxyType({"date": "20/11/2024", "activity_type": "tuyen-truyen"})
"""Values by which a missing key is shown, where one says more than its name."""

_SUGGESTED = 20
"""Unknown keys of one mapping that get a suggestion; the search costs time with every key."""


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The keys of one kind of mapping, and every name they go by."""

    names: Mapping[str, str]
    """Canonical key → the name that teachers are shown."""

    canonical: Mapping[str, str]
    """Folded name → canonical key."""

    written: Mapping[str, str]
    """Folded name → the name as a teacher would write it."""

    @property
    def known(self) -> str:
        """All names that teachers are shown, as a sentence can list them."""
        parting = "; " if any("," in name for name in self.names.values()) else ", "
        return parting.join(self.names.values())


def key_table(names: Mapping[str, Sequence[str]]) -> KeyTable:
    """Table of canonical keys with their Vietnamese names, the usual one first.

    ValueError if two keys share a name: our mistake.
    """
    canonical: dict[str, str] = {}
    written: dict[str, str] = {}
    for key, others in names.items():
        for name in (key, *others):
            folded = fold_key(name)
            if canonical.setdefault(folded, key) != key:
                raise ValueError(f"{name} names both {canonical[folded]} and {key}")
            written.setdefault(folded, name)
    shown = {key: others[0] if others else key for key, others in names.items()}
    return KeyTable(MappingProxyType(shown), MappingProxyType(canonical), MappingProxyType(written))


def match_keys(
    mapping: MappingNode,
    table: KeyTable,
    *,
    required: Sequence[str] = (),
    unknown: Severity = Severity.ERROR,
) -> Outcome[Mapping[str, Entry]]:
    """Entries by canonical key, with the problems of keys that are unknown, doubled or missing.

    A required key that is missing while an unknown key is near it is one
    problem, an error at the unknown key. The value is always given.
    """
    problems: list[Problem] = []
    found: dict[str, Entry] = {}
    strangers: list[Entry] = []
    for entry in mapping.entries:
        key = table.canonical.get(fold_key(entry.key))
        if key is None:
            strangers.append(entry)
        elif key in found:
            problems.append(tell_twice(found[key], entry))
        else:
            found[key] = entry
    unread = find_unread(mapping, table)
    missing = [key for key in required if key not in found and key not in unread]
    for number, entry in enumerate(strangers):
        nearest = find_nearest(entry.key, table.written) if number < _SUGGESTED else None
        meant = table.canonical[fold_key(nearest)] if nearest else None
        severity = Severity.ERROR if meant in missing else unknown
        problems.append(_tell_unknown(entry, nearest, table, severity))
        missing = [key for key in missing if key != meant]
    for key in missing:
        details = {"key": table.names[key], "canonical": key, "value": _VALUES.get(key, "…")}
        problems.append(Problem("key-missing", mapping.where, details))
    return Outcome(MappingProxyType(found), tuple(problems))


def find_unread(mapping: MappingNode, table: KeyTable) -> frozenset[str]:
    """Canonical keys that may stand in what can't be read of a mapping: any where a piece's own
    can't be told.
    """
    pieces = [[table.canonical.get(fold_key(head)) for head in one] for one in mapping.unread]
    if any(piece[0] is None for piece in pieces):
        return frozenset(table.names)
    return frozenset(key for piece in pieces for key in piece if key is not None)


def _tell_unknown(
    entry: Entry, nearest: str | None, table: KeyTable, severity: Severity
) -> Problem:
    """Problem of a key that the mapping doesn't know."""
    details = {"key": shorten(entry.key)}
    if nearest is not None:
        return Problem("key-unknown", entry.where, {**details, "suggestion": nearest}, severity)
    return Problem("key-strange", entry.where, {**details, "known": table.known}, severity)
