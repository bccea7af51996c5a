"""Documents made by hand, as writers get them."""

from __future__ import annotations

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

HEAD = Letterhead(
    authority="UBND HUYỆN HƯƠNG LÚA",
    school="TRƯỜNG THCS HOA MAI",
    number="5",
    symbol="BC-THCSHM",
    place="Sao Mai",
    day=date(2024, 1, 5),
)
CLOSING = "Trên đây là báo cáo kết quả hoạt động năm 2023 của Trường THCS Hoa Mai./."
BASES = (
    "Căn cứ Kế hoạch số 172/KH-PGDĐT ngày 24/02/2023 của Phòng Giáo dục và Đào tạo;",
    "Căn cứ tình hình thực tế của nhà trường.",
)
_COLUMNS = (
    ReportColumn("STT", 8, numeric=True),
    ReportColumn("Thời gian", 18),
    ReportColumn("Tên hoạt động", 54),
    ReportColumn("Số lượt", 20, numeric=True),
)


def paragraph(role: Role, *texts: str | Span) -> Paragraph:
    """A paragraph of plain texts and spans."""
    return Paragraph(role, tuple(Span(one) if isinstance(one, str) else one for one in texts))


def compose_table(*rows: tuple[str, ...]) -> ReportTable:
    """A table of activities in these words."""
    return ReportTable(_COLUMNS, tuple(tuple((Span(text),) for text in row) for row in rows))


def list_activities(rows: int) -> ReportTable:
    """A table of so many activities; their pupils are figures."""
    return ReportTable(
        _COLUMNS,
        tuple(
            (
                (Span(str(row + 1)),),
                (Span("09/02/2023"),),
                (Span(f"Tuyên truyền về biển, đảo quê hương lần {row + 1}"),),
                (Span(f"{640 + row}", figure=f"activities.{row}.participants.students"),),
            )
            for row in range(rows)
        ),
    )


BODY: tuple[Block, ...] = (
    paragraph(
        Role.TEXT,
        "Thực hiện Công văn số 23/PGDĐT ngày 07/01/2023 của Phòng Giáo dục và Đào tạo huyện Hương "
        "Lúa về hoạt động thông tin đối ngoại, Trường THCS Hoa Mai báo cáo kết quả năm 2023 như "
        "sau:",
    ),
    paragraph(Role.PART, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
    paragraph(Role.TEXT, "Nhà trường đã ban hành kế hoạch và phân công từng bộ phận thực hiện."),
    paragraph(Role.PART, "II. NỘI DUNG THỰC HIỆN"),
    paragraph(Role.SECTION, "1. Hoạt động truyền thông, tuyên truyền"),
    paragraph(Role.POINT, "a) Nội dung tuyên truyền"),
    paragraph(
        Role.DASH,
        "- Hội nhập quốc tế: ",
        Span("3", figure="by_theme.hoi-nhap-quoc-te.posts"),
        " tin, bài;",
    ),
    paragraph(Role.DASH, "- Hình ảnh đất nước, con người Việt Nam: 4 tin, bài."),
    paragraph(Role.PART, "III. KẾT QUẢ ĐẠT ĐƯỢC"),
    paragraph(
        Role.DASH,
        "- Số cán bộ, công chức, viên chức tham gia: ",
        Span("45", figure="totals.persons.staff.value"),
        ";",
    ),
    paragraph(
        Role.DASH,
        "- Số học sinh tham gia: ",
        Span("640", bold=True, figure="totals.persons.students.value"),
        ";",
    ),
    paragraph(
        Role.DASH,
        "- Số lần tuyên truyền: ",
        Span("2", figure="totals.communication_sessions"),
        ".",
    ),
    paragraph(Role.CAPTION, "Bảng 1. Kết quả thực hiện kế hoạch"),
    list_activities(3),
    paragraph(Role.TEXT, CLOSING),
)


def compose_document(*blocks: Block, **changes: object) -> Report:
    """A report of these blocks, or a whole one of all kinds of blocks."""
    facts: dict[str, object] = {
        "kind": DocumentKind.REPORT,
        "title": "Báo cáo kết quả hoạt động thông tin đối ngoại năm 2023",
        "letterhead": HEAD,
        "type_name": "BÁO CÁO",
        "subject": "Kết quả hoạt động thông tin đối ngoại, hội nhập quốc tế năm 2023",
        "addressees": ("Phòng Giáo dục và Đào tạo huyện Hương Lúa",),
        "blocks": blocks or BODY,
        "recipients": ("Như trên", "Đăng website trường", "Lưu: VT"),
        "signature": Signature(("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), "Phạm Minh Sáng"),
        "today": date(2024, 1, 5),
    }
    return Report(**(facts | changes))  # type: ignore[arg-type]  # tests name what they change


def compose_report(*extra: Block, annexes: tuple[Annex, ...] = ()) -> Report:
    """A whole report; `extra` stands before its close."""
    *text, close = BODY
    return compose_document(*text, *extra, close, annexes=annexes)


def compose_plan() -> Report:
    """A plan: a basis instead of addressees."""
    return compose_document(
        *(paragraph(Role.BASIS, words) for words in BASES),
        *BODY,
        kind=DocumentKind.PLAN,
        type_name="KẾ HOẠCH",
        addressees=(),
    )


def compose_annex(rows: int = 3, label: str = "Phụ lục I") -> Annex:
    """A list of activities behind the signature."""
    return Annex(
        label,
        "DANH MỤC HOẠT ĐỘNG",
        "(Kèm theo Báo cáo số 05/BC-THCSHM ngày 05 tháng 01 năm 2024 của Trường THCS Hoa Mai)",
        (list_activities(rows),),
    )
