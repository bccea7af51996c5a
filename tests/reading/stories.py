"""A story of `tests/golden/posts/` → what reading its file gives, in plain words and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from builder.locale import speak_problem
from builder.model.addresses import fold_key
from builder.model.counts import Group
from builder.model.posts import Post, Translation
from builder.model.problems import Outcome, Problem
from builder.model.settings import Dated, School, Settings
from builder.reading.posts.context import PostContext
from builder.reading.posts.post import read_post
from builder.reading.posts.translation import find_original, read_translation
from builder.reading.vocabulary import load_vocabulary

TODAY = date(2026, 11, 22)
PATH = "content/posts/bai.md"
HEAD_COUNT = {
    "2022-2023": {Group.STAFF: 42, Group.STUDENTS: 618},
    "2024-2025": {Group.STAFF: 46, Group.STUDENTS: 655},
    "2025-2026": {Group.STAFF: 47},
}
PARTNERS = {
    "hai-au": ("Trung tâm Ngoại ngữ Hải Âu", "TT Ngoại ngữ Hải Âu"),
    "nang-som": ("Công ty Nắng Sớm, Chi nhánh Đồng Mây",),
}


@dataclass(frozen=True)
class Story:
    """One promise about reading a post: a file in, a record or problems out."""

    promise: str
    text: str
    path: str = PATH
    pictures: tuple[str, ...] = ()
    record: Mapping[str, Any] | None = None
    """Fields of the record that the promise is about; None: nothing is read."""

    problems: tuple[Mapping[str, Any], ...] = ()


def load_story(file: Path) -> Story:
    """Story of a file."""
    return Story(**yaml.safe_load(file.read_text(encoding="utf-8")))


def make_context(pictures: tuple[str, ...] = (), language: str = "vi") -> PostContext:
    """Surroundings of a post in a small school with the built-in vocabulary."""
    head_count = {year: MappingProxyType(count) for year, count in HEAD_COUNT.items()}
    school = School((Dated(None, "Trường THCS Hoa Mai"),), head_count=MappingProxyType(head_count))
    settings = Settings(
        school,
        load_vocabulary(),
        site_name="Hoa Mai",
        site_url=None,
        language=language,
        rules=MappingProxyType({"consent": "warn", "phone": "warn", "alt-text": "warn"}),
    )
    names = {fold_key(name): one for one, all_names in PARTNERS.items() for name in all_names}
    return PostContext(settings, lambda name: names.get(fold_key(name)), frozenset(pictures), TODAY)


def read_story(story: Story) -> Outcome[Post] | Outcome[Translation]:
    """What reading the story's file gives."""
    context = make_context(tuple(story.pictures))
    if find_original(story.path):
        return read_translation(story.text, story.path, context, None)
    return read_post(story.text, story.path, context)


def describe_problem(problem: Problem, language: str = "vi") -> dict[str, Any]:
    """A problem with its place and its words."""
    spoken = speak_problem(problem, language)
    described: dict[str, Any] = {
        "at": f"{problem.where.line}:{problem.where.column}",
        "severity": problem.severity.value,
        "code": problem.code,
        "message": spoken.message,
        "hint": spoken.hint,
    }
    if problem.also:
        described["also"] = [f"{one.line}:{one.column}" for one in problem.also]
    return described


def describe_record(value: object) -> object:
    """A record as plain data, without places and without what equals its default."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(describe_record(key)): describe_record(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [describe_record(one) for one in value]
    if is_dataclass(value):
        return {
            one.name: describe_record(getattr(value, one.name))
            for one in fields(value)
            if one.name != "where" and not _is_default(one, getattr(value, one.name))
        }
    return value


def _is_default(field: Field[object], value: object) -> bool:
    """Whether a field has the value that it has where nothing is stated."""
    return field.default is not MISSING and value == field.default
