"""Part III of a report: the figures line by line, and how the plan's targets were reached."""

from __future__ import annotations

from builder.locale.formats import format_number
from builder.model.counts import Group
from builder.model.plan_rows import name_plan_rows
from builder.model.report import Block, Paragraph, ReportColumn, ReportTable, Role, Span
from builder.model.summary import Figure, PlanRow
from builder.reports.composing.matter import Matter
from builder.reports.composing.sentences.numbers import (
    show_number,
    show_percent,
    tell_figure,
    tell_number,
    tell_persons,
)
from builder.reports.composing.sentences.phrases import Spans, dashes, paragraph
from builder.reports.composing.sentences.targets import speak_target


def compose_main_figures(matter: Matter) -> tuple[Paragraph, ...]:
    """The three lines that every receiving office asks for, word for word (domain.md 004-01)."""
    return dashes(_main_lines(matter))


def compose_figures(matter: Matter) -> tuple[Paragraph, ...]:
    """Those three lines, then the other key figures."""
    return dashes([*_main_lines(matter), *_other_lines(matter)])


def compose_targets(matter: Matter) -> tuple[Block, ...]:
    """Table of the plan's targets; empty where the plan has none."""
    rows = matter.summary.plan_rows
    if not rows:
        return ()
    columns = (
        ReportColumn(matter.say("column-task"), 30),
        ReportColumn(matter.say("column-target"), 26),
        ReportColumn(matter.say("column-counted"), 12, numeric=True),
        ReportColumn(matter.say("column-percent"), 12, numeric=True),
        ReportColumn(matter.say("column-state"), 20),
    )
    named = zip(name_plan_rows(rows), rows, strict=True)
    return (
        paragraph(Role.CAPTION, matter.say("report-plan-caption", period=matter.period)),
        ReportTable(columns, tuple(_target_cells(path, row, matter) for path, row in named)),
    )


def _main_lines(matter: Matter) -> list[Spans]:
    """Staff, students, communication sessions."""
    totals, language = matter.summary.totals, matter.language
    lines = [
        matter.phrase(
            f"report-persons-{group}",
            n=tell_persons(totals.persons.get(group), totals.attendance.groups[group], language),
        )
        for group in (Group.STAFF, Group.STUDENTS)
    ]
    times = tell_number(totals.communication_sessions, language)
    return [*lines, matter.phrase("report-communication", n=times)]


def _other_lines(matter: Matter) -> list[Spans]:
    """Activities, posts, lượt of the other groups, partners, money; only what arose."""
    totals, language = matter.summary.totals, matter.language
    counted = {
        "n": tell_number(totals.activities, language),
        "posts": tell_number(totals.posts, language),
    }
    if totals.online.value:
        online = tell_number(totals.online, language)
        lines = [matter.phrase("report-activities-online", online=online, **counted)]
    else:
        lines = [matter.phrase("report-activities", **counted)]
    lines += [
        matter.phrase(f"report-times-{name}", n=tell_figure(figure, language))
        for name, figure in _times(matter)
        if figure.value is not None or figure.unknown
    ]
    if totals.partners.value:
        lines.append(
            matter.phrase(
                "report-partners",
                n=tell_number(totals.partners, language),
                foreign=tell_number(totals.partners_foreign, language),
                new=tell_number(totals.partners_new, language),
            )
        )
    if totals.resources_vnd.value:
        money = tell_number(totals.resources_vnd, language)
        lines.append(matter.phrase("report-received", n=money))
    return lines


def _times(matter: Matter) -> list[tuple[str, Figure]]:
    """Lượt of the groups that have no line of persons, and in all."""
    attendance = matter.summary.totals.attendance
    others = (Group.PARENTS, Group.GUESTS, Group.INTERNATIONAL)
    named = [(str(group), attendance.groups[group]) for group in others]
    return [*named, ("total", attendance.total)]


def _target_cells(path: str, row: PlanRow, matter: Matter) -> tuple[Spans, ...]:
    """One target's row."""
    language = matter.language
    counted = Figure(f"{path}.counted", row.counted.value, row.counted.mark)
    at_least = Span(format_number(row.target.at_least, language), figure=f"{path}.target")
    return (
        (Span(f"{row.task.id}. {row.task.title}"),),
        speak_target(row.target, (at_least,), matter.library),
        show_number(counted, language),
        show_percent(row.percent, f"{path}.percent", language),
        (Span(matter.say(f"state-{row.state}")),),
    )
