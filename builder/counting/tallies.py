"""From activities to what each of them adds to the figures of its years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.model.counts import Count, Group, Participants, combine_marks
from builder.model.library import Activity
from builder.model.summary import ActivityRow, Part


@dataclass(frozen=True, slots=True)
class Tally:
    """One activity with the parts that it adds to the figures of every period."""

    row: ActivityRow
    once: Part
    sessions: Part
    groups: Mapping[Group, Part]
    """Groups that it states or that nobody counted; a group that isn't here had no part."""

    total: Part
    lacks_people: bool
    """Whether its total would be larger, had everybody been counted."""

    @property
    def id(self) -> str:
        """Id of the activity."""
        return self.row.activity.id

    @property
    def activity(self) -> Activity:
        """The activity itself."""
        return self.row.activity


def count_activities(activities: Iterable[Activity]) -> tuple[ActivityRow, ...]:
    """The activities, in the order given, with the numbers that tables and data files show."""
    return tuple(_count_activity(activity) for activity in activities)


def tally_activities(activities: Iterable[Activity]) -> tuple[Tally, ...]:
    """What each activity adds, in the order given."""
    return tuple(_tally_row(row) for row in count_activities(activities))


def _count_activity(activity: Activity) -> ActivityRow:
    """Row of one activity: its groups in the order of every table, and its total."""
    participants = activity.participants
    if participants is None:
        return ActivityRow(activity, {}, None)
    counts = {group: participants.groups[group] for group in Group if group in participants.groups}
    return ActivityRow(activity, counts, _total_of(participants))


def _total_of(participants: Participants) -> Count | None:
    """Sum of the known groups, or the bare total; None if neither (counting.md, rules 6 and 19).

    A bare total beside groups is exact if it or all groups are; beside an
    unknown group it speaks for all, since the groups don't sum to it.
    """
    bare, counts = participants.total, tuple(participants.groups.values())
    known = [(count.value, count.mark) for count in counts if count.value is not None]
    marks = {mark for _, mark in known}
    if bare is not None and bare.value is not None:
        if not known or len(known) < len(counts):
            return Count(bare.value, bare.mark)
        exact = bare.mark is None or marks == {None}
        return Count(bare.value, None if exact else combine_marks({bare.mark, *marks}))
    if not known:
        return None
    return Count(sum(value for value, _ in known), combine_marks(marks))


def _tally_row(row: ActivityRow) -> Tally:
    """Parts that one activity adds."""
    activity, total = row.activity, row.total
    part = Part(activity.id, None) if total is None else Part(activity.id, total.value, total.mark)
    return Tally(
        row=row,
        once=Part(activity.id, 1),
        sessions=Part(activity.id, activity.sessions),
        groups=_group_parts(row),
        total=part,
        lacks_people=_lacks_people(row),
    )


def _group_parts(row: ActivityRow) -> Mapping[Group, Part]:
    """Part of each group that is stated, or of every group where nobody counted at all."""
    activity = row.activity
    if activity.participants is None:
        nobody_counted = Part(activity.id, None)
        return dict.fromkeys(Group, nobody_counted)
    return {
        group: Part(activity.id, count.value, count.mark) for group, count in row.counts.items()
    }


def _lacks_people(row: ActivityRow) -> bool:
    """Whether somebody took part whom neither a group nor a bare total counts."""
    participants = row.activity.participants
    if participants is None or row.total is None:
        return True
    bare = participants.total
    if bare is not None and bare.value is not None:
        return False
    return any(count.value is None for count in row.counts.values())
