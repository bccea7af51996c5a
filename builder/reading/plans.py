"""Text of a plan's file → Plan (counting.md, rule 13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.periods import Period
from builder.model.plans import Plan, PlanTask, Target
from builder.model.problems import Outcome
from builder.reading.documents import (
    choice_of,
    choices,
    day_of,
    documents_of,
    mappings_of,
    match_required,
    period_of_file,
    text_of,
    texts_of,
)
from builder.reading.front_matter import Document, read_front_matter
from builder.reading.gathering import Gathering
from builder.reading.keys import key_table
from builder.reading.nodes import Entry, MappingNode
from builder.reading.values.texts import read_whole, read_yes_no
from builder.reading.values.words import WordTable, read_words

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
MEASURES = choices(
    {
        "activities": ("hoạt động", "số hoạt động"),
        "sessions": ("số lần", "số buổi"),
        "communication_sessions": ("số lần tuyên truyền",),
        "posts": ("tin bài", "tin, bài", "số tin bài"),
        "staff": ("cán bộ", "lượt cán bộ"),
        "students": ("học sinh", "lượt học sinh"),
        "parents": ("cha mẹ học sinh", "lượt cha mẹ học sinh"),
        "guests": ("khách", "lượt khách"),
        "international": ("khách quốc tế", "lượt khách quốc tế"),
        "total": ("tổng số lượt", "lượt người"),
        "partners_new": ("đối tác mới", "số đối tác mới"),
        "resources_vnd": ("nguồn lực", "nguồn lực bằng tiền"),
    }
)
COUNTS = choices({"named": ("theo nhiệm vụ", "theo tên"), "all": ("tất cả", "toàn bộ")})


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The lists of words that narrow targets."""

    types: WordTable
    themes: WordTable


def read_plan(text: str, path: str, *, words: PlanWords, start_month: int) -> Outcome[Plan]:
    """Plan of a file; None where its name is no period or its title is missing."""
    gathering = Gathering()
    period = gathering.take(period_of_file(path, start_month))
    document = gathering.take(read_front_matter(text, path))
    if document is None:
        return Outcome(None, tuple(gathering.problems))
    found = match_required(gathering, document.front, PLAN_KEYS, required=("title",))
    title = text_of(gathering, found, "title")
    tasks = _read_tasks(gathering, found.get("tasks"), words)
    if period is None or title is None:
        return Outcome(None, tuple(gathering.problems))
    plan = _read(gathering, found, document, period, title, tasks, path)
    return Outcome(plan, tuple(gathering.problems))


def _read(
    gathering: Gathering,
    found: Mapping[str, Entry],
    document: Document,
    period: Period,
    title: str,
    tasks: tuple[PlanTask, ...],
    path: str,
) -> Plan:
    """The plan with all that its front matter states."""
    return Plan(
        path=path,
        period=period,
        title=title,
        tasks=tasks,
        number=text_of(gathering, found, "number"),
        issued_on=day_of(gathering, found, "issued_on"),
        basis=documents_of(gathering, found, "basis"),
        recipients=texts_of(gathering, found, "recipients"),
        signer=text_of(gathering, found, "signer"),
        body=document.body,
        body_line=document.body_line,
    )


def _read_tasks(
    gathering: Gathering, entry: Entry | None, words: PlanWords
) -> tuple[PlanTask, ...]:
    """Tasks in the plan's order; an id that stands twice is an error at the second."""
    tasks: dict[str, PlanTask] = {}
    for mapping in mappings_of(gathering, entry):
        task = _read_task(gathering, mapping, words)
        if task is None:
            continue
        first = tasks.setdefault(task.id, task)
        if first is not task:
            details = {"written": task.id, "first_line": str(first.where.line)}
            gathering.tell("task-twice", task.where, details)
    return tuple(tasks.values())


def _read_task(gathering: Gathering, mapping: MappingNode, words: PlanWords) -> PlanTask | None:
    """One task; None where it has no id or no title."""
    found = match_required(gathering, mapping, TASK_KEYS, required=("id", "title"))
    task_id, title = (text_of(gathering, found, key) for key in ("id", "title"))
    optional = found.get("optional")
    answer = gathering.take(read_yes_no(optional.value, key=optional.key)) if optional else None
    targets = [
        _read_target(gathering, one, words) for one in mappings_of(gathering, found.get("targets"))
    ]
    owner, due = (text_of(gathering, found, key) for key in ("owner", "due"))
    if task_id is None or title is None:
        return None
    return PlanTask(
        id=task_id,
        title=title,
        where=found["id"].value.where,
        owner=owner,
        due=due,
        optional=answer is True,
        targets=tuple(one for one in targets if one is not None),
    )


def _read_target(gathering: Gathering, mapping: MappingNode, words: PlanWords) -> Target | None:
    """One target; None where its measure or its number can't be read."""
    required = ("measure", "at_least")
    found = match_required(gathering, mapping, TARGET_KEYS, required=required)
    measure = choice_of(gathering, found.get("measure"), MEASURES)
    at_least = found.get("at_least")
    number = gathering.take(read_whole(at_least.value, key=at_least.key)) if at_least else None
    counts = choice_of(gathering, found.get("counts"), COUNTS)
    types = _words_of(gathering, found.get("types"), words.types)
    themes = _words_of(gathering, found.get("themes"), words.themes)
    if measure is None or number is None:
        return None
    return Target(measure, number, counts == "all", types, themes)


def _words_of(gathering: Gathering, entry: Entry | None, table: WordTable) -> tuple[str, ...]:
    """Ids of the words that a key lists."""
    words = gathering.take(read_words(entry.value, table, key=entry.key)) if entry else None
    return words or ()
