"""The PDF, measured against each row of Decree 30/2020/NĐ-CP, Annex I (domain.md 4.1)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.report import ReportTable, Role, Signature
from builder.reports.fonts import find_serif
from builder.reports.pdf import write_pdf
from tests.reports.documents import (
    BODY,
    CLOSING,
    HEAD,
    compose_annex,
    compose_document,
    compose_table,
    paragraph,
)
from tests.reports.pdf.reading import (
    find_line,
    read_facts,
    read_lines,
    read_pages,
    read_rules,
    read_text,
)

FONTS = find_serif([])
"""The writer's own, so that pages are the same on every machine."""

WHOLE = write_pdf(compose_document(annexes=(compose_annex(90), compose_annex())), FONTS)
NEAR_MM = 0.6


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic"),
    [
        ("UBND HUYỆN HƯƠNG LÚA", 12, False, False),
        ("TRƯỜNG THCS", 12, True, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
        ("Số: 05/BC-THCSHM", 13, False, False),
        ("Sao Mai, ngày 05 tháng 01 năm 2024", 13, False, True),
        ("BÁO CÁO", 14, True, False),
        ("Kết quả hoạt động thông tin đối ngoại", 14, True, False),
        ("Kính gửi: Phòng Giáo dục", 14, False, False),
        ("Thực hiện Công văn", 14, False, False),
        ("I. CÔNG TÁC CHỈ ĐẠO", 14, True, False),
        ("1. Hoạt động truyền thông", 14, True, False),
        ("a) Nội dung tuyên truyền", 14, False, False),
        ("- Hình ảnh đất nước", 14, False, False),
        ("640", 14, True, False),
        ("Bảng 1.", 14, True, False),
        ("Nơi nhận:", 12, True, True),
        ("- Đăng website trường;", 11, False, False),
        ("PHÓ HIỆU TRƯỞNG", 14, True, False),
        ("Phạm Minh Sáng", 14, True, False),
        ("Phụ lục I", 14, True, False),
        ("DANH MỤC HOẠT ĐỘNG", 14, True, False),
        ("(Kèm theo Báo cáo số 05", 14, False, True),
    ],
)
def test_every_part_has_its_size_and_look(
    text: str, size: float, *, bold: bool, italic: bool
) -> None:
    """Sizes, bold and italics of the Decree's table."""
    line = find_line(WHOLE, text)

    assert (size, bold, italic) == (line.size, line.bold, line.italic)


def test_grounds_are_italic() -> None:
    """“Căn cứ …” of a plan."""
    made = write_pdf(compose_document(paragraph(Role.BASIS, "Căn cứ Luật Giáo dục;")), FONTS)
    line = find_line(made, "Căn cứ")

    assert (14, False, True) == (line.size, line.bold, line.italic)


def test_paper_and_margins() -> None:
    """A4; left 30 mm, right 15 mm, top and bottom 20 mm but for the page's number."""
    lines = [line for line in read_lines(WHOLE) if not line.text.isdecimal()]

    assert (210, 297) == read_facts(WHOLE)["size"]
    assert min(line.left for line in lines) == pytest.approx(30, abs=NEAR_MM)
    assert max(line.right for line in lines) <= 195 + NEAR_MM
    assert all(20 < line.base < 277 for line in lines)


def test_both_columns_of_the_heading_stand_side_by_side() -> None:
    """The nation's name in one line on the right; number and day at one height below."""
    nation, motto = find_line(WHOLE, "CỘNG HÒA"), find_line(WHOLE, "Độc lập")
    authority, number = find_line(WHOLE, "UBND"), find_line(WHOLE, "Số: 05")
    day = find_line(WHOLE, "Sao Mai, ngày")

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" == nation.text
    assert authority.base == pytest.approx(nation.base, abs=NEAR_MM)
    assert number.base == pytest.approx(day.base, abs=NEAR_MM)
    assert authority.right < 95 <= min(nation.left, motto.left, day.left)


def test_rules_stand_under_school_motto_and_subject() -> None:
    """As long as the motto; a third to a half of the school's and the subject's line."""
    school, motto, subject = read_rules(WHOLE)[:3]
    name, words = find_line(WHOLE, "TRƯỜNG THCS"), find_line(WHOLE, "Độc lập")
    line = find_line(WHOLE, "Kết quả hoạt động")

    assert (words.left, words.right) == pytest.approx(motto[:2], abs=NEAR_MM)
    assert 1 / 3 <= (school[1] - school[0]) / (name.right - name.left) <= 1 / 2
    assert 1 / 3 <= (subject[1] - subject[0]) / (line.right - line.left) <= 1 / 2
    assert motto[2] > words.base
    assert subject[2] > line.base


def test_pages_are_numbered_from_the_second_in_the_top_margin() -> None:
    """Upright, size 13, in the middle; each annex is numbered for itself."""
    numbers = [line for line in read_lines(WHOLE) if line.base < 20]

    assert [(2, "2"), (4, "2"), (5, "3")] == [(line.page, line.text) for line in numbers]
    assert (13, False) == (numbers[0].size, numbers[0].italic)
    assert (numbers[0].left + numbers[0].right) / 2 == pytest.approx(30 + 165 / 2, abs=NEAR_MM)


def test_recipients_stand_beside_the_office() -> None:
    """“Nơi nhận” on the left, level with the signer's office."""
    recipients, office = find_line(WHOLE, "Nơi nhận"), find_line(WHOLE, "KT. HIỆU")

    assert recipients.base == pytest.approx(office.base, abs=1)
    assert recipients.left == pytest.approx(30, abs=NEAR_MM)
    assert office.left > 110


def test_what_a_recipient_gets_it_for_is_not_torn() -> None:
    """“(b/c)” stands whole in the line that it goes over to."""
    long = "Phòng Giáo dục và Đào tạo huyện Hương Lúa" + "x" * 4
    items = tuple(f"{long}{'x' * more} (b/c)" for more in range(8))
    lines = read_lines(write_pdf(compose_document(recipients=items), FONTS))

    assert 8 == sum("(b/c)" in line.text for line in lines)


@pytest.mark.parametrize("paragraphs", range(1, 30))
def test_the_signature_is_never_alone_on_a_page(paragraphs: int) -> None:
    """The last words go over with it, and it is never torn apart."""
    long = [paragraph(Role.TEXT, f"Đoạn {one}. " + "chữ " * 40) for one in range(paragraphs)]
    made = write_pdf(compose_document(*long, paragraph(Role.TEXT, CLOSING)), FONTS)
    last = read_pages(made)[-1]

    assert all(text in last for text in ("./.", "Nơi nhận:", "KT. HIỆU TRƯỞNG", "Phạm Minh Sáng"))


def test_a_document_that_ends_with_a_table_is_signed_too() -> None:
    """Nothing is lost where no paragraph closes the text."""
    made = write_pdf(compose_document(compose_table(("1", "a", "b", "2"))), FONTS)

    assert "Phạm Minh Sáng" in read_text(made)


def test_the_text_is_closed_once() -> None:
    """“./.” is the composer's; the writer adds none."""
    assert 1 == read_text(WHOLE).count("./.")


def test_headings_of_a_table_stand_on_each_of_its_pages() -> None:
    """The first annex goes over three pages."""
    pages = read_pages(WHOLE)

    assert [1, 1, 1] == [page.count("Tên hoạt động") for page in pages[2:5]]


def test_numbers_stand_right_and_words_left() -> None:
    """Columns of a table end and begin in one line."""
    rows = [("1", "a", "b", "2"), ("10", "aa", "bb", "1.234")]
    made = write_pdf(compose_document(compose_table(*rows), paragraph(Role.TEXT, CLOSING)), FONTS)
    found = {line.text: line for line in read_lines(made)}

    assert found["2"].right == pytest.approx(found["1.234"].right, abs=NEAR_MM)
    assert found["b"].left == pytest.approx(found["bb"].left, abs=NEAR_MM)


def test_a_draft_leaves_room_for_number_and_day() -> None:
    """It is signed on paper, and numbered after that."""
    draft = compose_document(letterhead=replace(HEAD, number=None, day=None), today=None)
    text = read_text(write_pdf(draft, FONTS))

    assert "Số: /BC-THCSHM" in text
    assert "Sao Mai, ngày …… tháng …… năm ………" in text


def test_several_addressees_are_listed() -> None:
    """Each on its line, the dashes under each other."""
    made = write_pdf(compose_document(addressees=("Phòng A", "Phòng B")), FONTS)
    first, second = find_line(made, "- Phòng A;"), find_line(made, "- Phòng B.")

    assert first.left == pytest.approx(second.left, abs=NEAR_MM)
    assert first.base < second.base


def test_what_is_not_there_leaves_no_trace() -> None:
    """No authority, no addressee, no recipients, no name: a plan of a school on its own."""
    bare = compose_document(
        letterhead=replace(HEAD, authority=None),
        addressees=(),
        recipients=(),
        signature=Signature(("HIỆU TRƯỞNG",), ""),
    )
    text = read_text(write_pdf(bare, FONTS))

    assert [] == [word for word in ("UBND", "Kính gửi", "Nơi nhận", "None") if word in text]


def test_every_word_of_the_document_is_printed() -> None:
    """Paragraph by paragraph and cell by cell, figures included."""
    text = read_text(WHOLE)
    tables = [block for block in BODY if isinstance(block, ReportTable)]
    words = [block.text for block in BODY if not isinstance(block, ReportTable)]
    words += [span.text for table in tables for row in table.rows for cell in row for span in cell]

    assert [] == [one for one in words if one not in text]


def test_a_row_longer_than_a_page_loses_nothing() -> None:
    """It is broken between pages; shorter rows go over whole."""
    long = " ".join(f"từ{one}" for one in range(1500))
    table = compose_table(("1", "a", long, "2"))
    made = write_pdf(compose_document(table, paragraph(Role.TEXT, CLOSING)), FONTS)

    assert {f"từ{one}" for one in range(1500)} <= set(read_text(made).split())
