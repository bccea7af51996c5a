"""Reports made by hand, for tests of the writer for Word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builder.model.report import (
    Annex,
    Block,
    DocumentKind,
    Letterhead,
    Paragraph,
    Report,
    ReportColumn,
    ReportTable,
    Role,
    Signature,
    Span,
)


def make_report(*extra: Block, annexes: tuple[Annex, ...] = ()) -> Report:
    """A school's report of 2023 with every role of text; `extra` stands before its close."""
    return Report(
        kind=DocumentKind.REPORT,
        title="Báo cáo hoạt động thông tin đối ngoại năm 2023",
        letterhead=Letterhead(
            authority="UBND HUYỆN HƯƠNG LÚA",
            school="TRƯỜNG THCS HOA MAI",
            number="05",
            symbol="BC-THCSHM",
            place="Sao Mai",
            day=date(2024, 1, 9),
        ),
        type_name="BÁO CÁO",
        subject="Kết quả hoạt động thông tin đối ngoại, hội nhập quốc tế năm 2023",
        addressees=("Phòng Giáo dục và Đào tạo huyện Hương Lúa",),
        blocks=(*_make_text(), *extra, make_paragraph(Role.TEXT, CLOSE)),
        recipients=("Như trên", "Đăng website trường", "Lưu: VT"),
        signature=Signature(office=("HIỆU TRƯỞNG",), name="Phạm Minh Sáng"),
        annexes=annexes,
        today=date(2024, 1, 9),
    )


def make_plan() -> Report:
    """A plan: a basis instead of addressees, a deputy who signs, several recipients."""
    report = make_report()
    basis = tuple(make_paragraph(Role.BASIS, words) for words in BASES)
    return replace(
        report,
        kind=DocumentKind.PLAN,
        type_name="KẾ HOẠCH",
        addressees=(),
        blocks=(*basis, *report.blocks),
        signature=Signature(office=("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), name="Trần Thị Lụa"),
    )


def make_annex(rows: int, label: str = "Phụ lục I") -> Annex:
    """A list of activities of so many rows."""
    return Annex(
        label=label,
        title="DANH MỤC HOẠT ĐỘNG",
        reference="(Kèm theo Báo cáo số 05/BC-THCSHM ngày 09/01/2024 của Trường THCS Hoa Mai)",
        blocks=(make_table(rows),),
    )


def make_table(rows: int) -> ReportTable:
    """A table of activities with their pupils, who are figures."""
    return ReportTable(
        columns=(
            ReportColumn("TT", 8, numeric=True),
            ReportColumn("Ngày", 17),
            ReportColumn("Tên hoạt động", 55),
            ReportColumn("Học sinh", 20, numeric=True),
        ),
        rows=tuple(
            (
                (Span(str(row + 1)),),
                (Span("09/02/2023"),),
                (Span(f"Tuyên truyền về biển, đảo quê hương lần {row + 1}"),),
                (Span(f"{640 + row}", figure=f"activities.{row}.participants.students"),),
            )
            for row in range(rows)
        ),
    )


def make_paragraph(role: Role, *spans: str | Span) -> Paragraph:
    """A paragraph of words and spans."""
    return Paragraph(role, tuple(Span(one) if isinstance(one, str) else one for one in spans))


CLOSE = "Trên đây là báo cáo kết quả hoạt động năm 2023 của Trường THCS Hoa Mai./."
BASES = (
    "Căn cứ Kế hoạch số 172/KH-PGDĐT ngày 24/02/2023 của Phòng Giáo dục và Đào tạo;",
    "Căn cứ tình hình thực tế của nhà trường.",
)


def _make_text() -> tuple[Block, ...]:
    """The text of a report, with the three figures of its results."""
    return (
        make_paragraph(
            Role.TEXT,
            "Thực hiện Công văn số 23/PGDĐT ngày 07/01/2023 của Phòng Giáo dục và Đào tạo huyện "
            "Hương Lúa về hoạt động thông tin đối ngoại, Trường THCS Hoa Mai báo cáo kết quả năm "
            "2023 như sau:",
        ),
        make_paragraph(Role.PART, "I. NỘI DUNG THỰC HIỆN"),
        make_paragraph(Role.SECTION, "1. Hoạt động truyền thông, tuyên truyền"),
        make_paragraph(Role.POINT, "a) Nội dung tuyên truyền"),
        make_paragraph(
            Role.DASH, "- Hình ảnh Việt Nam: ", Span("4", figure="by_theme.0"), " tin, bài;"
        ),
        make_paragraph(Role.PART, "II. KẾT QUẢ ĐẠT ĐƯỢC"),
        make_paragraph(
            Role.DASH,
            "- Số cán bộ, công chức, viên chức tham gia: ",
            Span("45", figure="totals.persons.staff.value"),
            ";",
        ),
        make_paragraph(
            Role.DASH,
            "- Số học sinh tham gia: ",
            Span("640", bold=True, figure="totals.persons.students.value"),
            ";",
        ),
        make_paragraph(
            Role.DASH,
            "- Số lần tuyên truyền: ",
            Span("2", figure="totals.communication_sessions"),
            ".",
        ),
        make_paragraph(Role.CAPTION, "Thực hiện kế hoạch"),
        make_table(3),
    )
