"""A period's summary in; out comes its `data.json`, key by key as outputs.md has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from builder.model.counts import Group
from builder.model.library import Library
from builder.model.periods import Period
from builder.model.summary import (
    ActivityRow,
    Attendance,
    Figure,
    MonthRow,
    PartnerRow,
    PeriodSummary,
    PlanRow,
    ResourceRow,
    Totals,
    TypeRow,
    WordRow,
)
from builder.model.vocabulary import Term
from builder.pages.data.activities_data import JsonObject, compose_activity
from builder.pages.data.json_lines import Written, write_json, write_one

SCHEMA = "school-outreach/summary/1"


def write_activity(row: ActivityRow) -> Written:
    """The record of an activity."""
    return Written(write_one(compose_activity(row)))


def write_data_json(
    summary: PeriodSummary,
    library: Library,
    tell: Callable[[ActivityRow], object] = compose_activity,
) -> str:
    """Text of `data.json`: UTF-8 letters as they are, a line end at the end.

    `tell` gives the record of an activity, written or not.
    """
    return write_json(compose_data(summary, library, tell))


def compose_data(
    summary: PeriodSummary,
    library: Library,
    tell: Callable[[ActivityRow], object] = compose_activity,
) -> JsonObject:
    """The object of `data.json`, with the records of activities that `tell` gives."""
    return {
        "schema": SCHEMA,
        "school": _school(summary.period, library),
        "period": _period(summary.period),
        "totals": _totals(summary.totals),
        **_tallies(summary, library),
        "partners": [_partner_row(row) for row in summary.partners],
        "resources": _resource_rows(summary.resources, library),
        "plan": [_plan_row(row) for row in summary.plan_rows],
        "activities": [tell(row) for row in summary.activities],
        "unknown": {key: list(ids) for key, ids in summary.unknown.items() if ids},
        "previous": _previous(summary),
        "left_out": summary.left_out,
    }


def _school(period: Period, library: Library) -> JsonObject:
    """The school under the name that it had at the period's end, or has today."""
    school = library.settings.school
    return {
        "name": school.name_on(min(period.last_day, library.today)),
        "address": school.address,
    }


def _period(period: Period) -> JsonObject:
    """The period with its first and last day."""
    return {
        "kind": period.kind,
        "id": period.id,
        "from": period.first_day.isoformat(),
        "to": period.last_day.isoformat(),
    }


def _tallies(summary: PeriodSummary, library: Library) -> JsonObject:
    """The lists by type, month, level, role, channel and theme."""
    words, language = library.settings.vocabulary, library.settings.language
    return {
        "by_activity_type": [
            _type_row(row, words.activity_types[row.id].label_in(language))
            for row in summary.by_activity_type
        ],
        "by_month": [_month_row(row) for row in summary.by_month],
        "by_level": _word_rows(summary.by_level, words.levels, "activities", language),
        "by_role": _word_rows(summary.by_role, words.roles, "activities", language),
        "by_channel": _word_rows(summary.by_channel, words.channels, "posts", language),
        "by_theme": _word_rows(summary.by_theme, words.themes, "posts", language),
    }


def _totals(totals: Totals) -> JsonObject:
    """The key figures."""
    return {
        "activities": totals.activities.value,
        "posts": totals.posts.value,
        "sessions": totals.sessions.value,
        "communication_sessions": totals.communication_sessions.value,
        "attendance": _attendance(totals.attendance),
        "peak": {group.value: totals.peak[group].value for group in Group},
        "persons": {
            group.value: {
                "value": totals.persons[group].figure.value,
                "how": totals.persons[group].how,
            }
            for group in Group
            if group in totals.persons
        },
        "marks": _marks(totals),
        "online": totals.online.value,
        "partners": totals.partners.value,
        "partners_foreign": totals.partners_foreign.value,
        "partners_new": totals.partners_new.value,
        "resources_vnd": totals.resources_vnd.value,
    }


def _attendance(attendance: Attendance) -> JsonObject:
    """Lượt of the five groups and in all."""
    found: JsonObject = {group.value: attendance.groups[group].value for group in Group}
    found["total"] = attendance.total.value
    return found


def _marks(totals: Totals) -> JsonObject:
    """Marks by the paths of their figures below `totals`; only what carries one."""
    attendance = totals.attendance
    named: list[tuple[str, Figure]] = [
        *((f"attendance.{group}", attendance.groups[group]) for group in Group),
        ("attendance.total", attendance.total),
        *((f"peak.{group}", totals.peak[group]) for group in Group),
    ]
    return {path: figure.mark for path, figure in named if figure.mark is not None}


def _type_row(row: TypeRow, label: str) -> JsonObject:
    """One row of `by_activity_type`."""
    return {
        "id": row.id,
        "label": label,
        "activities": row.activities.value,
        "sessions": row.sessions.value,
        "attendance": _attendance(row.attendance),
    }


def _month_row(row: MonthRow) -> JsonObject:
    """One row of `by_month`."""
    return {
        "month": f"{row.first_day:%Y-%m}",
        "activities": row.activities.value,
        "sessions": row.sessions.value,
        "attendance": _attendance(row.attendance),
    }


def _word_rows(
    rows: Iterable[WordRow], terms: Mapping[str, Term], unit: str, language: str
) -> list[JsonObject]:
    """Rows of a list of words; `unit` names what they count."""
    return [
        {"id": row.id, "label": terms[row.id].label_in(language), unit: row.count.value}
        for row in rows
    ]


def _partner_row(row: PartnerRow) -> JsonObject:
    """One row of `partners`."""
    return {
        "id": row.partner.id,
        "name": row.partner.name,
        "kind": row.partner.kind,
        "country": row.partner.country,
        "activities": row.activities.value,
        "resources_vnd": row.resources_vnd.value,
    }


def _resource_rows(rows: Iterable[ResourceRow], library: Library) -> list[JsonObject]:
    """Rows of `resources`."""
    kinds, language = library.settings.vocabulary.resource_kinds, library.settings.language
    return [
        {
            "kind": row.kind,
            "label": kinds[row.kind].label_in(language),
            "value_vnd": row.value_vnd.value,
            "goods": [{"unit": one.unit, "quantity": one.quantity.value} for one in row.goods],
        }
        for row in rows
    ]


def _plan_row(row: PlanRow) -> JsonObject:
    """One row of `plan`; its percentage has one decimal, which a float holds to the letter."""
    return {
        "id": row.task.id,
        "title": row.task.title,
        "measure": row.target.measure,
        "target": row.target.at_least,
        "counted": row.counted.value,
        "percent": float(row.percent),
        "state": row.state,
        "activities": list(row.activities),
    }


def _previous(summary: PeriodSummary) -> JsonObject | None:
    """What the period before had; None where it has no activity."""
    if summary.previous is None:
        return None
    return {
        "id": summary.period.previous.id,
        "activities": summary.previous.activities.value,
        "attendance_total": summary.previous.attendance.total.value,
    }
