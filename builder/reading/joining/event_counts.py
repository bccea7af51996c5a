"""From the posts of one event to its sessions and participants (counting.md, rules 2 and 19)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from builder.model.counts import Count, Group, Participants, combine_marks
from builder.model.posts import Post
from builder.model.problems import Outcome, Problem, Where
from builder.model.settings import Settings


def unite_sessions(posts: Iterable[Post]) -> Outcome[int]:
    """How many times the activity was held; 1 where no post says."""
    stated = [post.sessions for post in posts if post.sessions is not None]
    if not stated:
        return Outcome(1)
    first = stated[0]
    problems = (
        differ("event-sessions-differ", one.where, first.where, one.value, first.value)
        for one in stated
        if one.value != first.value
    )
    return Outcome(first.value, tuple(problems))


def unite_participants(posts: Sequence[Post], settings: Settings) -> Outcome[Participants]:
    """Attendance that the posts state together; no value where nobody counted."""
    groups: dict[Group, _Statement] = {}
    problems: list[Problem] = []
    for group in Group:
        stated = [
            _Statement.of(post, post.participants.groups[group])
            for post in posts
            if post.participants and group in post.participants.groups
        ]
        if stated:
            label = settings.vocabulary.groups[group].label_in(settings.language)
            groups[group], clashes = _unite(stated, "event-count-differs", group=label)
            problems += clashes
    total, clashes = _unite_totals(posts)
    problems += clashes
    if total and groups and not problems:
        problems += _compare_total(total, groups.values())
    if not total and not groups:
        return Outcome(None, tuple(problems))
    counts = MappingProxyType({group: one.count for group, one in groups.items()})
    return Outcome(Participants(counts, total.count if total else None), tuple(problems))


def differ(
    code: str, where: Where, first: Where, written: object, stated: object, **details: str
) -> Problem:
    """The problem of a figure that an earlier post states with another value."""
    told = {"written": str(written), "first": str(stated), "place": f"{first.path}:{first.line}"}
    return Problem(code, where, told | details, also=(first,))


@dataclass(frozen=True, slots=True)
class _Statement:
    """A count with the place that states it."""

    where: Where
    count: Count

    @classmethod
    def of(cls, post: Post, count: Count) -> Self:
        """What a post states; a count that it only implies stands where it says so."""
        return cls(count.where or post.place_of("participants", "whole_school"), count)

    @property
    def value(self) -> int | None:
        """The number; None where it is stated as unknown."""
        return self.count.value


def _unite_totals(posts: Iterable[Post]) -> tuple[_Statement | None, list[Problem]]:
    """Bare total that the posts state; an unknown one says nothing."""
    known = [
        _Statement.of(post, post.participants.total)
        for post in posts
        if post.participants
        and post.participants.total
        and post.participants.total.value is not None
    ]
    return _unite(known, "event-total-differs") if known else (None, [])


def _unite(
    stated: Sequence[_Statement], code: str, **details: str
) -> tuple[_Statement, list[Problem]]:
    """One count of several: unknown is no statement, and the unmarked one stands."""
    known = [one for one in stated if one.value is not None]
    if not known:
        return stated[0], []
    first = known[0]
    marks = {one.count.mark for one in known}
    united = Count(
        first.value,
        None if None in marks else combine_marks(marks),
        any(one.count.whole_school for one in known),
        first.where,
    )
    clashes = [
        differ(code, one.where, first.where, one.value, first.value, **details)
        for one in known
        if one.value != first.value
    ]
    return _Statement(first.where, united), clashes


def _compare_total(total: _Statement, groups: Collection[_Statement]) -> list[Problem]:
    """The problem of a bare total that its groups contradict.

    It must be their sum, and where one of them is unknown at least that of the others.
    """
    known = [one.value for one in groups if one.value is not None]
    stated, least = total.value or 0, sum(known)
    complete = len(known) == len(groups)
    if stated == least or (stated > least and not complete):
        return []
    code = "event-total-not-sum" if complete else "event-total-too-small"
    places = sorted({one.where for one in groups})
    place = f"{places[0].path}:{places[0].line}"
    details = {"written": str(stated), "sum": str(least), "place": place}
    return [Problem(code, total.where, details, also=tuple(places))]
