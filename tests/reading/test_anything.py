"""Nothing that anybody can write makes the reader of posts fail."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.locale import LANGUAGES, speak_problem
from builder.model.posts import Post
from builder.model.problems import Outcome
from builder.reading.posts.keys import POST_KEYS
from builder.reading.posts.post import read_post
from builder.reading.source.decoding import decode_source
from builder.reading.source.yaml_errors import quote_line
from tests.reading.stories import PATH, load_story, make_context

CONTEXT = make_context()
HEAD = "---\ntitle: Ngày hội\ndate: 20/11/2024\nloại: ngoai-ngu\n"
STORIES = sorted((Path(__file__).parent.parent / "golden" / "posts").glob("*.yml"))
TEXTS = [load_story(file).text for file in STORIES]
SIGNS = st.text(alphabet="ab1đ:#-[]{},&*!|>'\"%@`?.~<+ \t\n", max_size=60)
SCALARS = st.one_of(
    SIGNS,
    st.text(max_size=30),
    st.sampled_from(["20/11/2024", "khoảng 1.250 em", "toàn trường", "12 triệu", "có", "NV1"]),
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(SCALARS, inner, max_size=4)
    ),
    max_leaves=12,
)
FRONTS = st.dictionaries(
    st.one_of(st.sampled_from(sorted(POST_KEYS.written.values())), SCALARS), TREES, max_size=12
)
MONSTERS = {
    "ten thousand keys": HEAD + "".join(f"mục {one}: 1\n" for one in range(10_000)) + "---\nA\n",
    "a megabyte of text": HEAD + "summary: " + "chữ " * 250_000 + "\n---\nA\n",
    "a megabyte on one line": "---\n" + "a" * 1_000_000 + "\n---\nA\n",
    "a megabyte of people": HEAD + "participants: " + "1 em, " * 150_000 + "\n---\nA\n",
    "a megabyte of colons": HEAD + "a: " + "b: " * 300_000 + "\n---\nA\n",
    "a number of a million digits": HEAD + "sessions: " + "1" * 1_000_000 + "\n---\nA\n",
    "deep lists": HEAD + "a: " + "[" * 100_000 + "\n---\nA\n",
    "deep mappings": HEAD + "a: " + "{a: " * 100_000 + "\n---\nA\n",
    "deep dashes": HEAD + "a:\n  " + "- " * 100_000 + "\n---\nA\n",
    "exploding aliases": "---\na0: &a0 [x]\n"
    + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 200))
    + "---\nA\n",
}


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Random text gives an outcome."""
    assert [] == _find_faults(text, read_post(text, PATH, CONTEXT))


@given(SIGNS, SIGNS)
def test_any_front_matter_is_read(front: str, body: str) -> None:
    """Front matter of signs that mean something gives an outcome."""
    text = f"---\n{front}\n---\n{body}"

    assert [] == _find_faults(text, read_post(text, PATH, CONTEXT))


@given(FRONTS)
def test_any_values_are_read(front: dict[str, object]) -> None:
    """Sound front matter with values of every shape gives an outcome."""
    text = f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False)}---\nA\n"

    assert [] == _find_faults(text, read_post(text, PATH, CONTEXT))


@given(st.sampled_from(TEXTS), st.integers(0, 400))
def test_any_file_that_breaks_off_is_read(text: str, length: int) -> None:
    """A file that was cut off gives an outcome."""
    cut = text[:length]

    assert [] == _find_faults(cut, read_post(cut, PATH, CONTEXT))


@given(st.sampled_from(TEXTS), st.sampled_from(["utf-16", "utf-16-le", "cp1258", "latin-1"]))
def test_any_encoding_is_told(text: str, encoding: str) -> None:
    """A file in another encoding is read or told, never a crash."""
    data = text.encode(encoding, "replace")
    decoded = decode_source(data, PATH)

    assert (decoded.value is None) == decoded.has_errors


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    """Random bytes give a text, or an error at a line of the file."""
    decoded = decode_source(data, PATH)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1

    assert (decoded.value is None) == decoded.has_errors
    assert [] == [one for one in decoded.problems if not 1 <= one.where.line <= lines]


@pytest.mark.parametrize("name", MONSTERS)
def test_any_monster_is_read(name: str) -> None:
    """A megabyte, ten thousand keys, nesting and aliases without end give an outcome."""
    text = MONSTERS[name]

    assert [] == _find_faults(text, read_post(text, PATH, CONTEXT))


@given(st.text(alphabet="abđ:#'\"\\ [{&*!|>%@`,?-", min_size=1, max_size=30))
def test_a_quoted_line_says_what_was_meant(value: str) -> None:
    """The line that is offered as remedy can be read, and gives the value that was written."""
    remedy = quote_line(f"title: {value}") or "title: a"
    meant = value.strip() if quote_line(f"title: {value}") else "a"

    assert {"title": meant} == yaml.safe_load(remedy)


def _find_faults(text: str, outcome: Outcome[Post]) -> list[str]:
    """What an outcome lacks: a value or a reason, or a problem's place or words."""
    lines = text.count("\n") + 1
    faults = [] if outcome.value or outcome.problems else ["nothing was told"]
    for problem in outcome.problems[:100]:
        if not (1 <= problem.where.line <= lines and problem.where.column >= 1):
            faults.append(f"{problem.code} at {problem.where}")
        for language in LANGUAGES:
            spoken = speak_problem(problem, language)
            faults += [] if spoken.message and spoken.hint else [f"{problem.code} in {language}"]
    return faults


def test_a_line_too_long_to_be_shown_is_not_looked_through_for_a_remedy() -> None:
    """A megabyte of blanks between brackets would be tried from each of them."""
    text = f"---\ntitle: {{a: x{' ' * 1_000_000}: y}}\n---\n"

    assert "front-unreadable" in [
        one.code for one in read_post(text, PATH, make_context()).problems
    ]
