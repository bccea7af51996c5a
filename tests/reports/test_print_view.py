"""A document as its page is printed: the words of its md form, and nothing that runs."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.report import Paragraph, Report, ReportTable, Role, Span
from builder.reports.composing import write_markdown
from builder.reports.print_view import write_print_view
from tests.reports.documents import (
    CLOSING,
    HEAD,
    compose_annex,
    compose_document,
    compose_table,
    paragraph,
)

CLOSED = paragraph(Role.TEXT, CLOSING)


def view(report: Report) -> str:
    """HTML of a document."""
    return write_print_view(write_markdown(report))


def read_words(text: str) -> str:
    """Letters of some HTML without its tags and blanks."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", text)))


def render(report: Report) -> str:
    """The md form as any other program shows it."""
    return markdown.markdown(write_markdown(report), extensions=["tables", "sane_lists"])


def test_it_says_what_the_md_form_says() -> None:
    """Word for word, in the same order, annexes included."""
    report = compose_document(annexes=(compose_annex(2), compose_annex(1)))

    assert read_words(render(report)) == read_words(view(report))


@pytest.mark.parametrize(
    "title",
    [
        '<script>alert(1)</script> & "5B" &lt; &amp;lt;',
        "a*b*c **d** ***e*** _f_ `g` [h](i) # k",
        "a | b \\| c \\",
        "x" * 300,
        "🎉 “hội” \u202eabc",
        "- một",
        "1. một",
        "***Nơi nhận:***",
    ],
)
def test_a_title_is_printed_as_it_stands(title: str) -> None:
    """In a paragraph, a dash and a cell; nothing of it becomes a tag."""
    table = compose_table(("1", "12/02/2023", title, "5"))
    dash = paragraph(Role.DASH, f"- {title};")
    written = view(compose_document(paragraph(Role.TEXT, title), dash, table, CLOSED))

    assert 3 == read_words(written).count(re.sub(r"\s+", "", title))
    assert not re.search(
        r"<(?!/?(div|p|h[234]|ul|li|table|t[hrd]|thead|tbody|br|strong|em|span)\b)", written
    )


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_any_words_are_kept(words: list[str]) -> None:
    """Whatever stands in a dash, its letters are printed."""
    told = " ".join(["đầu", *words, "cuối"])
    written = view(compose_document(paragraph(Role.DASH, f"- {told}"), CLOSED))
    (item,) = re.findall(r"<li[^>]*>(đầu.*?cuối)</li>", written, re.DOTALL)

    assert re.sub(r"\s+", "", told) == read_words(item)


def test_weight_and_slant_stay() -> None:
    """Each where its signs stood, closed in order, beside words of another kind too."""
    spans = (
        Span("đậm", bold=True),
        Span("cả hai", bold=True, italic=True),
        Span(" nghiêng", italic=True),
        Span(" thường"),
    )
    written = view(compose_document(Paragraph(Role.TEXT, spans), CLOSED))

    assert (
        "<p><strong>đậm</strong><em><strong>cả hai</strong></em> <em>nghiêng</em> thường</p>"
        in written
    )


def test_heading_and_number_stand_in_two_columns() -> None:
    """Who issues and the number, the nation and the day: each a box of its own."""
    written = view(compose_document())
    boxes = dict(re.findall(r'<p class="so-paper__(\w+)">(.*?)</p>', written))

    assert {
        "issuer": "UBND HUYỆN HƯƠNG LÚA<br><strong>TRƯỜNG THCS HOA MAI</strong>",
        "nation": "<strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong><br>"
        "<strong>Độc lập - Tự do - Hạnh phúc</strong>",
        "number": "Số: 05/BC-THCSHM",
        "day": "<em>Sao Mai, ngày 05 tháng 01 năm 2024</em>",
        "to": "Kính gửi: Phòng Giáo dục và Đào tạo huyện Hương Lúa.",
        "caption": "<strong>Bảng 1. Kết quả thực hiện kế hoạch</strong>",
    } == {name: boxes[name] for name in boxes if name != "office"}


def test_the_name_stands_apart_from_the_office() -> None:
    """There is room to sign and stamp."""
    written = view(compose_document())

    assert (
        '<p class="so-paper__office"><strong>KT. HIỆU TRƯỞNG</strong><br>'
        "<strong>PHÓ HIỆU TRƯỞNG</strong><span><strong>Phạm Minh Sáng</strong></span></p>"
    ) in written


@pytest.mark.parametrize("rows", [1, 3])
def test_each_annex_begins_a_sheet(rows: int) -> None:
    """Label and title are one heading; its table has a heading that every sheet repeats."""
    written = view(compose_document(annexes=(compose_annex(rows), compose_annex(rows))))
    annexes = written.split('<div class="so-paper__annex">')[1:]

    assert ["<h3>Phụ lục I<br><strong>DANH MỤC HOẠT ĐỘNG</strong></h3>"] * 2 == [
        one.partition("<p>")[0] for one in annexes
    ]
    assert [rows + 1] * 2 == [one.count("<tr>") for one in annexes]
    assert [1] * 2 == [one.count("<thead>") for one in annexes]


def test_a_document_without_a_body_above_and_with_several_addressees() -> None:
    """Each addressee on its line; the school alone at the left."""
    report = compose_document(
        letterhead=replace(HEAD, authority=None), addressees=("Sở Giáo dục", "Ủy ban xã")
    )
    written = view(report)

    assert '<p class="so-paper__issuer"><strong>TRƯỜNG' in written
    assert '<p class="so-paper__to">Kính gửi:<br>- Sở Giáo dục;<br>- Ủy ban xã.</p>' in written


def test_a_line_above_an_address_is_not_stretched() -> None:
    """What cannot be broken would leave wide gaps above it."""
    dash = paragraph(Role.DASH, "- tại địa chỉ https://thcshoamai.example/doi-ngoai/;")
    written = view(compose_document(dash, CLOSED))

    assert '<li class="so-paper__loose">tại địa chỉ https://' in written


def test_a_heading_above_a_table_is_no_caption() -> None:
    """Nor is a bold paragraph that stands above no table."""
    blocks = (paragraph(Role.PART, "I. PHẦN"), compose_table(("1", "a", "b", "2")))
    bold = Paragraph(Role.TEXT, (Span("Nhấn mạnh", bold=True),))
    written = view(compose_document(*blocks, bold, CLOSED))

    assert "so-paper__caption" not in written
    assert "<h3>I. PHẦN</h3><table>" in written


def test_signs_below_a_dash_are_set_apart() -> None:
    """“+ …” below “- …”, as in the other formats."""
    report = compose_document(
        paragraph(Role.DASH, "- một:"), paragraph(Role.DASH, "+ hai;"), CLOSED
    )

    assert '<ul><li>một:</li><li class="so-paper__below">hai;</li></ul>' in view(report)


def test_empty_cells_stay_in_their_columns() -> None:
    """A row has as many cells as its table has columns, whichever are empty."""
    report = compose_document(compose_table(("", "", "", ""), ("1", "", "x", "")), CLOSED)
    (table,) = [block for block in report.blocks if isinstance(block, ReportTable)]
    rows = view(report).partition("<tbody>")[2].split("<tr>")[1:]

    assert [len(table.columns)] * 2 == [row.count("<td") for row in rows]
