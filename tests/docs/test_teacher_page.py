"""The teacher's page names every key of a post, with an example that the reader takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from builder.locale import load_catalog, speak_problem
from builder.model.addresses import fold_key
from builder.model.counts import Group
from builder.model.settings import Dated, School, Settings
from builder.model.vocabulary import Term
from builder.reading.configuration.rules import DEFAULTS
from builder.reading.posts.context import PostContext
from builder.reading.posts.keys import POST_KEYS
from builder.reading.posts.post import read_post
from builder.reading.vocabulary import load_vocabulary

_PAGE = (Path(__file__).parents[2] / "docs" / "giao-vien.md").read_text(encoding="utf-8")
_KEY_ROW = re.compile(r"^\| `([^`]+)` \(`(\w+)`\) \| `([^`]+)` \|", re.MULTILINE)
_ROWS = [found.groups() for found in _KEY_ROW.finditer(_PAGE)]
_PATH = "content/posts/2025/ngay-hoi-doc-sach/index.md"
_LINES = {
    "title": "tiêu đề: Ngày hội",
    "date": "ngày: 20/11/2025",
    "activity_type": "loại: ngoại khóa",
}
"""Front matter of a post that has what it must."""

_MISTAKES = re.findall(r"^\| `([^`…]+)` \| .+ \| `([a-z-]+)` \|$", _PAGE, re.MULTILINE)
"""Rows of the messages' tables whose first column is wholly what a teacher wrote."""

_LISTS = {
    "Loại hoạt động": "activity_types",
    "Chủ đề": "themes",
    "Kênh": "channels",
    "Cấp": "levels",
    "Vai trò": "roles",
    "Phương thức": "modes",
    "Nguồn lực": "resource_kinds",
}


def test_every_key_is_told_once() -> None:
    """The tables have a row for each key that a post may carry, and none beside."""
    told = [key for _, key, _ in _ROWS]

    assert sorted(POST_KEYS.names) == sorted(told)


def test_every_key_goes_by_the_name_that_is_told() -> None:
    """The Vietnamese name in a row is a name of that row's key."""
    told = {name: key for name, key, _ in _ROWS}

    assert told == {name: POST_KEYS.canonical[fold_key(name)] for name in told}


@pytest.mark.parametrize(("name", "key", "example"), _ROWS, ids=[key for _, key, _ in _ROWS])
def test_every_example_can_be_read(name: str, key: str, example: str) -> None:
    """A post with the example in it has no error, and the example is about its key."""
    front = "\n".join((_LINES | {key: example}).values())
    outcome = read_post(f"---\n{front}\n---\n\nMột đoạn.\n", _PATH, _context())

    assert (example.partition(":")[0], []) == (
        name,
        [one for one in outcome.problems if one.is_error],
    )


@pytest.mark.parametrize(("title", "words"), _LISTS.items())
def test_every_word_is_told(title: str, words: str) -> None:
    """The lists of words are those of the vocabulary, in its order."""
    line = re.search(rf"^- \*\*{title}\*\*: (.+)$", _PAGE, re.MULTILINE)
    terms: Mapping[str, Term] = getattr(load_vocabulary(), words)

    assert list(terms) == re.findall(r"`([a-z-]+)`", line[1] if line else "")


def test_every_code_that_is_told_exists() -> None:
    """A code in the tables of messages is one that the program speaks."""
    messages = _PAGE.partition("## Khi máy nhắc")[2].partition("## Con số đi đâu")[0]
    rows = re.findall(r"^\|.+\| ((?:`[a-z-]+`(?:, )?)+) \|$", messages, re.MULTILINE)
    told = [code for row in rows for code in re.findall(r"`([a-z-]+)`", row)]

    assert [] == [code for code in told if code not in load_catalog("vi")]
    assert sorted(set(told)) == sorted(told)


@pytest.mark.parametrize(("mistake", "code"), _MISTAKES)
def test_every_mistake_is_told_by_its_code(mistake: str, code: str) -> None:
    """What a teacher is said to have written wrongly is wrong in that way."""
    lines = dict(_LINES)
    key = POST_KEYS.canonical.get(fold_key(mistake.partition(":")[0]))
    body = mistake if mistake.startswith("!") else "Một đoạn."
    if key:
        lines[key] = mistake
    elif body != mistake:
        lines["participants"] = f"tham gia:\n  {mistake}"
    text = "\n".join(("---", *lines.values(), "---", "", body, ""))

    assert code in {one.code for one in read_post(text, _PATH, _context()).problems}


def test_the_message_that_is_shown_is_the_one_that_is_spoken() -> None:
    """The page's example of a message is what `check` says of that mistake."""
    shown = re.search(rf"^{_PATH}:3: (.+)$", _PAGE, re.MULTILINE)
    front = "tiêu đề: Ngày hội đọc sách\nngày: 20/11/25\nloại: ngoại khóa"
    (problem,) = read_post(f"---\n{front}\n---\n\nMột đoạn.\n", _PATH, _context()).problems
    spoken = speak_problem(problem, "vi")

    assert f"{spoken.message} {spoken.hint}" == (shown[1] if shown else "")


def _context() -> PostContext:
    """A school with a head count, one photo and no partners."""
    head_count = {"2025-2026": {Group.STAFF: 24, Group.STUDENTS: 300}}
    school = School(name=(Dated(None, "Trường THCS Hoa Mai"),), head_count=head_count)
    return PostContext(
        settings=Settings(school, load_vocabulary(), school.name[0].value, None, rules=DEFAULTS),
        find_partner=lambda _: None,
        files=frozenset({_PATH.replace("index.md", "doc-sach.jpg")}),
        today=date(2026, 1, 1),
    )
