"""The page and its letters, row by row of the layout of Decree 30/2020/NĐ-CP, Annex I."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from builder.model.report import Role
from builder.reports.docx import write_docx
from tests.reports.documents import BASES, CLOSING, compose_annex, compose_plan, compose_report
from tests.reports.docx.reading import find_paragraph, measure_letters, open_document

FONT = "Times New Roman"
REPORT = write_docx(
    compose_report(annexes=(compose_annex(2), compose_annex(1, "Phụ lục II"))), font=FONT
)
PLAN = write_docx(compose_plan(), font=FONT)


@pytest.fixture
def report() -> Document:
    """A report with two annexes."""
    return open_document(REPORT)


@pytest.fixture
def plan() -> Document:
    """A plan that a deputy signs."""
    return open_document(PLAN)


def test_paper_is_upright_a4(report: Document) -> None:
    """Every section, the annexes' too, is printed on A4, portrait."""
    assert {(210, 297, WD_ORIENT.PORTRAIT)} == {
        (round(one.page_width.mm), round(one.page_height.mm), one.orientation)
        for one in report.sections
    }


def test_margins_are_20_20_30_15(report: Document) -> None:
    """Top, bottom, left and right, in millimetres."""
    assert {(20, 20, 30, 15)} == {
        (
            round(one.top_margin.mm, 1),
            round(one.bottom_margin.mm, 1),
            round(one.left_margin.mm, 1),
            round(one.right_margin.mm, 1),
        )
        for one in report.sections
    }


def test_all_letters_are_of_one_font() -> None:
    """The font is named once, for every script, and no theme or run names another."""
    with zipfile.ZipFile(io.BytesIO(REPORT)) as archive:
        texts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
    fonts = [font for text in texts for font in re.findall(r"<w:rFonts ([^>]*)/>", text)]

    assert [
        " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    ] == (fonts)


def test_text_is_black_and_vietnamese(report: Document) -> None:
    """No style has a colour of its own; spelling is checked as Vietnamese."""
    xml = report.styles.element.xml

    assert {"000000"} == set(re.findall(r'<w:color w:val="(\w+)"', xml))
    assert ["vi-VN"] == re.findall(r'<w:lang w:val="([\w-]+)"', xml)


def test_page_number_stands_in_the_middle_of_the_top_margin(report: Document) -> None:
    """Size 13, upright, within the 20 mm above the text."""
    section = report.sections[0]
    (number,) = section.header.paragraphs

    assert " PAGE " in number._p.xml
    assert (WD_ALIGN_PARAGRAPH.CENTER, 13, False, False) == (
        number.style.paragraph_format.alignment,
        number.style.font.size.pt,
        number.style.font.bold,
        number.style.font.italic,
    )
    assert 10 == round(section.header_distance.mm)


def test_first_page_of_each_part_has_no_number(report: Document) -> None:
    """Numbers begin on page 2, and each annex has pages of its own from 1."""
    sections = report.sections

    assert 3 == len(sections)
    assert {(True, "1")} == {
        (
            one.different_first_page_header_footer,
            one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")),
        )
        for one in sections
    }
    assert {""} == {one.first_page_header.paragraphs[0].text for one in sections}


@pytest.mark.parametrize(
    ("beginning", "size", "bold", "italic"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
        ("UBND HUYỆN HƯƠNG LÚA", 12, False, False),
        ("TRƯỜNG THCS HOA MAI", 12, True, False),
        ("Số: 05/BC-THCSHM", 13, False, False),
        ("Sao Mai, ngày 05 tháng 01 năm 2024", 13, False, True),
        ("BÁO CÁO", 14, True, False),
        ("Kết quả hoạt động", 14, True, False),
        ("Kính gửi:", 14, False, False),
        ("Thực hiện Công văn", 14, False, False),
        ("II. NỘI DUNG", 14, True, False),
        ("1. Hoạt động", 14, True, False),
        ("a) Nội dung", 14, False, False),
        ("- Số lần tuyên truyền", 14, False, False),
        ("KT. HIỆU TRƯỞNG", 14, True, False),
        ("Phạm Minh Sáng", 14, True, False),
        ("Nơi nhận:", 12, True, True),
        ("- Như trên;", 11, False, False),
        ("- Lưu: VT.", 11, False, False),
        ("Phụ lục II", 14, True, False),
    ],
)
def test_letters_of_a_report(
    report: Document,
    beginning: str,
    size: int,
    bold: bool,  # noqa: FBT001
    italic: bool,  # noqa: FBT001
) -> None:
    """Size, weight and slant of each element."""
    assert (size, bold, italic) == measure_letters(report, beginning)


@pytest.mark.parametrize(
    ("beginning", "size", "bold", "italic"),
    [
        ("KẾ HOẠCH", 14, True, False),
        (BASES[0], 14, False, True),
        (BASES[1], 14, False, True),
        ("KT. HIỆU TRƯỞNG", 14, True, False),
        ("PHÓ HIỆU TRƯỞNG", 14, True, False),
    ],
)
def test_letters_of_a_plan(
    plan: Document,
    beginning: str,
    size: int,
    bold: bool,  # noqa: FBT001
    italic: bool,  # noqa: FBT001
) -> None:
    """Bases are slanted; both lines of a deputy's office are bold."""
    assert (size, bold, italic) == measure_letters(plan, beginning)


def test_annex_reference_is_slanted() -> None:
    """“(Kèm theo …)” under the annex's title."""
    document = open_document(write_docx(compose_report(annexes=(compose_annex(1),)), font=FONT))

    assert (14, True, False) == measure_letters(document, "DANH MỤC HOẠT ĐỘNG")
    assert (14, False, True) == measure_letters(document, "(Kèm theo Báo cáo số 05/BC-THCSHM")


@pytest.mark.parametrize("beginning", ["Thực hiện Công văn", "- Số lần tuyên truyền", CLOSING[:20]])
def test_text_is_justified_and_indented(report: Document, beginning: str) -> None:
    """First line 10 mm in, 6 pt between paragraphs, 1.15 lines."""
    layout = find_paragraph(report, beginning).style.paragraph_format

    assert (WD_ALIGN_PARAGRAPH.JUSTIFY, 10, 6, 1.15) == (
        layout.alignment,
        round(layout.first_line_indent.mm),
        layout.space_after.pt,
        layout.line_spacing,
    )


@pytest.mark.parametrize(
    "beginning",
    ["CỘNG HÒA", "UBND", "BÁO CÁO", "Kết quả", "Kính gửi:", "KT. HIỆU TRƯỞNG", "Phụ lục II"],
)
def test_frame_is_centred(report: Document, beginning: str) -> None:
    """What stands round the text is centred in its room."""
    paragraph = find_paragraph(report, beginning)

    assert WD_ALIGN_PARAGRAPH.CENTER == paragraph.style.paragraph_format.alignment


def test_headings_make_the_outline(report: Document) -> None:
    """Readers that jump from heading to heading find parts, sections and points."""
    assert ["Heading 1", "Heading 2", "Heading 3"] == [
        find_paragraph(report, beginning).style.name
        for beginning in ("II. NỘI DUNG", "1. Hoạt động", "a) Nội dung")
    ]


def test_headings_stay_with_what_they_head(report: Document) -> None:
    """No heading and no caption is the last line of a page."""
    beginnings = ("II. NỘI DUNG", "1. Hoạt động", "a) Nội dung", "Bảng 1. Kết quả", "Phụ lục II")

    assert {True} == {
        find_paragraph(report, one).style.paragraph_format.keep_with_next for one in beginnings
    }


def test_every_role_has_a_look_of_its_own() -> None:
    """Roles are told apart in the file, so that a school can change one of them alone."""
    plan = open_document(PLAN)
    styles = {one.style.name for one in plan.paragraphs}

    assert len(Role) == len(
        styles
        & {
            "Căn cứ",
            "Heading 1",
            "Heading 2",
            "Heading 3",
            "Body Text",
            "List Paragraph",
            "Caption",
        }
    )


def test_nothing_but_rules_and_ends_is_empty(report: Document) -> None:
    """Room is made by spacing, never by empty paragraphs."""
    empty = {one.style.name for one in report.paragraphs if not one.text}

    assert {"Đường kẻ", "Hết phần"} == empty


def test_several_addressees_stand_on_lines_of_their_own() -> None:
    """Below “Kính gửi:”, each with its dash and sign."""
    several = replace(compose_report(), addressees=("Sở Giáo dục và Đào tạo", "UBND xã Sao Mai"))
    texts = [one.text for one in open_document(write_docx(several, font=FONT)).paragraphs]
    place = texts.index("Kính gửi:")

    assert ["- Sở Giáo dục và Đào tạo;", "- UBND xã Sao Mai."] == texts[place + 1 : place + 3]


def test_a_plan_has_no_addressee(plan: Document) -> None:
    """A plan goes to its recipients alone."""
    assert "Kính gửi" not in "".join(one.text for one in plan.paragraphs)
