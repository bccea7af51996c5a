"""Bảng 5: who took part, by group."""

from __future__ import annotations

from builder.model.counts import Group
from builder.model.summary import Figure
from builder.pages.numbers.charts import compose_bars
from builder.pages.numbers.figures import UNKNOWN, Shown, compose_figure, compose_persons
from builder.pages.numbers.tables import (
    Column,
    Meta,
    Section,
    compose_table,
    figure_cell,
    text_cell,
)
from builder.pages.summary.charts import draw_bar, word_chart
from builder.pages.summary.evidence import Addend, aim_at_peak, compose_evidence
from builder.pages.summary.matter import Matter
from builder.pages.summary.targets import ACTIVITIES, aim_at, anchor_evidence

ID = "nguoi-tham-gia"


def compose_people_section(matter: Matter) -> Section:
    """Persons, the largest single activity and lượt of every group; lượt as bars."""
    attendance = matter.summary.totals.attendance
    known = [group for group in Group if attendance.groups[group].value is not None]
    bars = [draw_bar(_label(group, matter), attendance.groups[group], matter) for group in known]
    return Section(
        id=ID,
        heading=matter.say("section-people"),
        intro=matter.say("section-people-intro" if known else "section-people-none"),
        chart=compose_bars(bars, word_chart("people", bars, matter)) if bars else None,
        tables=(_compose_table(matter),),
        evidence=_compose_evidence(matter),
        notes=(matter.say("section-people-note"),),
    )


def _compose_table(matter: Matter) -> Meta:
    """One row a group, and the sum of lượt."""
    columns = [
        Column(matter.say("column-group")),
        *(Column(matter.say(f"column-{one}"), numeric=True) for one in _NUMBERS),
    ]
    total = matter.summary.totals.attendance.total
    foot = [
        text_cell(matter.say("row-sum")),
        text_cell(""),
        text_cell(""),
        _times_cell(total, ACTIVITIES, matter),
    ]
    rows = [_cells(group, matter) for group in Group]
    return compose_table(matter.say("table-people"), columns, rows, foot=foot)


_NUMBERS = ("persons", "peak", "attendance")


def _cells(group: Group, matter: Matter) -> list[Meta]:
    """One group's row."""
    totals = matter.summary.totals
    anchor = anchor_evidence(f"nhom-{group}")
    persons, peak = totals.persons.get(group), totals.peak[group]
    aim = aim_at_peak(peak, anchor, matter)
    return [
        text_cell(_label(group, matter)),
        figure_cell(compose_persons(persons, matter.language, Shown(aim)))
        if persons
        else text_cell(UNKNOWN),
        figure_cell(compose_figure(peak, matter.language, Shown(aim)) | {"note": None}),
        _times_cell(totals.attendance.groups[group], anchor, matter),
    ]


def _times_cell(figure: Figure, anchor: str, matter: Matter) -> Meta:
    """Lượt, with what is missing in them."""
    shown = Shown(aim_at(figure, anchor))
    return figure_cell(compose_figure(figure, matter.language, shown))


def _compose_evidence(matter: Matter) -> tuple[Meta, ...]:
    """The activities behind each group's lượt, with what each adds: 618 + 85 + … = 1.737."""
    attendance = matter.summary.totals.attendance
    times = matter.say("column-attendance")
    return tuple(
        compose_evidence(
            f"nhom-{group}",
            _label(group, matter),
            figure,
            [Addend(times, figure)],
            matter,
            back=ID,
        )
        for group, figure in attendance.groups.items()
        if figure.value is not None
    )


def _label(group: Group, matter: Matter) -> str:
    """The group in the page's language."""
    return matter.words.groups[group].label_in(matter.language)
