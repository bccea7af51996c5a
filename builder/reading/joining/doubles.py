"""From activities to those that may be one and the same (counting.md, rule 18)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from builder.model.library import Activity
from builder.model.posts import Post
from builder.model.problems import Problem, Severity


def check_doubles(activities: Iterable[Activity]) -> Iterator[Problem]:
    """Activities without an event of one date and one type; told on all but the earliest."""
    alone = (one.main for one in activities if one.main.event is None)
    first: dict[tuple[date, str], Post] = {}
    for post in sorted(alone, key=lambda one: one.publication_key):
        earlier = first.setdefault((post.first_day, post.activity_type), post)
        if earlier is not post:
            place = earlier.place_of("title")
            details = {"title": earlier.title, "place": f"{place.path}:{place.line}"}
            where = post.place_of("title")
            yield Problem("activity-double", where, details, Severity.WARNING, (place,))
