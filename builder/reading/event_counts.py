"""From the posts of one event to its sessions and participants (counting.md, rules 2 and 19)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

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
    groups: dict[Group, Count] = {}
    problems: list[Problem] = []
    for group in Group:
        counts = [count for post in posts if (count := _count_in(post, group))]
        if counts:
            label = settings.vocabulary.groups[group].label_in(settings.language)
            groups[group], clashes = _unite(counts, "event-count-differs", group=label)
            problems += clashes
    total, clashes = _unite_totals(posts)
    problems += clashes
    if not problems and total is not None:
        problems += _compare_total(total, groups)
    if total is None and not groups:
        return Outcome(None, tuple(problems))
    return Outcome(Participants(MappingProxyType(groups), total), tuple(problems))


def differ(
    code: str, where: Where, first: Where, written: object, stated: object, **details: str
) -> Problem:
    """The problem of a figure that an earlier post states with another value."""
    told = {"written": str(written), "first": str(stated), "place": f"{first.path}:{first.line}"}
    return Problem(code, where, told | details, also=(first,))


def _count_in(post: Post, group: Group) -> Count | None:
    """What a post states of a group."""
    return post.participants.groups.get(group) if post.participants else None


def _unite_totals(posts: Iterable[Post]) -> tuple[Count | None, list[Problem]]:
    """Bare total that the posts state; an unknown one says nothing."""
    stated = [post.participants.total for post in posts if post.participants]
    known = [count for count in stated if count is not None and count.value is not None]
    return _unite(known, "event-total-differs") if known else (None, [])


def _unite(counts: Sequence[Count], code: str, **details: str) -> tuple[Count, list[Problem]]:
    """One count of several: unknown is no statement, and the unmarked one stands."""
    known = [count for count in counts if count.value is not None]
    if not known:
        return counts[0], []
    first = known[0]
    marks = {count.mark for count in known}
    united = Count(
        first.value,
        None if None in marks else combine_marks(marks),
        any(count.whole_school for count in known),
        first.where,
    )
    clashes = [
        differ(code, _place(one), _place(first), one.value, first.value, **details)
        for one in known
        if one.value != first.value
    ]
    return united, clashes


def _compare_total(total: Count, groups: dict[Group, Count]) -> list[Problem]:
    """The problem of a bare total that its groups contradict.

    It must be their sum, and where one of them is unknown at least that of the others.
    """
    known = [count.value for count in groups.values() if count.value is not None]
    stated, least = total.value or 0, sum(known)
    complete = len(known) == len(groups)
    if not groups or stated == least or (stated > least and not complete):
        return []
    code = "event-total-not-sum" if complete else "event-total-too-small"
    places = sorted({_place(count) for count in groups.values()})
    details = {
        "written": str(stated),
        "sum": str(least),
        "place": f"{places[0].path}:{places[0].line}",
    }
    return [Problem(code, _place(total), details, also=tuple(places))]


def _place(count: Count) -> Where:
    """Where a count was written; every count of a post was."""
    if count.where is None:
        raise ValueError("a count of a post without its place")
    return count.where
