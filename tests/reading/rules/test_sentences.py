"""What rules say: every sentence can be spoken, in every language, with its law."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from builder.locale import LANGUAGES, speak_problem
from builder.model.problems import Problem, Where
from builder.reading.rules.laws import cite_laws
from tests.reading.rules.texts import LEVELS, TODAY, review

LINES = """\
Gọi 0912345678, thư lan@gmail.com, STK 1903 5678 9012, CCCD 001204012345
Em Nguyễn Văn An kể. Em Trần Thị Bình (8A) hát. Em Lê Minh Khôi bị khuyết tật.
Một em lớp 7A, sinh năm 2011, đến dự.
[a](https://la.example/) [b](https://casino.example/)
TỐI MẬT. Kèm đáp án đề thi. Mức đóng góp 50.000 đồng. Theo phóng viên nhà trường,
trời mưa.

Họ và tên | Điểm
---|---
a | 9

*Ảnh do AI tạo* ![Cây bàng](anh.jpg)
"""
FRONT = "themes: phan-bac-thong-tin\n"
OF_MANY = {"foreign-permission", "sponsor-missing", "freshness", "missing-plan", "secrecy-tick"}
"""Rules that look at posts together."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_of_a_text_can_be_spoken(language: str) -> None:
    """No blank stays open, and what rests on a law names it."""
    found = (*review(LINES, FRONT), *review("CHI BỘ XÃ\n\n> " + "trích " * 99, "đồng ý: không\n"))
    spoken = [speak_problem(one, language) for one in found]

    assert [] == [one for one in spoken if "{law}" in one.message or not one.hint]
    assert OF_MANY == LEVELS.keys() - {one.code for one in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_takes_the_law_that_stands_behind_it(language: str) -> None:
    """The reason is given by name."""
    law = cite_laws("sponsor-missing", TODAY, language)
    problem = Problem("sponsor-missing", Where("a.md"), {"law": law})

    assert "16/2018/TT-BGDĐT" in speak_problem(problem, language).message


def test_every_sentence_leaves_room_for_its_law() -> None:
    """A rule that has a law can say so."""
    text = files("builder.locale").joinpath("vi/rules.toml").read_text(encoding="utf-8")
    silent = [
        rule
        for rule, sentences in tomllib.loads(text).items()
        if cite_laws(rule, TODAY, "vi") and "{law}" not in sentences["message"]
    ]

    assert [] == silent
