"""A plan in; out come its numbered parts, and its tasks in words and as a schedule."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.locale import say
from builder.model.addresses import fold_key
from builder.model.library import Library
from builder.model.plans import Plan, PlanTask
from builder.model.report import Block, ReportColumn, ReportTable, Role, Span
from builder.reports.composing.sentences.numbering import number_parts, number_sections
from builder.reports.composing.sentences.numbers import UNKNOWN
from builder.reports.composing.sentences.phrases import (
    Spans,
    dashes,
    join_spans,
    list_spans,
    paragraph,
    start_upper,
)
from builder.reports.composing.sentences.targets import show_at_least, speak_target
from builder.reports.composing.text.prose import Section, read_blocks, read_sections, strip_numeral

_NO_FIGURES: Mapping[str, Spans] = MappingProxyType({})
_TASKS = ("nhiem_vu", "tasks")
"""Folded words of the heading under which a plan tells its tasks itself."""

_ORGANISATION = ("to_chuc_thuc_hien", "organisation")
"""Folded words of the heading before which the tasks stand (domain.md 4.3)."""


def compose_plan_parts(plan: Plan, library: Library) -> tuple[Block, ...]:
    """The plan's own parts in their order; one of the tasks where the text has none of them."""
    language = library.settings.language
    opening, *sections = read_sections(plan.body)
    parts = [(_title_of(one), _read_part(one)) for one in sections]
    if plan.tasks and not any(_speaks_of(one, _TASKS) for one in sections):
        before = (n for n, one in enumerate(sections) if _speaks_of(one, _ORGANISATION))
        place = next(before, len(parts))
        parts.insert(place, (say("plan-part-tasks", language), _tell_tasks(plan, library)))
    numbered = number_parts([part for part in parts if part[1]])
    return (*read_blocks(opening.lines, _NO_FIGURES), *numbered)


def list_schedule(plan: Plan, library: Library) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """Title and table of the schedule; empty where the plan has no task."""
    if not plan.tasks:
        return ()
    language = library.settings.language
    columns = (
        ReportColumn(say("column-number", language), 7, numeric=True),
        ReportColumn(say("column-task", language), 33),
        ReportColumn(say("report-column-due", language), 16),
        ReportColumn(say("report-column-owner", language), 20),
        ReportColumn(say("column-target", language), 24),
    )
    rows = enumerate(plan.tasks, start=1)
    table = ReportTable(columns, tuple(_task_cells(number, task, library) for number, task in rows))
    return ((say("report-annex-schedule", language), (table,)),)


def _speaks_of(section: Section, words: tuple[str, ...]) -> bool:
    """Whether a heading holds one of some folded words."""
    return any(word in fold_key(section.heading or "") for word in words)


def _title_of(section: Section) -> str:
    """A heading as a part's title: capitals, without the number written by hand."""
    return strip_numeral(section.heading or "").upper()


def _read_part(section: Section) -> tuple[Block, ...]:
    """Text of a part; its sections keep the numbers that they were written with, or get some."""
    first, *others = read_sections("\n".join(section.lines), deepest=6)
    blocks = read_blocks(first.lines, _NO_FIGURES)
    numbered = number_sections(
        [(strip_numeral(one.heading or ""), read_blocks(one.lines, _NO_FIGURES)) for one in others]
    )
    return (*blocks, *numbered)


def _tell_tasks(plan: Plan, library: Library) -> tuple[Block, ...]:
    """Each task under its name: what it wants reached, by when, who sees to it."""
    return number_sections([(task.title, _tell_task(task, library)) for task in plan.tasks])


def _tell_task(task: PlanTask, library: Library) -> tuple[Block, ...]:
    """Dashes of one task; a sentence where nothing more is said of it."""
    language = library.settings.language
    told = [_tell_targets(task, library)] if task.targets else []
    named = (("due", task.due), ("owner", task.owner))
    told += [
        (Span(say(f"plan-task-with-{name}", language, value=value)),)
        for name, value in named
        if value
    ]
    if task.optional:
        told.append((Span(say("plan-task-if-any", language)),))
    return dashes(told) or (paragraph(Role.TEXT, say("plan-task-bare", language)),)


def _tell_targets(task: PlanTask, library: Library) -> Spans:
    """The targets of a task in one line, with a capital first."""
    spoken = [
        speak_target(target, show_at_least(target, library.settings.language), library)
        for target in task.targets
    ]
    first, *others = list_spans(spoken, "; ")
    return join_spans((Span(start_upper(first.text)), *others))


def _task_cells(number: int, task: PlanTask, library: Library) -> tuple[Spans, ...]:
    """One task's row."""
    return (
        (Span(str(number)),),
        (Span(f"{task.id}. {task.title}"),),
        (Span(task.due or UNKNOWN),),
        (Span(task.owner or UNKNOWN),),
        _tell_targets(task, library) if task.targets else (Span(UNKNOWN),),
    )
