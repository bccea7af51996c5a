"""Markdown of a principal's text → paragraphs, dashes, tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.report import Paragraph, ReportTable, Role, Span
from builder.reports.composing.text.inline import read_spans
from builder.reports.composing.text.prose import read_blocks, read_sections, strip_numeral


def blocks(text: str) -> list[tuple[Role, str]]:
    """Role and words of each paragraph."""
    return [
        (block.role, block.text)
        for block in read_blocks(text.split("\n"), {})
        if isinstance(block, Paragraph)
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Một dòng\ndòng tiếp.", [(Role.TEXT, "Một dòng dòng tiếp.")]),
        ("- một\n- hai", [(Role.DASH, "- một"), (Role.DASH, "- hai")]),
        ("Gồm:\n- một\n  còn nữa\n  - con", [
            (Role.TEXT, "Gồm:"), (Role.DASH, "- một còn nữa"), (Role.DASH, "+ con"),
        ]),
        ("1. một\n2. hai", [(Role.TEXT, "1. một"), (Role.TEXT, "2. hai")]),
        ("### Mục nhỏ\nnội dung", [(Role.SECTION, "Mục nhỏ"), (Role.TEXT, "nội dung")]),
        ("> trích dẫn", [(Role.TEXT, "trích dẫn")]),
        ("trên\n\n---\n\ndưới", [(Role.TEXT, "trên"), (Role.TEXT, "dưới")]),
        ("![ảnh](a.jpg)", []),
        ("", []),
    ],
)  # fmt: skip
def test_blocks_of_a_text(written: str, expected: list[tuple[Role, str]]) -> None:
    """Paragraphs join their lines, items keep their signs."""
    assert expected == blocks(written)


def test_a_table_keeps_its_columns() -> None:
    """A colon behind a rule makes numbers; a cell too few is empty, one too many is dropped."""
    (table,) = read_blocks(
        ["| Tổ | Số |", "|---|---:|", "| Văn | 2 |", "| Sử |", "| a | b | c |"], {}
    )

    assert isinstance(table, ReportTable)
    assert [("Tổ", 50, False), ("Số", 50, True)] == [
        (one.heading, one.share, one.numeric) for one in table.columns
    ]
    assert [["Văn", "2"], ["Sử", ""], ["a", "b"]] == [
        ["".join(span.text for span in cell) for cell in row] for row in table.rows
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a **b** c", (Span("a "), Span("b", bold=True), Span(" c"))),
        ("*nghiêng*", (Span("nghiêng", italic=True),)),
        ("[lời](https://a.vn) <b>đậm</b>", (Span("lời đậm"),)),
        (r"5 \* 3, ten_tep_dai, 2 * 3", (Span("5 * 3, ten_tep_dai, 2 * 3"),)),
        ("`mã` <https://a.vn>", (Span("mã https://a.vn"),)),
        ("3 < 5 & 7 > 2", (Span("3 < 5 & 7 > 2"),)),
    ],
)
def test_spans_of_a_line(written: str, expected: tuple[Span, ...]) -> None:
    """Bold and italics stay; links leave their words, other markup nothing."""
    assert expected == read_spans(written, {})


def test_comments_are_no_text_and_keep_lines_in_place() -> None:
    """A starter's facts to consider reach no document, and problems find their line."""
    sections = read_sections("<!-- một\n## hai -->\n## Ba\n\nbốn")

    assert [(None, 0), ("Ba", 3)] == [(one.heading, one.row) for one in sections]
    assert ("", "bốn") == sections[1].lines


def test_a_comment_that_never_closes_is_text() -> None:
    """Nothing behind it is lost."""
    (section,) = read_sections("một <!-- hai\nba")

    assert ("một <!-- hai", "ba") == section.lines


@settings(max_examples=100)
@given(st.text(alphabet="ab *_`[](){}<>!|#-+.:/\\\n1", max_size=60))
def test_no_text_is_too_odd_to_be_read(written: str) -> None:
    """No paragraph is empty, and every row of a table fits its heading."""
    read = read_blocks(written.split("\n"), {})
    empty = [one for one in read if isinstance(one, Paragraph) and not one.text]
    tables = [one for one in read if isinstance(one, ReportTable)]

    assert [] == empty
    assert [] == [one for one in tables if {len(row) for row in one.rows} - {len(one.columns)}]
    assert [] == [one for one in tables if sum(column.share for column in one.columns) != 100]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("II. Nội dung", "Nội dung"),
        ("2. Yêu cầu", "Yêu cầu"),
        ("a) Ý", "Ý"),
        ("Lời kết", "Lời kết"),
    ],
)
def test_headings_lose_the_numbers_written_by_hand(written: str, expected: str) -> None:
    """The document numbers its headings itself."""
    assert expected == strip_numeral(written)
