"""From tallies to lượt and peaks by group (counting.md, rules 4 to 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from builder.counting.figures import peak_of_parts, sum_known_parts
from builder.counting.tallies import Tally
from builder.model.counts import Group
from builder.model.summary import Attendance, Figure, Part


def count_attendance(tallies: Sequence[Tally], path: str) -> Attendance:
    """Lượt of these activities; `path` is where the group's figures stand in `data.json`."""
    groups = {group: count_group(tallies, group, f"{path}.{group}") for group in Group}
    return Attendance(MappingProxyType(groups), count_people(tallies, f"{path}.total"))


def count_group(tallies: Sequence[Tally], group: Group, path: str) -> Figure:
    """Lượt of one group; None where no activity states it."""
    parts = _parts_of(tallies, group)
    return sum_known_parts(path, parts, _unknown_in(parts))


def count_people(tallies: Sequence[Tally], path: str) -> Figure:
    """Lượt in all, bare totals included.

    An activity of which some group is unknown adds what is known and is named
    among the unknown too.
    """
    unknown = tuple(tally.id for tally in tallies if tally.lacks_people)
    return sum_known_parts(path, [tally.total for tally in tallies], unknown)


def count_peaks(tallies: Sequence[Tally], path: str) -> Mapping[Group, Figure]:
    """Largest single activity of each group."""
    found: dict[Group, Figure] = {}
    for group in Group:
        parts = _parts_of(tallies, group)
        found[group] = peak_of_parts(f"{path}.{group}", parts, _unknown_in(parts))
    return MappingProxyType(found)


def _parts_of(tallies: Sequence[Tally], group: Group) -> list[Part]:
    """What activities state of a group; an unknown one stands among them without a value."""
    return [tally.groups[group] for tally in tallies if group in tally.groups]


def _unknown_in(parts: Sequence[Part]) -> tuple[str, ...]:
    """Activities of these that nobody counted."""
    return tuple(part.id for part in parts if part.value is None)
