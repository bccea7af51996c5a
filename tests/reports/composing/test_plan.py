"""The plan as a document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builder.model.plans import DocumentReference, Plan, Target
from builder.model.report import Report, ReportTable, Role, Signature
from builder.reports.composing import compose_plan
from tests.counting import school
from tests.reports.composing.papers import KINDERGARTEN, library_of, texts

TASK = replace(
    school.task("NV1", Target("communication_sessions", 2)), owner="Liên đội", due="tháng 12/2020"
)
PLAN = replace(
    school.plan("2020", TASK),
    title="Kế hoạch Hoạt động thông tin đối ngoại năm 2020",
    number="8",
    issued_on=date(2020, 2, 6),
    basis=(
        DocumentReference("Căn cứ Kế hoạch số 70/KH-SGDĐT 11/01/2020;"),
        DocumentReference("Tình hình thực tế của nhà trường"),
    ),
)


def compose(**facts: object) -> Report:
    """The plan's document."""
    plan: Plan = replace(PLAN, **facts)
    return compose_plan(plan, library_of(*KINDERGARTEN, plans=(plan,)))


def test_head_and_foot_follow_the_day_of_issue() -> None:
    """A plan of 2020 keeps the principal of 2020, and nobody is addressed."""
    report = compose()

    assert ("08", "KH-THCSHM") == (report.letterhead.number, report.letterhead.symbol)
    assert "UBND HUYỆN HƯƠNG LÚA" == report.letterhead.authority
    assert ("KẾ HOẠCH", "Hoạt động thông tin đối ngoại năm 2020", ()) == (
        report.type_name,
        report.subject,
        report.addressees,
    )
    assert Signature(("HIỆU TRƯỞNG",), "Trần Thị Lành") == report.signature


def test_the_basis_stands_line_by_line() -> None:
    """Semicolons, a full stop behind the last; each begins with “Căn cứ” once."""
    assert [
        "Căn cứ Kế hoạch số 70/KH-SGDĐT ngày 11/01/2020;",
        "Căn cứ tình hình thực tế của nhà trường.",
    ] == texts(compose(), Role.BASIS)


def test_parts_of_the_text_are_numbered_anew() -> None:
    """Whatever numbers were written by hand; sections inside each part begin at 1."""
    purpose = "## II. Mục đích\n\n### 3. Mục đích\n\nMột.\n\n### Yêu cầu\n\nHai."
    body = f"{purpose}\n\n## Tổ chức thực hiện\n\nBa."
    report = compose(body=body)

    assert [
        "I. MỤC ĐÍCH",
        "II. NHIỆM VỤ TRỌNG TÂM",
        "III. TỔ CHỨC THỰC HIỆN",
    ] == texts(report, Role.PART)
    assert ["1. Mục đích", "2. Yêu cầu", "1. Nhiệm vụ NV1"] == texts(report, Role.SECTION)


def test_tasks_are_told_where_the_text_has_none() -> None:
    """Target with two digits, when, and who."""
    assert [
        "- Ít nhất 02 lần tuyên truyền;",
        "- Thời gian: tháng 12/2020;",
        "- Phụ trách: Liên đội.",
    ] == texts(compose(), Role.DASH)


def test_a_text_that_tells_its_tasks_is_not_told_twice() -> None:
    """The plan's own part stands."""
    report = compose(body="## III. Nhiệm vụ trọng tâm\n\n1. Tuyên truyền.")

    assert ["I. NHIỆM VỤ TRỌNG TÂM"] == texts(report, Role.PART)
    assert [] == texts(report, Role.SECTION)


def test_the_schedule_is_the_annex() -> None:
    """One row a task; a plan without tasks has none."""
    (annex,) = compose().annexes
    (table,) = annex.blocks

    assert (
        "(Kèm theo Kế hoạch số 08/KH-THCSHM ngày 06 tháng 02 năm 2020 của Trường THCS Hoa Mai)"
        == (annex.reference)
    )
    assert isinstance(table, ReportTable)
    assert [
        "1",
        "NV1. Nhiệm vụ NV1",
        "tháng 12/2020",
        "Liên đội",
        "Ít nhất 02 lần tuyên truyền",
    ] == ["".join(span.text for span in cell) for cell in table.rows[0]]
    assert () == compose(tasks=()).annexes


def test_a_plan_without_recipients_goes_to_the_usual_ones() -> None:
    """The body of the day, the staff, the website; the file last."""
    assert (
        "Phòng Giáo dục và Đào tạo huyện Hương Lúa (b/c)",
        "Cán bộ, giáo viên, nhân viên (t/h)",
        "Đăng website trường",
        "Lưu: VT",
    ) == compose().recipients


def test_a_plan_closes_once() -> None:
    """Also where its text closed already."""
    own = "Trên đây là Kế hoạch của trường, yêu cầu các tổ thực hiện nghiêm túc."

    assert (
        f"{own[:-1]}./."
        == texts(compose(body=f"## Mục đích\n\nMột.\n\n## Tổ chức thực hiện\n\n{own}"))[-1]
    )
    assert 1 == "".join(texts(compose(body="## Mục đích\n\nMột./."))).count("./.")
