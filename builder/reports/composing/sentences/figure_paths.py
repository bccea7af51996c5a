"""A summary in; out come all its figures by their paths in `data.json`, as texts name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from builder.locale.formats import format_number
from builder.model.counts import Group
from builder.model.plan_rows import name_plan_rows
from builder.model.report import Span
from builder.model.summary import ActivityRow, Attendance, Figure, PeriodSummary, Totals
from builder.reports.composing.sentences.numbers import show_percent, tell_number
from builder.reports.composing.sentences.phrases import Spans, phrase


def list_figures(summary: PeriodSummary, language: str) -> Mapping[str, Spans]:
    """Path → how a text shows the figure: `1.737`, `khoảng 772`, `chưa có số liệu`.

    Rows of a list are named by id, month or kind; the second row of one id is `id#2`.
    """
    figures = dict(_list_shown(summary, language))
    for row in summary.activities:
        figures |= _list_activity(row, language)
    return MappingProxyType(figures)


def list_numbers(summary: PeriodSummary, language: str) -> Mapping[str, str]:
    """Path → the same as a plain text, for templates of the school's own."""
    return MappingProxyType(
        {
            path: "".join(span.text for span in spans)
            for path, spans in list_figures(summary, language).items()
        }
    )


def _list_shown(summary: PeriodSummary, language: str) -> Iterator[tuple[str, Spans]]:
    """Figures of everything but the single activities."""
    for figure in _figures_of(summary):
        if figure.path is not None:
            yield figure.path, tell_number(figure, language)
    for path, row in zip(name_plan_rows(summary.plan_rows), summary.plan_rows, strict=True):
        counted = Figure(f"{path}.counted", row.counted.value, row.counted.mark)
        yield f"{path}.counted", tell_number(counted, language)
        target = Figure(f"{path}.target", row.target.at_least)
        yield f"{path}.target", tell_number(target, language)
        yield f"{path}.percent", show_percent(row.percent, f"{path}.percent", language)
    if summary.previous is not None:
        before = summary.previous
        activities = Figure("previous.activities", before.activities.value)
        total = before.attendance.total
        times = Figure("previous.attendance_total", total.value, total.mark)
        yield "previous.activities", tell_number(activities, language)
        yield "previous.attendance_total", tell_number(times, language)


def _figures_of(summary: PeriodSummary) -> Iterator[Figure]:
    """Totals and all lists, in the order of `data.json`."""
    yield from _totals(summary.totals)
    for kind in summary.by_activity_type:
        yield from (kind.activities, kind.sessions, *_attendance(kind.attendance))
    for month in summary.by_month:
        yield from (month.activities, month.sessions, *_attendance(month.attendance))
    for words in (summary.by_level, summary.by_role, summary.by_channel, summary.by_theme):
        yield from (row.count for row in words)
    for partner in summary.partners:
        yield from (partner.activities, partner.resources_vnd)
    for resource in summary.resources:
        yield from (resource.value_vnd, *(goods.quantity for goods in resource.goods))


def _totals(totals: Totals) -> Iterator[Figure]:
    """The key figures."""
    yield from (totals.activities, totals.posts, totals.sessions, totals.communication_sessions)
    yield from _attendance(totals.attendance)
    yield from totals.peak.values()
    yield from (persons.figure for persons in totals.persons.values())
    yield from (totals.online, totals.partners, totals.partners_foreign, totals.partners_new)
    yield totals.resources_vnd


def _attendance(attendance: Attendance) -> Iterator[Figure]:
    """Lượt of each group and in all."""
    yield from attendance.groups.values()
    yield attendance.total


def _list_activity(row: ActivityRow, language: str) -> Mapping[str, Spans]:
    """Figures of one activity."""
    place = f"activities.{row.activity.id}"
    sessions = f"{place}.sessions"
    found: dict[str, Spans] = {
        sessions: (Span(format_number(row.activity.sessions, language), figure=sessions),)
    }
    counts = {str(group): row.counts.get(group) for group in Group} | {"total": row.total}
    for name, count in counts.items():
        path = f"{place}.participants.{name}"
        if count is None:
            found[path] = phrase("report-unknown", language)
        else:
            found[path] = tell_number(Figure(path, count.value, count.mark), language)
    return found
