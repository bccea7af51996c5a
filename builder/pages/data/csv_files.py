"""Activities in; out comes a table for spreadsheets, one activity a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from builder.locale import say
from builder.locale.formats import format_money, format_number
from builder.model.counts import Count, Group
from builder.model.library import Library
from builder.model.posts import Resource
from builder.model.summary import ActivityRow
from builder.model.vocabulary import Term

BYTE_ORDER_MARK = "\ufeff"
"""By it spreadsheets know that the file is UTF-8."""

COLUMNS = (
    "id",
    "title",
    "date",
    "end-date",
    "type-id",
    "type",
    "sessions",
    *Group,
    "total",
    "marks",
    "unknown",
    "level",
    "role",
    "mode",
    "partners",
    "channels",
    "themes",
    "tasks",
    "resources",
    "posts",
)
"""Columns in order; their headings are the texts `csv-<column>` of the catalog."""

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[ActivityRow], library: Library) -> str:
    """One table of activities, as `CsvTables` writes it."""
    return CsvTables(library).write(rows)


class CsvTables:
    """Tables of one library's activities; the row of each is written once for all of them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._rows: dict[str, str] = {}

    def write(self, rows: Iterable[ActivityRow]) -> str:
        """A table: byte order mark, headings, commas, lines ended as RFC 4180 has it.

        Days are ISO dates, lists are parted by `; `, unknown numbers are empty. A
        text that a spreadsheet could take for a formula (it begins with `=`, `+`,
        `-`, `@`, a tab or a carriage return) gets an apostrophe before it.
        """
        language = self._library.settings.language
        headings = _write_row(say(f"csv-{column}", language) for column in COLUMNS)
        return "".join((BYTE_ORDER_MARK, headings, *map(self._row_of, rows)))

    def _row_of(self, row: ActivityRow) -> str:
        """The row of one activity."""
        written = self._rows.get(row.activity.id)
        if written is None:
            cells = _cells(row, self._library)
            written = _write_row(protect_cell(cells[column]) for column in COLUMNS)
            self._rows[row.activity.id] = written
        return written


def _write_row(cells: Iterable[str]) -> str:
    """One row with its line end."""
    row = StringIO()
    csv.writer(row).writerow(cells)
    return row.getvalue()


def protect_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet could run it as a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def _cells(row: ActivityRow, library: Library) -> Mapping[str, str]:
    """What stands in each column."""
    activity, words = row.activity, library.settings.vocabulary
    language = library.settings.language
    level = words.levels[activity.level].label_in(language) if activity.level else ""
    return {
        "id": activity.id,
        "title": activity.title,
        "date": activity.first_day.isoformat(),
        "end-date": activity.last_day.isoformat() if activity.last_day else "",
        "type-id": activity.activity_type,
        "type": words.activity_types[activity.activity_type].label_in(language),
        "sessions": str(activity.sessions),
        **{group: _number(row.counts.get(group)) for group in Group},
        "total": _number(row.total),
        "marks": _marks(row, library),
        "unknown": _unknown(row, library),
        "level": level,
        "role": words.roles[activity.role].label_in(language),
        "mode": words.modes[activity.mode].label_in(language),
        "partners": "; ".join(library.partners[one].name for one in activity.partners),
        "channels": _labels(activity.channels, words.channels, language),
        "themes": _labels(activity.themes, words.themes, language),
        "tasks": "; ".join(activity.tasks),
        "resources": "; ".join(_resource(one, library) for one in activity.resources),
        "posts": "; ".join(f"/{post.address}" for post in activity.posts if not post.summary_only),
    }


def _number(count: Count | None) -> str:
    """Digits alone, so that a spreadsheet can add them; empty where nothing is known."""
    return "" if count is None or count.value is None else str(count.value)


def _marks(row: ActivityRow, library: Library) -> str:
    """Which of the numbers are “about” or “at least”."""
    language = library.settings.language
    groups = library.settings.vocabulary.groups
    counts = [(groups[one].label_in(language), count) for one, count in row.counts.items()]
    if row.total is not None:
        counts.append((say("csv-total", language), row.total))
    return "; ".join(
        f"{label}: {say(f'csv-mark-{count.mark}', language)}"
        for label, count in counts
        if count.mark is not None
    )


def _unknown(row: ActivityRow, library: Library) -> str:
    """Whose numbers nobody counted, so that an empty cell is not taken for “none came”."""
    language = library.settings.language
    if row.activity.participants is None:
        return say("csv-all-unknown", language)
    unknown = [group for group, count in row.counts.items() if count.value is None]
    return _labels(unknown, library.settings.vocabulary.groups, language)


def _labels(ids: Iterable[str], terms: Mapping[str, Term], language: str) -> str:
    """Labels of words, in the order given."""
    return "; ".join(terms[one].label_in(language) for one in ids)


def _resource(resource: Resource, library: Library) -> str:
    """One gift in words: kind, how much, from whom, whether it is only pledged."""
    language = library.settings.language
    parts = [library.settings.vocabulary.resource_kinds[resource.kind].label_in(language)]
    if resource.quantity is not None:
        number = format_number(resource.quantity, language)
        parts.append(f"{number} {resource.unit}" if resource.unit else number)
    if resource.value_vnd is not None:
        parts.append(format_money(resource.value_vnd, language))
    if resource.partner is not None:
        parts.append(library.partners[resource.partner.id].name)
    if resource.pledged:
        parts.append(say("csv-pledged", language))
    return ", ".join(parts)
