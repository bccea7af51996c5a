"""Plan rows in; out come the tasks of a plan with their targets in words and how they stand."""

from __future__ import annotations

from collections.abc import Sequence

from builder.locale import say
from builder.locale.formats import format_number, format_percent
from builder.model.library import Library
from builder.model.plan_rows import name_plan_rows
from builder.model.plans import Target
from builder.model.summary import Figure, PlanRow
from builder.pages.numbers.figures import Shown, compose_figure
from builder.pages.numbers.tables import Column, Meta, compose_table, figure_cell, text_cell


def compose_plan_table(
    caption: str, rows: Sequence[PlanRow], hrefs: Sequence[str | None], library: Library
) -> Meta:
    """What the plan wanted and what was reached.

    `hrefs` lead from each row's counted figure to what it came from.
    """
    language = library.settings.language
    columns = [
        Column(say("column-task", language)),
        Column(say("column-target", language)),
        Column(say("column-planned", language), numeric=True),
        Column(say("column-counted", language), numeric=True),
        Column(say("column-percent", language), numeric=True),
        Column(say("column-state", language)),
    ]
    paths = name_plan_rows(rows)
    cells = [
        _cells(row, path, href, library) for row, path, href in zip(rows, paths, hrefs, strict=True)
    ]
    return compose_table(caption, columns, cells, cards=True)


def speak_target(target: Target, library: Library) -> str:
    """What a task wants reached, in words: “ít nhất 2 lần tuyên truyền”, narrowed where it is."""
    language, words = library.settings.language, library.settings.vocabulary
    spoken = say(f"target-{target.measure}", language, n=format_number(target.at_least, language))
    types = ", ".join(words.activity_types[one].label_in(language) for one in target.types)
    themes = ", ".join(words.themes[one].label_in(language) for one in target.themes)
    if types:
        spoken = say("target-of-types", language, target=spoken, types=types)
    if themes:
        spoken = say("target-of-themes", language, target=spoken, themes=themes)
    return spoken


def _cells(row: PlanRow, path: str, href: str | None, library: Library) -> list[Meta]:
    """One target's row; its percentage and its number are those of `data.json`."""
    language = library.settings.language
    in_data = row.counted.path is not None
    planned = Figure(f"{path}.target" if in_data else None, row.target.at_least)
    scope = "target-counts-all" if row.target.counts_all else "target-counts-named"
    return [
        text_cell(f"{row.task.id}. {row.task.title}"),
        text_cell(speak_target(row.target, library), note=say(scope, language)),
        figure_cell(compose_figure(planned, language)),
        figure_cell(compose_figure(row.counted, language, Shown(href))),
        figure_cell(_percent(row, f"{path}.percent" if in_data else None, language)),
        {"state": row.state.value, "text": say(f"state-{row.state}", language)},
    ]


def _percent(row: PlanRow, path: str | None, language: str) -> Meta:
    """The percentage with its one decimal, as `data.json` has it."""
    return {
        "path": path,
        "value": f"{row.percent:.1f}",
        "text": format_percent(row.percent, language),
        "href": None,
        "unit": None,
        "note": None,
    }
