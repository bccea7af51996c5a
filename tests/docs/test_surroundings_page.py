"""The web keeper's page shows files of a plan and of a partner as the program reads them."""

from __future__ import annotations

import re
from pathlib import Path

from builder.locale import speak_problem
from builder.model.plans import Plan
from builder.model.problems import Outcome
from builder.reading.surroundings.partners import read_partner
from builder.reading.surroundings.plans import MEASURE_NAMES, PlanWords, read_plan
from builder.reading.values.words import word_table
from builder.reading.vocabulary import load_vocabulary

_PAGE = (Path(__file__).parents[2] / "docs" / "quan-tri.md").read_text(encoding="utf-8")
_VOCABULARY = load_vocabulary()


def _example(title: str) -> str:
    """The file that a section shows."""
    return _PAGE.partition(f"## {title}\n")[2].partition("```yaml\n")[2].partition("```")[0]


def _read(text: str) -> Outcome[Plan]:
    """A plan of 2025."""
    table = word_table(_VOCABULARY.activity_types)
    words = PlanWords(table, word_table(_VOCABULARY.themes))
    return read_plan(text, "content/plans/2025.md", words=words, start_month=9)


def test_the_plan_that_is_shown_can_be_read() -> None:
    """All of it, the numbers of its targets too."""
    read = _read(_example("Kế hoạch"))
    assert read.value is not None

    assert () == read.problems
    assert [("communication_sessions", 2), ("students", 1000), ("activities", 1)] == [
        (target.measure, target.at_least) for task in read.value.tasks for target in task.targets
    ]


def test_every_measure_is_told() -> None:
    """In the page, and to whoever wrote another word."""
    (row,) = re.findall(r"^\| `chỉ số` \| (.+) \|$", _PAGE, re.MULTILINE)
    names = [names[0] for names in MEASURE_NAMES.values()]
    wrong = _example("Kế hoạch").replace("số lần tuyên truyền", "số lớp")
    (problem,) = _read(wrong).problems

    assert names == re.findall("`(.+?)`", row)
    assert (
        f"Thầy/cô chọn một trong các từ: {', '.join(names)}." == speak_problem(problem, "vi").hint
    )


def test_the_partner_that_is_shown_can_be_read() -> None:
    """With its agreement."""
    kinds = word_table(_VOCABULARY.partner_kinds)
    read = read_partner(_example("Đối tác"), "content/partners/hai-au.md", kinds)
    assert read.value is not None

    assert () == read.problems
    assert 1 == len(read.value.agreements)


def test_every_kind_of_partner_is_told() -> None:
    """In the vocabulary's order."""
    told = _PAGE.partition("`loại` là một trong:")[2].partition("\n")[0]

    assert list(_VOCABULARY.partner_kinds) == re.findall("`([a-z-]+)`", told)
