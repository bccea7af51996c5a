"""Numbers of people as a teacher states them: known or unknown, exact or marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from builder.model.problems import Where


class Group(StrEnum):
    """Who took part, in the order of every table (posts.md, Participants)."""

    STAFF = "staff"
    STUDENTS = "students"
    PARENTS = "parents"
    GUESTS = "guests"
    INTERNATIONAL = "international"

    __hash__ = str.__hash__
    """Not the function in Python that `enum` has: groups are keys of all tables."""


class Mark(StrEnum):
    """How exact a stated number is (posts.md, Counts)."""

    ABOUT = "about"
    """≈: khoảng, gần, ~."""

    AT_LEAST = "at-least"
    """≥: hơn, trên, +."""

    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Count:
    """One stated number of people."""

    value: int | None
    """None: stated as unknown (“chưa thống kê”), which is not zero."""

    mark: Mark | None = None
    whole_school: bool = False
    """Whether this is the whole school's for its group (counting.md, rule 5)."""

    where: Where | None = None
    """Where it was written; None for counts that were worked out."""


@dataclass(frozen=True, slots=True)
class Participants:
    """Attendance of a whole activity as one post, or the posts of one event, state it."""

    groups: Mapping[Group, Count]
    """Only the groups that were named; a group that isn't here had no part."""

    total: Count | None = None
    """A bare total: its groups are unknown. Beside groups, another post of the event tells it."""


def combine_marks(marks: set[Mark | None]) -> Mark | None:
    """Mark of a sum of numbers with these marks; where both stand, ≈ (counting.md, rule 6)."""
    if Mark.ABOUT in marks:
        return Mark.ABOUT
    return Mark.AT_LEAST if Mark.AT_LEAST in marks else None
