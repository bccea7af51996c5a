"""Whatever a teacher writes as a title reaches every format as that title, and breaks none."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from html import unescape

import pymupdf
import pytest
from openpyxl import load_workbook

from tests.reports.docx.reading import list_paragraphs, open_document
from tests.workflow.issuing_school import report, write_school
from tests.workflow.school import post

FORMULAS = ("=1+1", "+84 là mã nước", "@SUM(A1:A9)", "-2+3 việc làm hay")
MARKUP = (
    "Đọc <b>sách</b> & viết",
    "\"Trích\" 'dẫn' “kép”",
    "*Sao* _gạch_ [liên kết](https://a.example/) #1 | {{ a }}",
)
LONG = " ".join(["Giao lưu"] * 33)
RIGHT_TO_LEFT = "Giao lưu \u202eabc\u202c với \u200fbạn"
PICTURE = "Ngày hội 🎉 đọc sách"
TITLES = (*FORMULAS, *MARKUP, LONG, RIGHT_TO_LEFT, PICTURE)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every format of the report of a year with odd titles."""
    posts = {
        f"content/posts/2025/bai-{number}.md": _write_post(title, number)
        for number, title in enumerate(TITLES, start=1)
    }
    folder = tmp_path_factory.mktemp("odd")
    form = {"content/reports/2025.md": "---\nmẫu: đầy đủ\n---\n"}
    return report(write_school(folder, posts | form), "docx", "pdf", "xlsx", "csv", "json", "md")


def test_data_files_hold_titles_as_they_are(made: Mapping[str, bytes]) -> None:
    """What other programs read has each title letter by letter."""
    told = {one["title"] for one in json.loads(made["json"])["activities"]}

    assert set() == {_plain(title) for title in TITLES} - {_plain(title) for title in told}


def test_word_shows_titles_as_they_are(made: Mapping[str, bytes]) -> None:
    """In the list of activities behind the signature."""
    cells = {_plain(one.text) for one in list_paragraphs(open_document(made["docx"]))}

    assert set() == {_plain(title) for title in TITLES} - cells


def test_the_pdf_shows_titles(made: Mapping[str, bytes]) -> None:
    """Letter by letter; what no font of the machine can draw is no letter."""
    with pymupdf.open(stream=made["pdf"]) as document:
        text = _squeeze("".join(page.get_text() for page in document))
    missing = [
        title for title in TITLES if _squeeze(title.replace("🎉", "")) not in text.replace("🎉", "")
    ]

    assert [] == missing


def test_the_workbook_holds_titles_as_texts(made: Mapping[str, bytes]) -> None:
    """No cell is a formula or a link, whatever it begins with."""
    book = load_workbook(io.BytesIO(made["xlsx"]))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    texts = {_plain(str(cell.value)) for cell in cells if cell.data_type == "s"}

    assert set() == {_plain(title) for title in TITLES} - texts
    assert [] == [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_the_table_holds_titles_as_texts(made: Mapping[str, bytes]) -> None:
    """One that a spreadsheet would run begins with an apostrophe; the others are as they are."""
    rows = list(csv.reader(io.StringIO(made["csv"].decode("utf-8-sig"))))
    wanted = {f"'{title}" if title in FORMULAS else _plain(title) for title in TITLES}

    assert set() == wanted - {_plain(row[1]) for row in rows}


def test_markdown_shows_titles_as_they_are(made: Mapping[str, bytes]) -> None:
    """Signs that mean something in Markdown are escaped."""
    text = _plain(unescape(made["md"].decode().replace("\\", "")))

    assert [] == [title for title in TITLES if _plain(title) not in text]
    assert "<b>" not in made["md"].decode()


def _write_post(title: str, number: int) -> bytes:
    """A post with this title, quoted for its front matter."""
    return post(json.dumps(title, ensure_ascii=False), f"{number:02d}/03/2025").encode()


def _plain(text: str) -> str:
    """Text without marks of direction, which nobody sees."""
    return "".join(one for one in text if one not in "\u202a\u202b\u202c\u202d\u202e\u200e\u200f")


def _squeeze(text: str) -> str:
    """Visible letters alone: lines break where they will."""
    return "".join(_plain(text).split())
