"""The heading, its rules, and the signature."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from builder.reports.docx import write_docx
from builder.reports.docx.widths import estimate_last_line
from tests.reports.documents import CLOSING, HEAD, compose_document
from tests.reports.docx.reading import find_paragraph, open_document

FONT = "Times New Roman"
DATA = write_docx(compose_document(), font=FONT)


@pytest.fixture
def document() -> Document:
    """A report."""
    return open_document(DATA)


def test_heading_is_a_grid_of_65_and_100_millimetres(document: Document) -> None:
    """Both columns have fixed widths and no padding, so that Quốc hiệu has room for one line."""
    grid = document.tables[0]
    layout = grid._tbl.tblPr

    assert [65, 100] == [round(column.width.mm) for column in grid.columns]
    assert [65, 100] == [round(cell.width.mm) for cell in grid.rows[0].cells]
    assert "fixed" == layout.find(qn("w:tblLayout")).get(qn("w:type"))
    assert {"0"} == {side.get(qn("w:w")) for side in layout.find(qn("w:tblCellMar"))}


def test_number_and_date_are_on_one_line(document: Document) -> None:
    """The second row of the heading holds both."""
    assert ["Số: 05/BC-THCSHM", "Sao Mai, ngày 05 tháng 01 năm 2024"] == [
        cell.text for cell in document.tables[0].rows[1].cells
    ]


def test_an_unnumbered_draft_leaves_room() -> None:
    """Number and day are filled in by hand after signing."""
    bare = compose_document(letterhead=replace(HEAD, number=None, day=None))
    draft = open_document(write_docx(bare, font=FONT))
    number, day = (cell.text for cell in draft.tables[0].rows[1].cells)

    assert ("Số:", "/BC-THCSHM") == (number[:3], number.strip("Số: \u00a0"))
    assert set() == {sign for sign in number + day if sign.isdigit()}


def test_rules_are_borders(document: Document) -> None:
    """Under the school, the motto and the subject; no letters are used to draw."""
    rules = [one for one in _paragraphs(document) if one.style.name == "Đường kẻ"]

    assert 3 == len(rules)
    assert {"single"} == {_border(rule) for rule in rules}
    assert "_" not in "".join(one.text for one in _paragraphs(document))


def test_rule_under_the_motto_is_as_long_as_the_motto(document: Document) -> None:
    """56 mm: the width of its letters in bold, 13 pt."""
    nation = document.tables[0].rows[0].cells[1]

    assert 56 == round(_length(nation.paragraphs[-1], room_mm=100))


@pytest.mark.parametrize(
    ("school", "last_line_mm"),
    [
        ("TRƯỜNG THCS HOA MAI", 51.6),
        ("TRƯỜNG NUÔI DẠY TRẺ KHUYẾT TẬT TỈNH LONG AN", 62.4),
        ("TRƯỜNG TH SAO MAI", 47.5),
    ],
)
def test_rule_under_the_school_is_a_third_to_a_half_of_its_line(
    school: str, last_line_mm: float
) -> None:
    """Of the name's last line, as long as it is in Times New Roman bold, 12 pt."""
    report = compose_document(letterhead=replace(HEAD, school=school))
    document = open_document(write_docx(report, font=FONT))
    rule = document.tables[0].rows[0].cells[0].paragraphs[-1]

    assert 1 / 3 <= _length(rule, room_mm=65) / last_line_mm <= 1 / 2


def test_rule_under_the_subject_is_a_third_to_a_half_of_the_text(document: Document) -> None:
    """Right below the subject, in the middle of the page."""
    texts = document.paragraphs
    subject = next(place for place, one in enumerate(texts) if one.style.name == "Subtitle")

    assert 1 / 3 <= _length(texts[subject + 1], room_mm=165) / 165 <= 1 / 2


def test_a_school_below_nobody_stands_on_the_first_line() -> None:
    """Where there is no body above the school, nothing takes its place."""
    report = compose_document(letterhead=replace(HEAD, authority=None))
    document = open_document(write_docx(report, font=FONT))
    issuer = document.tables[0].rows[0].cells[0]

    assert "TRƯỜNG THCS HOA MAI" == issuer.paragraphs[0].text


def test_recipients_are_level_with_the_office(document: Document) -> None:
    """One row: recipients left, office and name right."""
    recipients, signer = document.tables[-1].rows[0].cells

    assert ["Nơi nhận:", "- Như trên;", "- Đăng website trường;", "- Lưu: VT."] == [
        one.text for one in recipients.paragraphs
    ]
    assert ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Phạm Minh Sáng"] == [
        one.text for one in signer.paragraphs
    ]


def test_there_is_room_to_sign_and_stamp(document: Document) -> None:
    """At least 20 mm between office and name, as spacing of the name."""
    name = find_paragraph(document, "Phạm Minh Sáng")

    assert 20 <= name.style.paragraph_format.space_before.mm


def test_signature_is_never_alone_on_a_page(document: Document) -> None:
    """Its row is not cut, and the last lines of the text go with it."""
    row = document.tables[-1].rows[0]._tr
    close = find_paragraph(document, CLOSING)

    assert row.trPr.find(qn("w:cantSplit")) is not None
    assert close.paragraph_format.keep_with_next
    assert document.tables[-1]._tbl is close._p.getnext()


def test_length_of_a_line_is_near_what_it_measures() -> None:
    """Names of schools, measured in Times New Roman bold, 12 pt."""
    measured = {"TRƯỜNG THCS HOA MAI": 51.6, "TRƯỜNG NUÔI DẠY TRẺ KHUYẾT TẬT": 79.8}

    assert [] == [
        name
        for name, length in measured.items()
        if abs(estimate_last_line(name, 12, 100) / length - 1) > 0.07
    ]


def _paragraphs(document: Document) -> list[Paragraph]:
    """All paragraphs, those of the heading too."""
    cells = [cell for table in document.tables for cell in _cells(table)]
    return [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]


def _cells(table: Table) -> list:
    """All cells of a table."""
    return [cell for row in table.rows for cell in row.cells]


def _border(rule: Paragraph) -> str:
    """Kind of the border at the top of a rule."""
    return rule._p.pPr.find(qn("w:pBdr")).find(qn("w:top")).get(qn("w:val"))


def _length(rule: Paragraph, *, room_mm: float) -> float:
    """Length of a rule in millimetres."""
    layout = rule.paragraph_format
    return room_mm - layout.left_indent.mm - layout.right_indent.mm
