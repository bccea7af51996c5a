"""Bảng 1: the key figures beside those of the year before."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.model.counts import Group
from builder.model.summary import Figure, Totals
from builder.pages.numbers.figures import Shown, compose_change, compose_figure, compose_persons
from builder.pages.numbers.period_words import locate_summary
from builder.pages.numbers.tables import (
    Column,
    Meta,
    Section,
    change_cell,
    compose_table,
    figure_cell,
    text_cell,
)
from builder.pages.summary.evidence import Addend, aim_at_peak, compose_evidence
from builder.pages.summary.matter import Matter
from builder.pages.summary.targets import (
    ACTIVITIES,
    PARTNERS,
    POSTS,
    RESOURCES,
    aim_at,
    anchor_evidence,
)

ID = "so-lieu-chinh"

_PERSON_GROUPS = (Group.STAFF, Group.STUDENTS)

_PATHS_BEFORE: Mapping[str, str] = MappingProxyType(
    {"activities": "previous.activities", "attendance-total": "previous.attendance_total"}
)
"""Where figures of the year before stand in `data.json`; the others stand in their own year's."""


def compose_totals_section(matter: Matter) -> Section:
    """The first three rows are those of the schools' short report, with its labels."""
    has_previous = matter.summary.previous is not None
    columns = [
        Column(matter.say("column-figure")),
        Column(matter.title, numeric=True),
        Column(matter.title_before, numeric=True),
        Column(matter.say("column-change"), numeric=True),
    ]
    rows = [*(_person_row(group, matter) for group in _PERSON_GROUPS), *_figure_rows(matter)]
    shown = len(columns) if has_previous else 2
    return Section(
        id=ID,
        heading=matter.say("section-totals"),
        intro=matter.say("section-totals-intro" if has_previous else "section-totals-intro-first"),
        tables=(
            compose_table(
                matter.say("table-totals"), columns[:shown], [cells[:shown] for cells in rows]
            ),
        ),
        evidence=_compose_evidence(matter),
    )


def _person_row(group: Group, matter: Matter) -> list[Meta]:
    """Persons with lượt in brackets, as the report says them: `21 (42 lượt)`."""
    totals, before = matter.summary.totals, matter.summary.previous
    attendance = totals.attendance.groups[group]
    change = compose_change(
        attendance,
        before.attendance.groups[group] if before else None,
        matter.year_before,
        matter.language,
        unit=matter.say("unit-attendance"),
    )
    return [
        text_cell(matter.say(f"row-persons-{group}")),
        _persons_cell(totals, group, matter, before=False),
        _persons_cell(before, group, matter, before=True) if before else text_cell(""),
        change_cell(change),
    ]


def _persons_cell(totals: Totals, group: Group, matter: Matter, *, before: bool) -> Meta:
    """Persons and lượt of one group in one year; lượt alone where no persons are known."""
    attendance, persons = totals.attendance.groups[group], totals.persons.get(group)
    anchor = anchor_evidence(f"nhom-{group}")
    href = locate_summary(matter.period.previous) if before else None
    unit = matter.say("unit-attendance")
    elsewhere: Meta = {"path": None} if before else {}
    shown = Shown(href or aim_at(attendance, anchor), unit)
    times = compose_figure(attendance, matter.language, shown) | elsewhere
    if persons is None or persons.figure.value is None:
        return figure_cell(times)
    target = href or aim_at_peak(persons.figure, anchor, matter)
    people = compose_persons(persons, matter.language, Shown(target)) | elsewhere
    if people["note"] == times["note"]:
        people |= {"note": None}
    return figure_cell(people, times | {"bracket": True})


def _figure_rows(matter: Matter) -> list[list[Meta]]:
    """One row for each figure, in the order of the report."""
    before = matter.summary.previous
    old = _list_figures(before) if before else {}
    rows: list[list[Meta]] = []
    for code, figure in _list_figures(matter.summary.totals).items():
        shown = Shown(aim_at(figure, _ANCHORS[code]))
        past = old.get(code)
        rows.append(
            [
                text_cell(matter.say(f"row-{code}")),
                figure_cell(compose_figure(figure, matter.language, shown)),
                _past_cell(code, past, matter) if past else text_cell(""),
                change_cell(compose_change(figure, past, matter.year_before, matter.language)),
            ]
        )
    return rows


def _past_cell(code: str, figure: Figure, matter: Matter) -> Meta:
    """A figure of the year before; it leads to that year's page."""
    shown = Shown(locate_summary(matter.period.previous))
    past = compose_figure(figure, matter.language, shown)
    return figure_cell(past | {"path": _PATHS_BEFORE.get(code)})


def _list_figures(totals: Totals) -> dict[str, Figure]:
    """Figures of the table below those of persons, by the codes of their labels."""
    groups = totals.attendance.groups
    return {
        "communication": totals.communication_sessions,
        "activities": totals.activities,
        "online": totals.online,
        "sessions": totals.sessions,
        "posts": totals.posts,
        "documents": totals.documents,
        "attendance-parents": groups[Group.PARENTS],
        "attendance-guests": groups[Group.GUESTS],
        "attendance-international": groups[Group.INTERNATIONAL],
        "attendance-total": totals.attendance.total,
        "partners": totals.partners,
        "partners-foreign": totals.partners_foreign,
        "partners-new": totals.partners_new,
        "resources": totals.resources_vnd,
    }


_ANCHORS: Mapping[str, str] = MappingProxyType(
    {
        "communication": anchor_evidence("tuyen-truyen"),
        "activities": ACTIVITIES,
        "online": anchor_evidence("truc-tuyen"),
        "sessions": ACTIVITIES,
        "posts": POSTS,
        "documents": anchor_evidence("van-ban"),
        "attendance-parents": anchor_evidence("nhom-parents"),
        "attendance-guests": anchor_evidence("nhom-guests"),
        "attendance-international": anchor_evidence("nhom-international"),
        "attendance-total": ACTIVITIES,
        "partners": PARTNERS,
        "partners-foreign": PARTNERS,
        "partners-new": PARTNERS,
        "resources": RESOURCES,
    }
)
"""Code of a row → where its figure leads."""


def _compose_evidence(matter: Matter) -> tuple[Meta, ...]:
    """What stands behind the rows that no other section explains."""
    totals = matter.summary.totals
    sessions = matter.say("column-sessions")
    told = (
        ("tuyen-truyen", "communication", totals.communication_sessions, True),
        ("truc-tuyen", "online", totals.online, False),
        ("tin-bai", "posts", totals.posts, False),
        ("van-ban", "documents", totals.documents, False),
    )
    return tuple(
        compose_evidence(
            name,
            matter.say(f"row-{code}"),
            figure,
            [Addend(sessions, figure)] if adds else [],
            matter,
            back=ID,
        )
        for name, code, figure, adds in told
        if figure.parts
    )
