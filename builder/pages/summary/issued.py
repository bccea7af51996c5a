"""An issued report beside its period's figures of today; out comes what a reader must know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.locale.formats import format_day, format_number
from builder.model.counts import Group
from builder.model.issued import IssuedReport
from builder.pages.data.activities_data import JsonObject
from builder.pages.data.summary_json import compose_data
from builder.pages.numbers.tables import Meta
from builder.pages.summary.matter import Matter

_TOLD = (
    *("activities", "posts", "sessions", "communication_sessions"),
    *(f"persons.{group}.value" for group in Group),
    *(f"attendance.{group}" for group in Group),
    *("attendance.total", "online"),
    *("partners", "partners_foreign", "partners_new", "resources_vnd"),
)
"""Figures below `totals` that are told one by one, in the order of the report."""

_COMPARED = (
    *("totals", "by_activity_type", "by_month", "by_level", "by_role", "by_channel", "by_theme"),
    *("partners", "resources", "activities", "unknown"),
)
"""Parts of `data.json` that posts decide. A plan's states change with the calendar."""


def list_issued_notices(matter: Matter) -> list[Meta]:
    """Which report was issued, and how today's figures differ from those in it."""
    issued = matter.library.issued.get(matter.period.id)
    if not issued:
        return []
    last, now = issued[-1], compose_data(matter.summary, matter.library)
    named = {"number": last.number, "day": format_day(last.issued_on)}
    if all(_plain(last.figures.get(part)) == _plain(now[part]) for part in _COMPARED):
        return [{"text": matter.say("issued-same", **named), "calm": True}]
    told = "; ".join(_tell_changes(last, now, matter))
    if told:
        return [{"text": matter.say("issued-differs-by", changes=told, **named), "calm": False}]
    return [{"text": matter.say("issued-differs-inside", **named), "calm": False}]


def _tell_changes(issued: IssuedReport, now: JsonObject, matter: Matter) -> Iterator[str]:
    """Each total that is another one now: `+1 hoạt động`."""
    for path in _TOLD:
        before, after = (_find(one.get("totals"), path.split(".")) for one in (issued.figures, now))
        if before == after:
            continue
        name = path.removesuffix(".value").replace(".", "-").replace("_", "-")
        yield f"{_sign(before, after, matter.language)} {matter.say(f'issued-unit-{name}')}"


def _find(totals: object, path: Sequence[str]) -> int | None:
    """A figure below `totals`; None where it is unknown or not there."""
    value = totals
    for part in path:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value if isinstance(value, int) else None


def _sign(before: int | None, after: int | None, language: str) -> str:
    """A change with its sign; from or to a number that nobody knows, both ends."""
    if before is None or after is None:
        ends = ("—" if one is None else format_number(one, language) for one in (before, after))
        return " → ".join(ends)
    change = after - before
    return f"{'+' if change > 0 else '−'}{format_number(abs(change), language)}"


def _plain(value: object) -> object:
    """A value with plain lists and texts, as a file gives it back; without labels.

    What a word of the vocabulary is called is no figure: a new label of a
    channel changes nothing that was issued.
    """
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items() if key != "label"}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, str) else value
