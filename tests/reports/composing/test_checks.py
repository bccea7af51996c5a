"""What the principal wrote that the figures or the outline contradict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builder.model.plans import DocumentReference
from builder.model.problems import Severity
from builder.reports.composing import check_plan
from tests.counting import demo, school
from tests.reports.composing.papers import check, find, library_of, own_text

DAY = date(2021, 1, 5)


def check_body(body: str, **facts: object) -> list[tuple[str, int, dict[str, str]]]:
    """Problems of a body that begins in line 10."""
    return check(own_text(body=body, issued_on=DAY, **facts))


def test_a_tag_that_names_no_figure_is_an_error_with_its_line() -> None:
    """The nearest name is offered."""
    text = own_text(body="## Đánh giá chung\n\nCó {{ totals.activites }} việc.", issued_on=DAY)
    problems = find(text)

    assert [("report-tag-unknown", Severity.ERROR, 12, 4)] == [
        (one.code, one.severity, one.where.line, one.where.column) for one in problems
    ]
    assert {"written": "totals.activites", "suggestion": "totals.activities"} == dict(
        problems[0].details
    )


def test_a_tag_in_capitals_is_offered_its_own_name() -> None:
    """Word likes to begin a sentence with a capital."""
    (problem,) = check_body("Có {{ TOTALS.ACTIVITIES }} việc.")

    assert "totals.activities" == problem[2]["suggestion"]


def test_a_tag_left_open_is_an_error() -> None:
    """Its end would stand in the document as the principal typed it."""
    assert [("report-tag-open", 10, {})] == check_body("Có {{ totals.posts } bài.")


def test_tags_in_comments_are_nobodys_affair() -> None:
    """Comments reach no document."""
    assert [] == check_body("<!-- {{ totals.nothing }}\n## Mục lạ -->")


def test_a_heading_of_no_part_is_told_with_the_nearest() -> None:
    """Its text is printed, but elsewhere than the principal may think."""
    assert [
        (
            "report-heading-unknown",
            12,
            {"written": "Đánh giá", "suggestion": "Đánh giá chung"},
        )
    ] == check_body("\n\n## Đánh giá\n\nTốt.")


def test_a_heading_without_room_in_the_short_form_is_told() -> None:
    """Its text is not printed."""
    assert [
        (
            "report-heading-unprinted",
            10,
            {"written": "Kiến nghị", "suggestion": "Đánh giá chung"},
        )
    ] == check_body("## Kiến nghị\n\nXin thêm máy.", form="short")


@pytest.mark.parametrize(
    "heading",
    [
        "Công tác chỉ đạo",
        "I. Công tác chỉ đạo, triển khai",
        "Tồn tại, hạn chế và nguyên nhân",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2021",
        "Kiến nghị, đề xuất:",
    ],
)
def test_headings_are_known_however_they_are_written(heading: str) -> None:
    """Numbers, capitals and closing signs make no difference."""
    assert [] == check_body(f"## {heading}\n\nLời văn.")


@pytest.mark.parametrize(
    ("sentence", "label", "counted", "path"),
    [
        ("Trường có 3 hoạt động.", "tổng số hoạt động", "2", "totals.activities"),
        ("Đã có 5 lần tuyên truyền, rất vui.", "số lần tuyên truyền", "2",
         "totals.communication_sessions"),
        ("Đăng 4 tin bài.", "số tin, bài", "2", "totals.posts"),
        ("Có 1.340 lượt học sinh tham gia.", "số lượt học sinh", "340",
         "totals.attendance.students"),
        ("Số học sinh tham gia: 171.", "số học sinh tham gia", "170",
         "totals.persons.students.value"),
        ("Phối hợp với 2 đối tác.", "số đối tác", "0", "totals.partners"),
    ],
)  # fmt: skip
def test_a_typed_number_that_differs_is_told(
    sentence: str, label: str, counted: str, path: str
) -> None:
    """With what was computed, and the tag that keeps it right."""
    ((code, line, details),) = check_body(f"## Đánh giá chung\n\n{sentence}")

    assert ("report-number-differs", 12) == (code, line)
    assert (label, counted, path) == (details["label"], details["counted"], details["path"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Trường có 2 hoạt động, đăng 2 tin, bài.",
        "Trường có {{ totals.activities }} hoạt động.",
        "Chưa đạt chỉ tiêu 10 tin, bài.",
        "Trong đó 1 hoạt động ngoài trời.",
        "Có 3 hoạt động ngoại khóa.",
        "Năm 2019 có 5 hoạt động.",
        "Theo Công văn số 23/PGDĐT ngày 07/01/2020, 340 lượt học sinh tham gia.",
    ],
)
def test_other_numbers_are_left_alone(sentence: str) -> None:
    """Right ones, targets, parts of a total, other years."""
    assert [] == check_body(f"## Đánh giá chung\n\n{sentence}")


def test_numbers_of_the_outlook_speak_of_another_year() -> None:
    """What is planned for the next period is no total of this one."""
    assert [] == check_body("## Phương hướng, nhiệm vụ năm 2021\n\nTổ chức 5 lần tuyên truyền.")


def test_a_plans_papers_are_checked_like_a_reports() -> None:
    """Blanks in its number, parts of its basis, bodies of the wrong time."""
    plan = replace(
        demo.PLANS[0],
        number="12 /KH-THCSHM",
        issued_on=date(2026, 1, 5),
        basis=(DocumentReference(type="Kế hoạch", number="5/KH"),),
        recipients=("Phòng GD&ĐT (b/c)",),
    )
    library = library_of(*demo.POSTS, partners=demo.PARTNERS, plans=(plan, demo.PLANS[1]))

    assert ["document-body-abolished", "document-letter-parts", "document-number-blank"] == [
        one.code for one in check_plan(plan, library)
    ]


def test_figures_need_no_activity_to_be_checked() -> None:
    """A year in which nothing took place has figures of 0, and a report."""
    text = own_text(body="Có {{ totals.activities }} việc.", issued_on=DAY)

    assert () == find(text, school.post("p", "2019-01-05"))
