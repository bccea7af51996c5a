"""The PDF as a file: standards, letters, and whatever a teacher may have typed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from builder.model.report import Role, Span
from builder.reports.font_folders import list_font_folders
from builder.reports.fonts import Fonts, find_serif, list_letters
from builder.reports.pdf import find_unshown, write_pdf, writer
from tests.reports.documents import CLOSING, HEAD, compose_document, compose_table, paragraph
from tests.reports.pdf.reading import read_facts, read_glyphs, read_lines, read_text

BUILT_IN = find_serif([])
OF_THE_MACHINE = find_serif(list_font_folders())
CLOSED = paragraph(Role.TEXT, CLOSING)
PRIVATE = "\uf0b7"
"""What a bullet of an old Word text becomes when it is copied; no font may draw it."""


def test_the_same_document_gives_the_same_bytes() -> None:
    """Nothing of the clock or of chance stands in the file."""
    assert write_pdf(compose_document(), BUILT_IN) == write_pdf(compose_document(), BUILT_IN)


def test_a_document_made_after_another_is_the_same() -> None:
    """What the typesetter remembers of one, title and cells, leaves no trace in the next."""
    first = write_pdf(compose_document(), BUILT_IN)
    cells = ("1", "12/02/2023", "Buổi “Em yêu biển đảo” & ngày hội đọc sách", "663")
    other = compose_document(compose_table(("0", *cells[1:]), cells), CLOSED, title="Báo cáo khác")
    write_pdf(other, BUILT_IN)

    assert first == write_pdf(compose_document(), BUILT_IN)
    assert "Báo cáo khác" not in str(read_facts(first)["meta"])


def test_it_is_made_for_archives_and_for_screen_readers() -> None:
    """PDF/A-2a and PDF/UA-1, tagged, in Vietnamese, under its title."""
    facts = read_facts(write_pdf(compose_document(), BUILT_IN))
    standards, catalog = str(facts["standards"]), str(facts["catalog"])

    assert "<pdfaid:part>2</pdfaid:part>" in standards
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in standards
    assert "<pdfuaid:part>1</pdfuaid:part>" in standards
    assert "/StructTreeRoot" in catalog
    assert "/Marked true" in catalog
    assert "/Lang(vi-VN)" in catalog
    assert "/DisplayDocTitle true" in catalog


def test_its_properties_are_those_of_the_document() -> None:
    """Title, school and day; a draft has the day of its making."""
    issued = read_facts(write_pdf(compose_document(), BUILT_IN))["meta"]
    bare = compose_document(letterhead=replace(HEAD, day=None), today=date(2024, 3, 9))
    draft = read_facts(write_pdf(bare, BUILT_IN))["meta"]

    assert isinstance(issued, dict)
    assert isinstance(draft, dict)
    assert "Báo cáo kết quả hoạt động thông tin đối ngoại năm 2023" == issued["title"]
    assert "TRƯỜNG THCS HOA MAI" == issued["author"]
    assert ("D:20240105000000Z", "D:20240309000000Z") == (
        issued["creationDate"],
        draft["creationDate"],
    )


def test_headings_make_the_outline() -> None:
    """By it a reader of a long report finds its parts."""
    outline = read_facts(write_pdf(compose_document(), BUILT_IN))["outline"]

    assert [
        (1, "BÁO CÁO Kết quả hoạt động thông tin đối ngoại, hội nhập quốc tế năm 2023"),
        (2, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
        (2, "II. NỘI DUNG THỰC HIỆN"),
        (3, "1. Hoạt động truyền thông, tuyên truyền"),
        (4, "a) Nội dung tuyên truyền"),
        (2, "III. KẾT QUẢ ĐẠT ĐƯỢC"),
    ] == outline


def test_no_level_of_headings_is_skipped() -> None:
    """A point without a section above it stands one level below what is above."""
    blocks = [paragraph(Role.POINT, "a) Một"), paragraph(Role.PART, "I. HAI")]
    blocks += [paragraph(Role.POINT, "a) Ba"), CLOSED]
    outline = read_facts(write_pdf(compose_document(*blocks), BUILT_IN))["outline"]

    assert isinstance(outline, list)
    assert [(2, "a) Một"), (2, "I. HAI"), (3, "a) Ba")] == outline[1:]


@pytest.mark.parametrize("fonts", [BUILT_IN, OF_THE_MACHINE], ids=["built-in", "machine"])
@pytest.mark.parametrize("bold", [False, True], ids=["", "bold"])
@pytest.mark.parametrize("italic", [False, True], ids=["", "italic"])
def test_every_vietnamese_letter_is_drawn(fonts: Fonts, *, bold: bool, italic: bool) -> None:
    """In every style each is looked up among the drawings that the file carries.

    None is the empty box, and what is copied from the page is what was written.
    """
    letters = sorted(list_letters() - {" ", "\u00a0"})
    text = Span("".join(letters), bold=bold, italic=italic)
    made = write_pdf(compose_document(paragraph(Role.TEXT, text), CLOSED), fonts)
    drawn = {letter for _, letter in read_glyphs(made)}

    assert set() == set(letters) - drawn
    assert not any(0 in numbers for numbers in read_glyphs(made).values())
    assert text.text in read_text(made).replace(" ", "")


def test_no_letter_comes_from_a_font_that_nobody_chose() -> None:
    """A document is set in one family, but for bold italics of the writer's own."""
    own = write_pdf(compose_document(), BUILT_IN)
    machine = write_pdf(compose_document(), OF_THE_MACHINE)

    assert {"LibertinusSerif", "NewCM10"} == _list_families(own)
    if OF_THE_MACHINE.folder is not None:
        assert {OF_THE_MACHINE.family.replace(" ", "")} == _list_families(machine)


def _list_families(data: bytes) -> set[str]:
    """Families of the fonts in use, without their styles: `TimesNewRoman` of `…PS-BoldMT`."""
    return {re.sub(r"(PS)?(MT)?(-.*)?$", "", font) for font, _ in read_glyphs(data)}


@pytest.mark.parametrize(
    "title",
    [
        '=SUM(A1) +1 @x "“quoted”" <b>&amp;</b> \\ #let $x$ *a* _b_ `c` // d /* e */ [f] ~ @g',
        "’" * 40,
        "x" * 300,
        "một " * 75,
    ],
)
def test_a_title_is_printed_as_it_stands(title: str) -> None:
    """Nothing in it is taken for an instruction, and nothing leaves the page or its cell."""
    table = compose_table(("1", "12/02/2023", title, "5"))
    made = write_pdf(compose_document(paragraph(Role.TEXT, title), table, CLOSED), BUILT_IN)
    text = read_text(made).replace(" ", "")

    assert 2 == text.count(title.replace(" ", ""))
    assert 195.6 > max(line.right for line in read_lines(made))


def test_direction_marks_turn_nothing_round() -> None:
    """What stands behind them is printed as it was typed."""
    made = write_pdf(
        compose_document(paragraph(Role.TEXT, "Giao lưu \u202eabc\u200f 2023"), CLOSED), BUILT_IN
    )

    assert "Giao lưu abc 2023" in read_text(made)


@pytest.mark.parametrize("fonts", [BUILT_IN, OF_THE_MACHINE], ids=["built-in", "machine"])
@pytest.mark.parametrize(
    "odd",
    ["😀", "緑ヶ丘", "سلام", "❤\ufe0f", "👨\u200d👩", "\x07", PRIVATE, "ế\u0348\u1ac9", "\u0f71"],
)
def test_signs_that_the_font_lacks_break_nothing(odd: str, fonts: Fonts) -> None:
    """They come from another font or go; the words round them stay, and no box is drawn."""
    words = f"Trước {odd} sau {odd}liền{odd}"
    made = write_pdf(
        compose_document(paragraph(Role.TEXT, Span(words), Span(words, bold=True)), CLOSED), fonts
    )

    assert 2 <= read_text(made).count("Trước")
    assert not any(0 in numbers for numbers in read_glyphs(made).values())


def test_what_no_font_can_draw_is_named() -> None:
    """The workflow tells it to the user; a document of Vietnamese letters has none."""
    odd = compose_document(paragraph(Role.TEXT, f"Trước {PRIVATE} sau"), CLOSED)

    assert (PRIVATE,) == find_unshown(odd, BUILT_IN)
    assert () == find_unshown(compose_document(), BUILT_IN)


def test_letters_that_fail_together_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where words can be drawn one by one but not side by side, the document is still made."""
    monkeypatch.setattr(writer, "fit_text", lambda text, _: text)
    odd = compose_document(paragraph(Role.TEXT, f"Trước {PRIVATE} sau 緑"), CLOSED)

    assert "Trước sau ?" in read_text(write_pdf(odd, BUILT_IN))


def test_a_large_annex_is_one_table() -> None:
    """Three hundred activities, each on its row."""
    rows = [(str(one), "12/02/2023", f"Hoạt động số {one}.", "5") for one in range(300)]
    text = read_text(write_pdf(compose_document(compose_table(*rows), CLOSED), BUILT_IN))

    assert [] == [row for _, _, row, _ in rows if row not in text]
