"""From what counts in a period to its tables by type, month and word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from builder.counting.attendance import count_attendance
from builder.counting.figures import sum_parts
from builder.counting.index import PeriodContent
from builder.counting.tallies import Tally
from builder.model.posts import Post
from builder.model.summary import MonthRow, Part, TypeRow, WordRow
from builder.model.vocabulary import Term

_WEBSITE = "website"


def count_types(tallies: Sequence[Tally], types: Mapping[str, Term]) -> tuple[TypeRow, ...]:
    """One row for each type that occurs, in the vocabulary's order."""
    found: dict[str, list[Tally]] = {}
    for tally in tallies:
        found.setdefault(tally.activity.activity_type, []).append(tally)
    return tuple(_type_row(one, found[one]) for one in types if one in found)


def count_months(content: PeriodContent) -> tuple[MonthRow, ...]:
    """All twelve months of the period, empty ones too."""
    found: dict[date, list[Tally]] = {}
    for tally in content.tallies:
        found.setdefault(tally.activity.first_day.replace(day=1), []).append(tally)
    return tuple(_month_row(month, found.get(month, [])) for month in content.period.months)


def count_levels(tallies: Iterable[Tally], levels: Mapping[str, Term]) -> tuple[WordRow, ...]:
    """Activities by level, in the vocabulary's order; one without a level stands in no row."""
    parts = ((one.activity.level, one.once) for one in tallies if one.activity.level)
    return _word_rows("by_level.{}.activities", parts, levels)


def count_roles(tallies: Iterable[Tally], roles: Mapping[str, Term]) -> tuple[WordRow, ...]:
    """Activities by the school's role, in the vocabulary's order."""
    return _word_rows(
        "by_role.{}.activities", ((one.activity.role, one.once) for one in tallies), roles
    )


def count_channels(posts: Iterable[Post], channels: Mapping[str, Term]) -> tuple[WordRow, ...]:
    """Posts by channel; the website is a channel of each, since each has a page."""
    parts = ((word, Part(post.path, 1)) for post in posts for word in {*post.channels, _WEBSITE})
    return _word_rows("by_channel.{}.posts", parts, channels)


def count_themes(posts: Iterable[Post], themes: Mapping[str, Term]) -> tuple[WordRow, ...]:
    """Posts by theme, in the vocabulary's order."""
    parts = ((word, Part(post.path, 1)) for post in posts for word in set(post.themes))
    return _word_rows("by_theme.{}.posts", parts, themes)


def _type_row(activity_type: str, tallies: Sequence[Tally]) -> TypeRow:
    """Numbers of one type."""
    path = f"by_activity_type.{activity_type}"
    online = [one.once for one in tallies if one.activity.mode == "truc-tuyen"]
    return TypeRow(
        activity_type,
        sum_parts(f"{path}.activities", [one.once for one in tallies]),
        sum_parts(f"{path}.sessions", [one.sessions for one in tallies]),
        sum_parts(None, online),
        count_attendance(tallies, f"{path}.attendance"),
    )


def _month_row(month: date, tallies: Sequence[Tally]) -> MonthRow:
    """Numbers of one month."""
    path = f"by_month.{month:%Y-%m}"
    return MonthRow(
        month,
        sum_parts(f"{path}.activities", [one.once for one in tallies]),
        sum_parts(f"{path}.sessions", [one.sessions for one in tallies]),
        count_attendance(tallies, f"{path}.attendance"),
    )


def _word_rows(
    path: str, parts: Iterable[tuple[str, Part]], words: Mapping[str, Term]
) -> tuple[WordRow, ...]:
    """One row for each word that occurs, in the vocabulary's order; `path` has a blank for it."""
    found: dict[str, list[Part]] = {}
    for word, part in parts:
        found.setdefault(word, []).append(part)
    return tuple(
        WordRow(word, sum_parts(path.format(word), found[word])) for word in words if word in found
    )
