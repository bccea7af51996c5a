"""A library in; out come figures of rows that a period may lack, as a template's tags name them.

A school's template serves every year. In a year without a visit from abroad the data file has no
such row, and the tag for it shows that nothing took place instead of being unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from builder.locale import say
from builder.locale.formats import format_number
from builder.model.counts import Group
from builder.model.library import Library


def list_absent(library: Library, language: str) -> Mapping[str, str]:
    """Path → its text in a period that has no such row: `0` of what is counted, else unknown."""
    nothing, unknown = format_number(0, language), say("report-unknown", language)
    counted = dict.fromkeys(_list_counted(library), nothing)
    return MappingProxyType(counted | dict.fromkeys(_list_unknown(library), unknown))


def _list_counted(library: Library) -> Iterator[str]:
    """Paths of counts and sums of money."""
    words = library.settings.vocabulary
    yield from _spread("by_activity_type", words.activity_types, ("activities", "sessions"))
    yield from _spread("by_level", words.levels, ("activities",))
    yield from _spread("by_role", words.roles, ("activities",))
    yield from _spread("by_channel", words.channels, ("posts",))
    yield from _spread("by_theme", words.themes, ("posts",))
    yield from _spread("partners", library.partners, ("activities", "resources_vnd"))
    yield from _spread("resources", words.resource_kinds, ("value_vnd",))


def _list_unknown(library: Library) -> Iterator[str]:
    """Paths of people, of targets that no plan of the period sets, of a year before the first."""
    groups = [*Group, "total"]
    attended = [f"attendance.{group}" for group in groups]
    tasks = [task.id for plan in library.plans for task in plan.tasks]
    yield from _spread("by_activity_type", library.settings.vocabulary.activity_types, attended)
    yield from _spread("plan", tasks, ("counted", "target", "percent"))
    yield from (f"totals.persons.{group}.value" for group in Group)
    yield from ("previous.activities", "previous.attendance_total")


def _spread(table: str, rows: Iterable[str], columns: Iterable[str]) -> Iterator[str]:
    """Path of every column of every row."""
    kept = tuple(columns)
    return (f"{table}.{row}.{column}" for row in rows for column in kept)
