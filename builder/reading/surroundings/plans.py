"""Text of a plan's file → Plan (counting.md, rule 13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from builder.model.plans import Plan, PlanTask, Target
from builder.model.problems import Outcome, Problem
from builder.reading.fields.keys import key_table
from builder.reading.fields.mappings import read_mappings
from builder.reading.source.front_matter import read_broken_front_matter
from builder.reading.source.nodes import MappingNode, Node
from builder.reading.surroundings.documents import (
    choices,
    match_fields,
    period_of_file,
    read_choice,
    read_documents,
    read_texts,
)
from builder.reading.values.texts import read_whole
from builder.reading.values.words import WordTable

PLAN_KEYS = key_table(
    {
        "title": ("tiêu đề",),
        "number": ("số",),
        "issued_on": ("ngày ban hành",),
        "basis": ("căn cứ",),
        "recipients": ("nơi nhận",),
        "signer": ("người ký",),
        "tasks": ("nhiệm vụ",),
    }
)
TASK_KEYS = key_table(
    {
        "id": ("mã",),
        "title": ("tên",),
        "owner": ("phụ trách", "người phụ trách"),
        "due": ("hạn", "thời hạn"),
        "optional": ("nếu có",),
        "targets": ("chỉ tiêu",),
    }
)
TARGET_KEYS = key_table(
    {
        "measure": ("chỉ số",),
        "at_least": ("ít nhất",),
        "counts": ("tính",),
        "types": ("loại",),
        "themes": ("chủ đề",),
    }
)
MEASURE_NAMES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "activities": ("số hoạt động", "hoạt động", "tổng số hoạt động"),
        "sessions": ("số lần", "số buổi"),
        "communication_sessions": ("số lần tuyên truyền",),
        "posts": ("số tin bài", "tin bài", "tin, bài", "số tin, bài"),
        "staff": ("lượt cán bộ", "cán bộ"),
        "students": ("lượt học sinh", "học sinh"),
        "parents": ("lượt cha mẹ học sinh", "cha mẹ học sinh"),
        "guests": ("lượt khách", "khách"),
        "international": ("lượt khách quốc tế", "khách quốc tế"),
        "total": ("lượt người", "tổng số lượt"),
        "partners_new": ("số đối tác mới", "đối tác mới"),
        "resources_vnd": ("nguồn lực bằng tiền", "nguồn lực", "nguồn lực tiền"),
    }
)
"""What a target measures, and the names that it goes by; the first is told."""

COUNT_NAMES: Mapping[str, Sequence[str]] = MappingProxyType(
    {"named": ("theo nhiệm vụ", "theo tên"), "all": ("tất cả", "toàn bộ")}
)
_read_measure = partial(
    read_choice,
    known=choices(MEASURE_NAMES),
    told=tuple(names[0] for names in MEASURE_NAMES.values()),
)
_read_counts = partial(
    read_choice, known=choices(COUNT_NAMES), told=tuple(names[0] for names in COUNT_NAMES.values())
)


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The lists of words that narrow targets."""

    types: WordTable
    themes: WordTable


def read_plan(text: str, path: str, *, words: PlanWords, start_month: int) -> Outcome[Plan]:
    """Plan of a file; None where its name is no period, it has no title, or a slip hides a key."""
    period = period_of_file(path, start_month)
    document = read_broken_front_matter(text, path, missing="front-missing-plan")
    problems = (*period.problems, *document.problems)
    if document.value is None:
        return Outcome(None, problems)
    fields = match_fields(document.value.front, PLAN_KEYS, required=("title",))
    title = fields.text("title")
    plan = partial(
        Plan,
        path=path,
        tasks=fields.read("tasks", partial(_read_tasks, words=words)) or (),
        number=fields.text("number"),
        issued_on=fields.day("issued_on"),
        basis=fields.read("basis", read_documents) or (),
        recipients=fields.read("recipients", read_texts) or (),
        signer=fields.text("signer"),
        body=document.value.body,
        body_line=document.value.body_line,
        where=MappingProxyType({key: one.value.where for key, one in fields.entries.items()}),
    )
    problems += tuple(fields.problems)
    if title is None or period.value is None or document.value.front.unread:
        return Outcome(None, problems)
    return Outcome(plan(title=title, period=period.value), problems)


def _read_tasks(node: Node, *, key: str, words: PlanWords) -> Outcome[tuple[PlanTask, ...]]:
    """Tasks in the plan's order; an id that stands twice is an error at the second."""
    read_one = partial(_read_task, words=words)
    read = read_mappings(node, key=key, read_one=read_one, wanted="task")
    tasks: dict[str, PlanTask] = {}
    problems = list(read.problems)
    for task in read.value or ():
        first = tasks.setdefault(task.id, task)
        if first is not task:
            details = {"written": task.id, "first_line": str(first.where.line)}
            problems.append(Problem("task-twice", task.where, details, also=(first.where,)))
    return Outcome(tuple(tasks.values()), tuple(problems))


def _read_task(mapping: MappingNode, words: PlanWords) -> Outcome[PlanTask]:
    """One task; None where it has no id or no title."""
    fields = match_fields(mapping, TASK_KEYS, required=("id", "title"))
    task_id, title = fields.text("id"), fields.text("title")
    task = PlanTask(
        id=task_id or "",
        title=title or "",
        where=fields.entries["id"].value.where if task_id else mapping.where,
        owner=fields.text("owner"),
        due=fields.text("due"),
        optional=fields.yes_no("optional"),
        targets=fields.read("targets", partial(_read_targets, words=words)) or (),
    )
    return Outcome(task if task_id and title else None, tuple(fields.problems))


def _read_targets(node: Node, *, key: str, words: PlanWords) -> Outcome[tuple[Target, ...]]:
    """Targets of a task."""
    read_one = partial(_read_target, words=words)
    return read_mappings(node, key=key, read_one=read_one, wanted="target")


def _read_target(mapping: MappingNode, words: PlanWords) -> Outcome[Target]:
    """One target; None where its measure or its number can't be read."""
    fields = match_fields(mapping, TARGET_KEYS, required=("measure", "at_least"))
    measure = fields.read("measure", _read_measure)
    at_least = fields.read("at_least", read_whole)
    counts = fields.read("counts", _read_counts)
    types, themes = fields.words("types", words.types), fields.words("themes", words.themes)
    target = Target(measure or "", at_least or 0, counts == "all", types, themes)
    return Outcome(target if measure and at_least else None, tuple(fields.problems))
