"""Bảng 2 and Biểu đồ 1: activities by type and by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from builder.model.counts import Group
from builder.model.summary import Attendance, Figure, MonthRow, TypeRow
from builder.pages.numbers.charts import compose_bars, compose_columns
from builder.pages.numbers.figures import Shown, compose_figure
from builder.pages.numbers.tables import (
    Column,
    Meta,
    Section,
    compose_table,
    figure_cell,
    text_cell,
)
from builder.pages.summary.charts import draw_bar, word_chart
from builder.pages.summary.evidence import Addend, compose_evidence
from builder.pages.summary.matter import Matter
from builder.pages.summary.targets import ACTIVITIES, aim_at, anchor_evidence

TYPES = "loai-hinh"
MONTHS = "theo-thang"

_SHOWN_GROUPS = (Group.STAFF, Group.STUDENTS)


def compose_types_section(matter: Matter) -> Section:
    """Activities by type, in the vocabulary's order: bars and table."""
    rows = matter.summary.by_activity_type
    labels = {row.id: matter.words.activity_types[row.id].label_in(matter.language) for row in rows}
    return Section(
        id=TYPES,
        heading=matter.say("section-types"),
        intro=_types_intro(rows, labels, matter),
        chart=_draw_types(rows, labels, matter),
        tables=(_types_table(rows, labels, matter),),
        evidence=tuple(
            compose_evidence(
                f"loai-{row.id}",
                labels[row.id],
                row.activities,
                _addends(row.sessions, row.attendance, matter),
                matter,
                back=TYPES,
            )
            for row in rows
        ),
    )


def compose_months_section(matter: Matter) -> Section:
    """Activities by month, from the period's first month: columns and table."""
    rows = matter.summary.by_month
    return Section(
        id=MONTHS,
        heading=matter.say("section-months"),
        intro=_months_intro(rows, matter),
        chart=_draw_months(rows, matter),
        tables=(_months_table(rows, matter),),
        evidence=tuple(
            compose_evidence(
                f"thang-{row.first_day:%Y-%m}",
                _title_month(row.first_day, matter),
                row.activities,
                _addends(row.sessions, row.attendance, matter),
                matter,
                back=MONTHS,
            )
            for row in rows
            if row.activities.parts
        ),
    )


def _types_table(rows: Sequence[TypeRow], labels: dict[str, str], matter: Matter) -> Meta:
    """Bảng 2, with its sums."""
    totals = matter.summary.totals
    names = ("activities", "online", "sessions", "staff", "students")
    figures = [totals.activities, totals.online, totals.sessions, *_groups(totals.attendance)]
    return compose_table(
        matter.say("table-types"),
        [Column(matter.say("column-type")), *_number_columns(names, matter)],
        [_type_cells(row, labels[row.id], matter) for row in rows],
        foot=[text_cell(matter.say("row-sum")), *_figure_cells(figures, ACTIVITIES, matter)],
        cards=True,
    )


def _months_table(rows: Sequence[MonthRow], matter: Matter) -> Meta:
    """The figures of Biểu đồ 1, with their sums."""
    totals = matter.summary.totals
    names = ("activities", "sessions", "staff", "students")
    figures = [totals.activities, totals.sessions, *_groups(totals.attendance)]
    return compose_table(
        matter.say("table-months"),
        [Column(matter.say("column-month")), *_number_columns(names, matter)],
        [_month_cells(row, matter) for row in rows],
        foot=[text_cell(matter.say("row-sum")), *_figure_cells(figures, ACTIVITIES, matter)],
    )


def speak_month(first_day: date, matter: Matter) -> str:
    """Month with its year inside a sentence: `tháng 9/2022`."""
    name = matter.say("months-long").split(", ")[first_day.month - 1]
    return matter.say("month", month=name, year=first_day.year)


def _title_month(first_day: date, matter: Matter) -> str:
    """Month with its year at the head of a row: `Tháng 9/2022`."""
    spoken = speak_month(first_day, matter)
    return spoken[:1].upper() + spoken[1:]


def _type_cells(row: TypeRow, label: str, matter: Matter) -> list[Meta]:
    """One type's row."""
    figures = [row.activities, row.online, row.sessions, *_groups(row.attendance)]
    anchor = anchor_evidence(f"loai-{row.id}")
    return [text_cell(label), *_figure_cells(figures, anchor, matter)]


def _month_cells(row: MonthRow, matter: Matter) -> list[Meta]:
    """One month's row."""
    figures = [row.activities, row.sessions, *_groups(row.attendance)]
    anchor = anchor_evidence(f"thang-{row.first_day:%Y-%m}")
    return [text_cell(_title_month(row.first_day, matter)), *_figure_cells(figures, anchor, matter)]


def _number_columns(names: Sequence[str], matter: Matter) -> list[Column]:
    """Columns of numbers by the codes of their headings."""
    return [Column(matter.say(f"column-{name}"), numeric=True) for name in names]


def _figure_cells(figures: Sequence[Figure], anchor: str, matter: Matter) -> list[Meta]:
    """Cells of one row; all its figures lead to one place."""
    return [
        figure_cell(compose_figure(one, matter.language, Shown(aim_at(one, anchor))))
        for one in figures
    ]


def _groups(attendance: Attendance) -> list[Figure]:
    """Lượt of the groups that these tables show."""
    return [attendance.groups[group] for group in _SHOWN_GROUPS]


def _addends(sessions: Figure, attendance: Attendance, matter: Matter) -> list[Addend]:
    """What each activity of a row adds to its figures."""
    return [
        Addend(matter.say("column-sessions"), sessions),
        *(
            Addend(matter.say(f"column-{group}"), figure)
            for group, figure in zip(_SHOWN_GROUPS, _groups(attendance), strict=True)
            if figure.parts
        ),
    ]


def _draw_types(rows: Sequence[TypeRow], labels: dict[str, str], matter: Matter) -> str:
    """Bars of activities by type."""
    bars = [draw_bar(labels[row.id], row.activities, matter) for row in rows]
    return compose_bars(bars, word_chart("types", bars, matter))


def _draw_months(rows: Sequence[MonthRow], matter: Matter) -> str:
    """Columns of activities by month."""
    bars = [draw_bar(_name_month(row.first_day, matter), row.activities, matter) for row in rows]
    return compose_columns(bars, word_chart("months", bars, matter))


def _name_month(first_day: date, matter: Matter) -> str:
    """Month alone, short enough for a chart: `T9`, `Sep`."""
    return matter.say("months-short").split()[first_day.month - 1]


def _types_intro(rows: Sequence[TypeRow], labels: dict[str, str], matter: Matter) -> str:
    """What to see: the type with most activities, where one leads."""
    most = max((row.activities.value or 0 for row in rows), default=0)
    leading = [labels[row.id] for row in rows if row.activities.value == most]
    if len(rows) == 1 and leading:
        return matter.say("section-types-intro-one", label=leading[0])
    if len(leading) == 1:
        return matter.say("section-types-intro-most", label=leading[0], types=len(rows))
    return matter.say("section-types-intro", types=len(rows))


def _months_intro(rows: Sequence[MonthRow], matter: Matter) -> str:
    """What to see: the busiest month, where one leads."""
    most = max((row.activities.value or 0 for row in rows), default=0)
    leading = [row for row in rows if row.activities.value == most]
    if most and len(leading) == 1:
        return matter.say(
            "section-months-intro-most", month=speak_month(leading[0].first_day, matter)
        )
    return matter.say("section-months-intro")
