"""Documents as LibreOffice prints them: what only shows on paper."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pymupdf
import pytest

from builder.model.report import Role
from builder.reports.docx import write_docx
from tests.reports.documents import (
    BODY,
    CLOSING,
    compose_annex,
    compose_document,
    compose_report,
    paragraph,
)

OFFICE = shutil.which("soffice")
FONT = "Times New Roman"
LENGTHS = range(14)
MM = 72 / 25.4

_MARKED_LETTERS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = (
    "".join(
        sign
        for letter in _MARKED_LETTERS
        for tone in _TONES
        for lower in (unicodedata.normalize("NFC", letter + tone),)
        for sign in (lower, lower.upper())
    )
    + "đĐ₫–…“”‘’"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine"),
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, pymupdf.Document]:
    """Name of a document → its pages; all printed in one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("printed")
    reports = {
        f"lines-{lines}": compose_document(
            *BODY[:8], *[paragraph(Role.TEXT, "Một đoạn văn ngắn.")] * lines, BODY[-1]
        )
        for lines in LENGTHS
    }
    annexes = (compose_annex(60), compose_annex(2, "Phụ lục II"))
    reports["annexes"] = compose_document(*BODY[:8], BODY[-1], annexes=annexes)
    reports["letters"] = compose_report(paragraph(Role.TEXT, LETTERS))
    for name, report in reports.items():
        (folder / f"{name}.docx").write_bytes(write_docx(report, font=FONT))
    _print(folder, [folder / f"{name}.docx" for name in reports])
    return {name: pymupdf.open(folder / f"{name}.pdf") for name in reports}


def test_signature_is_never_alone_on_a_page(printed: Mapping[str, pymupdf.Document]) -> None:
    """However long the text is, its last lines stand above the signature."""
    last_pages = [printed[f"lines-{lines}"][-1].get_text() for lines in LENGTHS]

    assert {1, 2} == {len(printed[f"lines-{lines}"]) for lines in LENGTHS}
    assert [] == [page for page in last_pages if CLOSING[:30] not in page or "Nơi nhận" not in page]


def test_nation_and_motto_take_one_line_each(printed: Mapping[str, pymupdf.Document]) -> None:
    """Neither is broken, and both stand on the lines of the other column."""
    lines = _lines(printed["annexes"][0])

    assert {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "UBND HUYỆN HƯƠNG LÚA",
        "TRƯỜNG THCS HOA MAI",
    } <= set(lines)
    assert lines["UBND HUYỆN HƯƠNG LÚA"].y0 == pytest.approx(
        lines["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"].y0, abs=1
    )


def test_rule_is_as_long_as_the_motto(printed: Mapping[str, pymupdf.Document]) -> None:
    """Measured on paper, within a millimetre at each end."""
    page = printed["annexes"][0]
    motto = _lines(page)["Độc lập - Tự do - Hạnh phúc"]
    ends = {
        (rule.x0, rule.x1)
        for rule in _rules(page)
        if 0 <= rule.y0 - motto.y1 < 4 * MM and rule.x0 > motto.x0 - 10 * MM
    }

    assert [(motto.x0, motto.x1)] == [pytest.approx(one, abs=MM) for one in ends]


def test_pages_are_numbered_from_the_second(printed: Mapping[str, pymupdf.Document]) -> None:
    """In the top margin, anew in each annex."""
    numbers = [
        [words[4] for words in page.get_text("words") if words[3] < 20 * MM and words[1] > 5 * MM]
        for page in printed["annexes"]
    ]

    assert [[], [], ["2"], []] == numbers


def test_table_heading_stands_on_each_page(printed: Mapping[str, pymupdf.Document]) -> None:
    """Of an annex over two pages."""
    assert [True, True] == [
        "Tên hoạt động" in printed["annexes"][page].get_text() for page in (1, 2)
    ]


def test_every_vietnamese_letter_is_printed_in_the_document_s_font(
    printed: Mapping[str, pymupdf.Document],
) -> None:
    """No letter falls to a box or to another font."""
    document = printed["letters"]
    text = "".join(page.get_text() for page in document)
    families = {
        font[3].split("+")[-1].split("-")[0] for page in document for font in page.get_fonts()
    }

    assert "" == "".join(sorted(set(LETTERS) - set(text)))
    assert families in ({"LiberationSerif"}, {"TimesNewRoman"}, {"TimesNewRomanPS"}, {"Tinos"})


def _print(folder: Path, files: list[Path]) -> None:
    """Turn Word files into PDF, with a profile of LibreOffice's that nobody else uses."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        check=True,
        capture_output=True,
    )


def _lines(page: pymupdf.Page) -> Mapping[str, pymupdf.Rect]:
    """Words of each printed line → where it stands."""
    return {
        "".join(span["text"] for span in line["spans"]).strip(): pymupdf.Rect(line["bbox"])
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
    }


def _rules(page: pymupdf.Page) -> list[pymupdf.Rect]:
    """Drawn lines that lie flat."""
    return [one["rect"] for one in page.get_drawings() if one["rect"].height < 2]
