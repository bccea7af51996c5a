"""The plan's page: its facts, its tasks in words, and how far they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from builder.counting import count_library
from builder.model.library import Library
from builder.model.plans import DocumentReference, Plan, Target
from builder.pages.numbers.plan_rows import speak_target
from builder.pages.plan import compose_plans, speak_reference
from tests.counting import demo, school
from tests.counting.school import plan, post, task

FUTURE = plan("2027", task("NV1", Target("posts", 10)), task("NV2", Target("sessions", 1)))
PAST = plan(
    "2020", task("NV1", Target("posts", 10)), task("NV2", Target("sessions", 1), optional=True)
)


def test_progress_is_that_of_the_summary() -> None:
    """Counted, percentage and state of each target, with the way to its evidence."""
    library = school.library(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS)
    rows = _compose(library, "2023")["progress"]["table"]["rows"]
    shown = [
        (
            row["cells"][3]["figures"][0]["text"],
            row["cells"][4]["figures"][0]["text"],
            row["cells"][5]["text"],
        )
        for row in rows
    ]

    assert [
        ("2", "100,0%", "Hoàn thành"),
        ("1", "100,0%", "Hoàn thành"),
        ("7", "70,0%", "Chưa hoàn thành"),
        ("0", "0,0%", "Không phát sinh"),
    ] == shown
    assert "tong-ket/2023/#minh-chung-nhiem-vu-1" == rows[0]["cells"][3]["figures"][0]["href"]


def test_a_plans_own_table_has_no_number() -> None:
    """It is the ninth of the summary, and the only one here."""
    library = school.library(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS)

    assert "Kết quả thực hiện kế hoạch" == _compose(library, "2023")["progress"]["table"]["caption"]


@pytest.mark.parametrize(
    ("planned", "states"),
    [
        (FUTURE, ["Đang thực hiện", "Đang thực hiện"]),
        (PAST, ["Chưa hoàn thành", "Không phát sinh"]),
    ],
)
def test_a_plan_without_activities_shows_its_tasks(planned: Plan, states: list[str]) -> None:
    """Nothing is counted, and no figure claims to stand in a data.json that isn't there."""
    meta = _compose(school.library(plans=(planned,)), planned.period.id)
    rows = meta["progress"]["table"]["rows"]

    assert states == [row["cells"][5]["text"] for row in rows]
    assert {None} == {
        figure["path"]
        for row in rows
        for cell in row["cells"]
        for figure in cell.get("figures", ())
    }


def test_facts_that_are_not_stated_are_not_shown() -> None:
    """A number alone makes one fact."""
    numbered = replace(FUTURE, number="05/KH-THCSHM", issued_on=date(2027, 1, 4))
    meta = _compose(school.library(plans=(numbered,)), "2027")

    assert [
        {"label": "Số", "lines": ["05/KH-THCSHM"]},
        {"label": "Ngày ban hành", "lines": ["04/01/2027"]},
    ] == meta["facts"]


def test_tasks_say_who_and_until_when() -> None:
    """Owner, due and target in words."""
    named = replace(task("NV1", Target("posts", 10)), owner="Tổ Văn", due="tháng 11", optional=True)
    meta = _compose(school.library(plans=(plan("2027", named),)), "2027")

    assert [
        {
            "id": "NV1",
            "title": "Nhiệm vụ NV1",
            "optional": "Nếu có",
            "facts": [
                {"label": "Phụ trách", "value": "Tổ Văn"},
                {"label": "Thời hạn", "value": "tháng 11"},
            ],
            "targets": ["Ít nhất 10 tin, bài"],
        }
    ] == meta["tasks"]["rows"]


def test_the_text_of_the_plan_is_the_body() -> None:
    """It was rendered once, and is handed on as it is."""
    library = school.library(post("a", "2027-01-05"), plans=(FUTURE,), today=date(2027, 2, 1))
    page = compose_plans(library, count_library(library), {FUTURE.path: "<p>Mục đích</p>"})[0]
    assert page.meta is not None

    assert ("ke-hoach/2027/index.md", "<p>Mục đích</p>", "Nội dung kế hoạch") == (
        page.path,
        page.text,
        page.meta["text_heading"],
    )


@pytest.mark.parametrize(
    ("target", "spoken"),
    [
        (Target("communication_sessions", 2), "ít nhất 2 lần tuyên truyền"),
        (Target("resources_vnd", 1_000_000), "ít nhất 1.000.000 đồng tiền và học bổng"),
        (
            Target("activities", 1, types=("hop-tac-quoc-te",)),
            "ít nhất 1 hoạt động (loại hình: Giao lưu, hợp tác quốc tế)",
        ),
        (
            Target("posts", 3, themes=("chuyen-doi-so",)),
            "ít nhất 3 tin, bài (chủ đề: Chuyển đổi số)",
        ),
    ],
)
def test_targets_are_said_in_words(target: Target, spoken: str) -> None:
    """What is measured, how much, and of what alone."""
    assert spoken == speak_target(target, school.library())


@pytest.mark.parametrize(
    ("reference", "spoken"),
    [
        (DocumentReference("Luật Giáo dục 2019"), "Luật Giáo dục 2019"),
        (
            DocumentReference(
                type="Công văn",
                number="23/PGDĐT",
                day=date(2023, 1, 5),
                issuer="Phòng Giáo dục",
                subject="thông tin đối ngoại",
            ),
            "Công văn số 23/PGDĐT ngày 05/01/2023 của Phòng Giáo dục về thông tin đối ngoại",
        ),
        (DocumentReference(type="Công văn", number="23/PGDĐT"), "Công văn số 23/PGDĐT"),
    ],
)
def test_documents_are_named_as_one_says_them(reference: DocumentReference, spoken: str) -> None:
    """Parts that are not stated leave no gap."""
    assert spoken == speak_reference(reference, "vi")


def _compose(library: Library, period: str) -> dict[str, Any]:
    """What the page of a period's plan shows."""
    pages = compose_plans(library, count_library(library), {})
    meta = next(one.meta for one in pages if one.path == f"ke-hoach/{period}/index.md")
    assert meta is not None
    return dict(meta)
