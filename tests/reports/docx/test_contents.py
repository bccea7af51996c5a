"""Words, figures and tables come out as they went in, whatever stands in them."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from builder.model.report import ReportTable, Role, Span
from builder.reports.docx import write_docx
from tests.reports.documents import (
    CLOSING,
    compose_annex,
    compose_report,
    list_activities,
    paragraph,
)
from tests.reports.docx.reading import (
    find_paragraph,
    list_paragraphs,
    open_document,
    read_figures,
)

FONT = "Times New Roman"


def test_figures_are_read_back_with_their_paths() -> None:
    """Each figure of the report stands in the file, in order, under its path."""
    report = compose_report(annexes=(compose_annex(2),))
    blocks = [*report.blocks, *report.annexes[0].blocks]
    cells = [
        row
        for block in blocks
        for row in ([(block.spans,)] if not isinstance(block, ReportTable) else [block.rows])
    ]
    spans = [span for rows in cells for row in rows for span in _flatten(row)]

    assert tuple((span.figure, span.text) for span in spans if span.figure) == read_figures(
        write_docx(report, font=FONT)
    )


def test_the_three_lines_of_a_report_stand_word_for_word() -> None:
    """What the office that receives reports looks for."""
    texts = [one.text for one in open_document(write_docx(compose_report(), font=FONT)).paragraphs]

    assert [
        "- Số cán bộ, công chức, viên chức tham gia: 45;",
        "- Số học sinh tham gia: 640;",
        "- Số lần tuyên truyền: 2.",
    ] == [text for text in texts if text.startswith("- Số ")]


def test_the_text_is_closed_once() -> None:
    """“./.” is written as composed, never a second time."""
    document = open_document(write_docx(compose_report(), font=FONT))

    assert 1 == "".join(one.text for one in list_paragraphs(document)).count("./.")
    assert CLOSING == find_paragraph(document, CLOSING).text


@pytest.mark.parametrize(
    "title",
    [
        "Lớp <b>5A</b> & lớp \"5B\" 'giao lưu'",
        "=1+1",
        "🎉 Ngày hội",
        "Ngày hội " * 34,
        "\u200fمدرسة\u200e và \u202eabc\u202c",
        "{{ totals.activities }} {% x %}",
        "<?outreach body?>",
        "]]>",
        "hai\nhàng\tvà cột",
    ],
)
def test_any_title_stays_as_it_is(title: str) -> None:
    """Signs of markup, formulas, emoji, long lines and marks of direction are letters like any."""
    data = write_docx(compose_report(paragraph(Role.DASH, title)), font=FONT)

    assert title in [one.text for one in open_document(data).paragraphs]


@given(st.text(max_size=40))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    """What XML cannot hold is left out; all else is kept."""
    data = write_docx(compose_report(paragraph(Role.DASH, "đầu", text, "cuối")), font=FONT)
    (shown,) = (one.text for one in open_document(data).paragraphs if one.text.startswith("đầu"))

    assert shown.endswith("cuối")


def test_bold_and_slanted_words_stay_so() -> None:
    """A span's own weight and slant stand above its paragraph's."""
    spans = (Span("đậm", bold=True), Span("nghiêng", italic=True), Span("thường"))
    data = write_docx(compose_report(paragraph(Role.TEXT, *spans)), font=FONT)
    runs = find_paragraph(open_document(data), "đậm").runs

    assert [("đậm", True, None), ("nghiêng", None, True), ("thường", None, None)] == [
        (run.text, run.bold, run.italic) for run in runs
    ]


def test_a_line_above_an_address_is_not_stretched() -> None:
    """What cannot be broken goes to the next line; the words before it stay together."""
    address = "tại địa chỉ https://thcshoamai.example/doi-ngoai/;"
    data = write_docx(compose_report(paragraph(Role.DASH, address)), font=FONT)
    document = open_document(data)

    assert [WD_ALIGN_PARAGRAPH.LEFT, None] == [
        find_paragraph(document, one).paragraph_format.alignment for one in (address, CLOSING)
    ]


def test_heading_of_a_table_stands_again_on_each_page() -> None:
    """Its first row is marked as a heading, and no row is cut by a page."""
    data = write_docx(compose_report(annexes=(compose_annex(9),)), font=FONT)
    table = open_document(data).tables[-1]
    rows = [row._tr.trPr for row in table.rows]

    assert [True, *[False] * 9] == [row.find(qn("w:tblHeader")) is not None for row in rows]
    assert {True} == {row.find(qn("w:cantSplit")) is not None for row in rows}


def test_a_table_is_as_wide_as_the_text() -> None:
    """Shares of 165 mm, said twice: for Word in the cells, for LibreOffice in the grid."""
    table = open_document(write_docx(compose_report(), font=FONT)).tables[1]
    widths = [round(165 * share / 100) for share in (8, 18, 54, 20)]

    assert widths == [round(column.width.mm) for column in table.columns]
    assert widths == [round(cell.width.mm) for cell in table.rows[1].cells]
    assert 165 == round(sum(column.width.mm for column in table.columns), 1)


def test_numbers_stand_right() -> None:
    """Cells of a numeric column, not its heading."""
    table = open_document(write_docx(compose_report(), font=FONT)).tables[1]

    assert ["Đầu cột", "Đầu cột", "Ô số", "Ô chữ"] == [
        table.rows[row].cells[column].paragraphs[0].style.name
        for row, column in ((0, 0), (0, 2), (1, 0), (1, 2))
    ]


def test_a_table_is_called_by_its_caption() -> None:
    """Readers of the screen hear the words above it."""
    table = open_document(write_docx(compose_report(), font=FONT)).tables[1]
    caption = table._tbl.tblPr.find(qn("w:tblCaption"))

    assert "Bảng 1. Kết quả thực hiện kế hoạch" == caption.get(qn("w:val"))


def test_two_tables_never_become_one() -> None:
    """Word joins tables that meet."""
    data = write_docx(compose_report(list_activities(1), list_activities(2)), font=FONT)
    tables = open_document(data).tables

    assert [2, 4, 2, 3, 1] == [len(table.rows) for table in tables]
    assert {qn("w:p")} == {one._tbl.getnext().tag for one in tables[1:4]}


def test_only_templates_need_the_libraries_for_word() -> None:
    """A build that writes reports waits for neither."""
    loaded = "import sys, builder.reports.docx; print({'docx', 'lxml'} & sys.modules.keys())"
    told = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )

    assert "set()" == told.stdout.strip()


def test_same_report_gives_same_bytes() -> None:
    """Nothing in the file tells when or where it was made."""
    report = compose_report(annexes=(compose_annex(3),))

    assert write_docx(report, font=FONT) == write_docx(report, font=FONT)


def test_long_and_strange_names_fit_into_the_properties() -> None:
    """Word takes 255 letters and no control signs there; the text has them all."""
    long = replace(compose_report(), title="Báo cáo\x01 " * 50, subject="Kết quả " * 50)
    properties = open_document(write_docx(long, font=FONT)).core_properties

    assert (255, 255) == (len(properties.title), len(properties.subject))


def test_no_part_of_another_program_is_left() -> None:
    """No picture, no template and no fonts of the program whose empty document we start from."""
    with zipfile.ZipFile(io.BytesIO(write_docx(compose_report(), font=FONT))) as archive:
        names = set(archive.namelist())

    assert {
        "[Content_Types].xml",
        "_rels/.rels",
        "customXml/item1.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/header1.xml",
        "word/settings.xml",
        "word/styles.xml",
    } == names


def test_properties_tell_title_author_and_day() -> None:
    """What a list of files and a reader of the screen show."""
    properties = open_document(write_docx(compose_report(), font=FONT)).core_properties

    assert (
        "Báo cáo kết quả hoạt động thông tin đối ngoại năm 2023",
        "TRƯỜNG THCS HOA MAI",
        "vi-VN",
        "2024-01-05",
    ) == (
        properties.title,
        properties.author,
        properties.language,
        properties.created.date().isoformat() if properties.created else None,
    )


def _flatten(row: tuple) -> list[Span]:
    """Spans of a row of cells, or of a paragraph's only cell."""
    return [span for cell in row for span in (cell if isinstance(cell, tuple) else (cell,))]
