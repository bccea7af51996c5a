"""Reports and plans of small schools, and their words and figures as tests read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from builder.counting import count_period
from builder.model.library import Library
from builder.model.periods import find_period
from builder.model.plans import ReportText
from builder.model.posts import Post
from builder.model.problems import Problem
from builder.model.report import Block, Paragraph, Report, ReportTable, Role, Span
from builder.model.settings import Dated, School, Settings, Signer
from builder.reports.composing import check_report_text, compose_report
from tests.counting import school

SCHOOL = School(
    name=(Dated(None, "Trường THCS Hoa Mai"),),
    short_name="THCSHM",
    place=(Dated(None, "Sao Mai"),),
    authority=(
        Dated(date(2001, 9, 1), "UBND huyện Hương Lúa"),
        Dated(date(2025, 7, 1), "UBND xã Sao Mai"),
    ),
    report_to=(
        Dated(date(2001, 9, 1), "Phòng Giáo dục và Đào tạo huyện Hương Lúa"),
        Dated(date(2025, 7, 1), "Ủy ban nhân dân xã Sao Mai"),
    ),
    signer=(
        Dated(date(2012, 8, 1), Signer("HIỆU TRƯỞNG", "Trần Thị Lành")),
        Dated(date(2022, 8, 1), Signer("HIỆU TRƯỞNG", "Phạm Minh Sáng")),
    ),
)
SETTINGS: Settings = replace(school.SETTINGS, school=SCHOOL, site_url="https://hoamai.example/")
KINDERGARTEN = (
    school.post(
        "dau-nam",
        "2020-03-09",
        "tuyen-truyen",
        participants=school.people(staff=21, students=170, whole=True),
    ),
    school.post(
        "mua-thu",
        "2020-10-05",
        "tuyen-truyen",
        participants=school.people(staff=21, students=170, whole=True),
    ),
)
"""Two posts as the kindergarten's report of 2020 counts them (counting.md, worked example)."""


def own_text(period: str = "2020", body: str = "", **facts: object) -> ReportText:
    """A principal's report file, its body from line 10 on."""
    found = find_period(period)
    assert found is not None
    path = f"content/reports/{period}.md"
    return ReportText(path, found, body=body, body_line=10, **facts)


def library_of(*posts: Post, **facts: object) -> Library:
    """A library of the school above."""
    return school.library(*posts, **{"settings": SETTINGS} | facts)


def compose(text: ReportText, *posts: Post, **facts: object) -> Report:
    """The report of a text's period."""
    library = library_of(*(posts or KINDERGARTEN), **facts)
    return compose_report(count_period(library, text.period), library, text=text)


def check(text: ReportText, *posts: Post, **facts: object) -> list[tuple[str, int, dict[str, str]]]:
    """Code, line and details of a text's problems."""
    return [(one.code, one.where.line, dict(one.details)) for one in find(text, *posts, **facts)]


def find(text: ReportText, *posts: Post, **facts: object) -> tuple[Problem, ...]:
    """A text's problems."""
    library = library_of(*(posts or KINDERGARTEN), **facts)
    return check_report_text(text, count_period(library, text.period), library)


def texts(report: Report, *roles: Role) -> list[str]:
    """Paragraphs of some roles, or of all."""
    return [
        block.text
        for block in report.blocks
        if isinstance(block, Paragraph) and (not roles or block.role in roles)
    ]


def below(report: Report, heading: str) -> list[str]:
    """Paragraphs under the heading that ends with these words, up to the next of its kind."""
    paragraphs = [block for block in report.blocks[:-1] if isinstance(block, Paragraph)]
    start = next(n for n, one in enumerate(paragraphs) if one.text.endswith(heading))
    found: list[str] = []
    for one in paragraphs[start + 1 :]:
        if one.role in (paragraphs[start].role, Role.PART):
            break
        found.append(one.text)
    return found


def spans_of(report: Report) -> Iterator[Span]:
    """Every span of the text and of the annexes."""
    yield from _spans_in(report.blocks)
    for annex in report.annexes:
        yield from _spans_in(annex.blocks)


def _spans_in(blocks: tuple[Block, ...]) -> Iterator[Span]:
    """Every span of some blocks."""
    for block in blocks:
        cells = (
            [cell for row in block.rows for cell in row] if isinstance(block, ReportTable) else []
        )
        for spans in cells or [block.spans if isinstance(block, Paragraph) else ()]:
            yield from spans
