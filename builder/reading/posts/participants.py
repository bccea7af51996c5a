"""What a post says of who took part → `Participants` (posts.md, Participants)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import cast

from builder.model.counts import Count, Group, Participants
from builder.model.periods import school_year
from builder.model.problems import Outcome, Problem, Severity, Where
from builder.model.settings import Settings
from builder.reading.posts.participants_line import read_line
from builder.reading.source.nodes import Entry, ListNode, MappingNode, Scalar
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.counts import is_unknown, is_whole_school, read_count
from builder.reading.values.words import WordTable

OWN_PEOPLE = (Group.STAFF, Group.STUDENTS)
"""Groups whose head count a school states."""

_FAR_OFF = 3
"""A count over so many times the head count is a slip of the hand (counting.md, rule 19)."""


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people the school has in the school year of one day."""

    year: str | None
    """Name of the school year; None: the day isn't known."""

    numbers: Mapping[Group, int]


def head_count_on(settings: Settings, day: date | None) -> HeadCount:
    """Head count of the school year of a day."""
    if day is None:
        return HeadCount(None, MappingProxyType({}))
    year = school_year(day, settings.school_year_start).name
    return HeadCount(year, settings.school.head_count.get(year, MappingProxyType({})))


def read_participants(
    stated: Entry | None, whole_school: Entry | None, groups: WordTable, heads: HeadCount
) -> Outcome[Participants]:
    """Participants of a post; `whole_school` is the entry that says yes, if any does.

    None, without a problem, where nobody counted.
    """
    problems: list[Problem] = []
    counts: Mapping[Group, Count] | None = None
    if stated is None:
        counts = _count_everybody(whole_school.where) if whole_school else None
    elif isinstance(stated.value, MappingNode):
        counts = _read_groups(stated.value, groups, problems)
    elif isinstance(stated.value, ListNode):
        problems.append(Problem("people-list", stated.value.where, {"key": stated.key}))
    elif is_whole_school(stated.value.text):
        counts = _count_everybody(stated.value.where)
    elif not is_unknown(stated.value.text):
        line = read_line(stated.value, groups, key=stated.key)
        problems.extend(line.problems)
        counts = line.value.groups if line.value else None
        if line.value and line.value.total:
            return Outcome(line.value, tuple(problems))
    if counts is None:
        return Outcome(None, tuple(problems))
    settled = {
        group: one
        for group, count in counts.items()
        if (one := _settle(group, count, heads, groups, problems)) is not None
    }
    if whole_school is not None:
        settled = {group: _mark_whole(group, count) for group, count in settled.items()}
    people = Participants(MappingProxyType(settled)) if settled else None
    return Outcome(people, tuple(problems))


def _count_everybody(where: Where) -> Mapping[Group, Count]:
    """Staff and students, to be filled in by the head count."""
    return {group: Count(None, whole_school=True, where=where) for group in OWN_PEOPLE}


def _read_groups(
    mapping: MappingNode, groups: WordTable, problems: list[Problem]
) -> Mapping[Group, Count] | None:
    """Counts by group, in the order of every table; None where no group could be read."""
    found: dict[Group, Entry] = {}
    counts: dict[Group, Count] = {}
    for entry in mapping.entries:
        known = groups.find(entry.key)
        if known is None:
            problems.append(_tell_group(entry, groups))
            continue
        group = Group(known)
        if group in found:
            problems.append(_tell_twice(found[group], entry, groups.labels[known]))
            continue
        found[group] = entry
        count = read_count(entry.value, key=entry.key, own_words=groups.spellings[known])
        problems.extend(count.problems)
        if count.value is not None:
            counts[group] = count.value
    return {group: counts[group] for group in Group if group in counts} or None


def _settle(
    group: Group, count: Count, heads: HeadCount, groups: WordTable, problems: list[Problem]
) -> Count | None:
    """Count with its head count filled in, or checked against it; None where there is none."""
    where = cast("Where", count.where)  # every count that was read has its place
    label, known = groups.labels[group], heads.numbers.get(group)
    if count.whole_school and group not in OWN_PEOPLE:
        problems.append(Problem("whole-school-group", where, {"group": label}))
        return None
    if count.whole_school and known is None:
        if heads.year is not None:
            details = {"group": label, "year": heads.year, "key": group.value}
            problems.append(Problem("head-count-missing", where, details))
        return None
    if count.whole_school:
        return replace(count, value=known)
    if group in OWN_PEOPLE and known and (count.value or 0) > _FAR_OFF * known:
        details = {"group": label, "written": str(count.value), "known": str(known)}
        details["year"] = heads.year or ""
        problems.append(Problem("count-large", where, details, Severity.WARNING))
    return count


def _mark_whole(group: Group, count: Count) -> Count:
    """Count as the whole school's, where it is one of own people and known."""
    return replace(count, whole_school=group in OWN_PEOPLE and count.value is not None)


def _tell_group(entry: Entry, groups: WordTable) -> Problem:
    """Problem of a group that nobody knows, with all that there are."""
    known = "; ".join(groups.labels.values())
    return Problem("group-unknown", entry.where, {"written": shorten(entry.key), "known": known})


def _tell_twice(first: Entry, second: Entry, label: str) -> Problem:
    """Problem of one group under two names: the sum is the school's to make."""
    details = {"first_key": shorten(first.key), "key": shorten(second.key), "group": label}
    details |= {"first_line": str(first.where.line), "second_line": str(second.where.line)}
    details["together"] = _add_up(first, second)
    return Problem("group-twice", second.where, details, also=(first.where,))


def _add_up(first: Entry, second: Entry) -> str:
    """Both numbers as a sum to be worked out: `3 + 40`."""
    numbers = (one.value.text if isinstance(one.value, Scalar) else "" for one in (first, second))
    return " + ".join(shorten(number) or "…" for number in numbers)
