"""Bảng 10: the list of activities, which proves every figure above it."""

from __future__ import annotations

from builder.locale.formats import format_days, format_number
from builder.model.counts import Count, Group
from builder.model.library import Activity
from builder.model.summary import ActivityRow, Figure
from builder.pages.numbers.figures import UNKNOWN, Shown, compose_figure
from builder.pages.numbers.tables import (
    Column,
    Meta,
    Section,
    compose_table,
    figure_cell,
    text_cell,
)
from builder.pages.summary.matter import Matter
from builder.pages.summary.targets import ACTIVITIES


def compose_list_section(matter: Matter) -> Section:
    """All activities by date; those that began in the period before stand in grey, uncounted."""
    summary = matter.summary
    columns = [
        Column(matter.say("column-number"), numeric=True),
        Column(matter.say("column-days")),
        Column(matter.say("column-activity")),
        Column(matter.say("column-type")),
        Column(matter.say("column-took-part")),
        Column(matter.say("column-partners")),
    ]
    rows = [_cells(number, row, matter) for number, row in enumerate(summary.activities, start=1)]
    table = compose_table(
        matter.say("table-activities"),
        columns,
        [*rows, *(_carried_cells(one, matter) for one in summary.carried_over)],
        row_ids=[row.activity.anchor for row in summary.activities]
        + [one.anchor for one in summary.carried_over],
        head=2,
        cards=True,
    )
    intro = matter.say("section-list-intro")
    return Section(ACTIVITIES, matter.say("section-list"), intro, (table,))


def _cells(number: int, row: ActivityRow, matter: Matter) -> list[Meta]:
    """One activity's row."""
    cells = matter.cells.get(row.activity.id)
    if cells is None:
        cells = matter.cells[row.activity.id] = _compose_cells(row, matter)
    return [text_cell(str(number)), *cells]


def _compose_cells(row: ActivityRow, matter: Matter) -> list[Meta]:
    """What stands in an activity's row behind its number, in each of its periods."""
    activity = row.activity
    people = _people(row, matter)
    return [
        text_cell(format_days(activity.first_day, activity.last_day)),
        text_cell(activity.title, activity.address, _sessions_note(activity, matter)),
        text_cell(_type_label(activity, matter)),
        figure_cell(*people) if people else text_cell(matter.say("nobody-counted")),
        text_cell(_partner_names(activity, matter)),
    ]


def _sessions_note(activity: Activity, matter: Matter) -> str | None:
    """How often it was held, where that was more than once."""
    if activity.sessions <= 1:
        return None
    return matter.say("held-times", n=format_number(activity.sessions, matter.language))


def _carried_cells(activity: Activity, matter: Matter) -> list[Meta]:
    """An activity that counts in the period before."""
    note = matter.say("carried-over", year=matter.year_before)
    cells = [
        text_cell(""),
        text_cell(format_days(activity.first_day, activity.last_day)),
        text_cell(activity.title, activity.address, note),
        text_cell(_type_label(activity, matter)),
        text_cell(matter.say("not-counted")),
        text_cell(_partner_names(activity, matter)),
    ]
    return [cell | {"idle": True} for cell in cells]


def _people(row: ActivityRow, matter: Matter) -> list[Meta]:
    """Counts of the groups that took part, else the bare total; all as `data.json` has them."""
    place = f"activities.{row.activity.id}.participants"
    counts = [
        _count(count, f"{place}.{group}", matter.say(f"count-of-{group}"), matter)
        for group in Group
        if (count := row.counts.get(group)) is not None
    ]
    bare = row.activity.participants and row.activity.participants.total
    if bare is not None and row.total is not None:
        counts.append(_count(row.total, f"{place}.total", matter.say("count-of-total"), matter))
    return counts


def _count(count: Count, path: str, unit: str, matter: Matter) -> Meta:
    """One count with its group's name after it, also where the number is unknown."""
    figure = Figure(path, count.value, count.mark)
    return compose_figure(figure, matter.language, Shown()) | {"unit": unit}


def _type_label(activity: Activity, matter: Matter) -> str:
    """The activity's type in the page's language."""
    return matter.words.activity_types[activity.activity_type].label_in(matter.language)


def _partner_names(activity: Activity, matter: Matter) -> str:
    """Partners by name, or `—`."""
    partners = matter.library.partners
    return ", ".join(partners[one].name for one in activity.partners) or UNKNOWN
