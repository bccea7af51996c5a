"""From activities to the groups that a post states as unknown (counting.md, rule 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model.library import Activity
from builder.model.problems import Problem, Severity
from builder.model.settings import Settings


def check_counts(activities: Iterable[Activity], settings: Settings) -> Iterator[Problem]:
    """Groups that were there and that nobody counted; told so that the number is asked for.

    An activity without any participants is told by the yearly summary alone: a
    school may never count some kinds of activity.
    """
    groups = settings.vocabulary.groups
    for activity in activities:
        stated = activity.participants.groups if activity.participants else {}
        for group, count in stated.items():
            if count.value is None:
                where = count.where or activity.main.place_of("participants")
                details = {"group": groups[group].label_in(settings.language)}
                yield Problem("count-missing", where, details, Severity.WARNING)
