"""The demo's reports: every format says what the page and its data file say."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from openpyxl import load_workbook

from builder.counting import count_library
from builder.model.library import Library
from builder.model.summary import PeriodSummary
from builder.pages.data.sheets import compose_sheets
from tests.reports.docx.reading import list_paragraphs, open_document, read_figures

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]

PERIODS = ("2023", "2024", "nam-hoc-2022-2023", "nam-hoc-2023-2024", "nam-hoc-2024-2025")
TOP_MARGIN_POINTS = 20 * 72 / 25.4
REPORTED = {
    *("totals.activities", "totals.posts", "totals.communication_sessions"),
    *("totals.attendance.staff", "totals.attendance.students", "totals.attendance.total"),
    "totals.partners",
}
"""What no report of a year may leave out."""


@pytest.fixture(params=PERIODS)
def folder(request: pytest.FixtureRequest, demo_site: Path) -> Path:
    """Folder of a period's page with all that stands beside it."""
    return demo_site / "tong-ket" / str(request.param)


@pytest.fixture
def data(folder: Path) -> dict[str, Any]:
    """What other programs read of the period."""
    parsed = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    assert isinstance(parsed, dict)
    return parsed


def test_word_shows_the_figures_of_the_data_file(folder: Path, data: dict[str, Any]) -> None:
    """Every number of the report that has a path is the number at that path."""
    figures = read_figures((folder / "bao-cao.docx").read_bytes())
    wrong = [
        (path, shown, value)
        for path, shown in figures
        if _bare(shown) != (value := _written(data, path))
    ]

    assert [] == wrong
    assert set() == _reported(data) - {path for path, _ in figures}


@pytest.mark.parametrize("name", ["bao-cao.pdf", "bao-cao.md", "index.html"])
def test_other_documents_say_what_word_says(folder: Path, name: str) -> None:
    """Every paragraph and cell of the Word file stands in the same order in the others.

    Of the page it is what is printed.
    """
    said = _squeeze(_read(folder / name))
    place, missing = 0, []
    for paragraph in list_paragraphs(open_document((folder / "bao-cao.docx").read_bytes())):
        text = _squeeze(paragraph.text)
        # The heading's two columns stand side by side, the end of the document too.
        found = said.find(text, place) if any(map(str.isdigit, text)) else said.find(text)
        if found < 0:
            missing.append(paragraph.text)
        elif any(map(str.isdigit, text)):
            place = found + len(text)

    assert [] == missing


def test_the_workbook_holds_the_figures_of_the_data_file(
    folder: Path, data: dict[str, Any], library: Library
) -> None:
    """Numbers as numbers, in the cells of the tables that the page shows."""
    sheets = compose_sheets(_find_summary(library, folder.name), library)
    pages = load_workbook(folder / "so-lieu.xlsx").worksheets
    cells = [
        (cell.figure, page.cell(number, column).value)
        for sheet, page in zip(sheets, pages, strict=True)
        for number, row in enumerate(sheet.rows, start=2)
        for column, cell in enumerate(row, start=1)
        if cell.figure is not None
    ]
    wrong = [
        (path, value)
        for path, value in cells
        if (float(value) if isinstance(value, int | float) else None) != _written(data, path)
    ]

    assert [] == wrong
    assert {path for path, _ in cells} >= _reported(data)


def test_the_table_of_activities_holds_those_of_the_data_file(
    folder: Path, data: dict[str, Any]
) -> None:
    """One row an activity, in order, with its numbers; they add up to the totals."""
    rows = list(csv.DictReader(io.StringIO((folder / "so-lieu.csv").read_text("utf-8-sig"))))
    groups = ("staff", "students", "parents", "guests", "international", "total")
    columns = list(rows[0])[7:13]
    told = [
        (one["title"], str(one["sessions"]), *(_text(one, group) for group in groups))
        for one in data["activities"]
    ]

    assert told == [
        (row[list(row)[1]], row[list(row)[6]], *(row[column] for column in columns)) for row in rows
    ]
    assert [str(data["totals"]["attendance"][group] or 0) for group in groups] == [
        str(sum(int(row[column] or 0) for row in rows)) for column in columns
    ]


def test_the_issued_report_is_the_one_that_was_signed(demo_site: Path) -> None:
    """The demo's report of 2023 was issued, and its figures still are those of its posts."""
    page = (demo_site / "tong-ket/2023/index.html").read_text(encoding="utf-8")

    assert "Số liệu khớp với báo cáo số 03/BC-THCSHM đã ban hành ngày 10/01/2024." in page


def _bare(shown: str) -> float | None:
    """The number in a text, without marks and dots between thousands; None: nobody knows it."""
    digits = re.sub(r"[^\d,]", "", shown).replace(",", ".")
    return float(digits) if digits else None


def _written(data: Mapping[str, Any], path: str) -> float | None:
    """The number at a path; rows are named by id, month or kind, a second one of a name by `#2`."""
    found: Any = data
    for key in path.split("."):
        if isinstance(found, list):
            name, _, turn = key.partition("#")
            rows = [
                row for row in found if name in (row.get("id"), row.get("month"), row.get("kind"))
            ]
            found = rows[int(turn or 1) - 1]
        else:
            found = found[key] if found is not None else None
    return None if found is None else float(found)


def _reported(data: Mapping[str, Any]) -> set[str]:
    """What no report may leave out, as far as the period knows it."""
    totals = data["totals"]
    persons = {
        f"totals.persons.{one}.value" for one in ("staff", "students") if one in totals["persons"]
    }
    return REPORTED | persons | ({"totals.resources_vnd"} if totals["resources_vnd"] else set())


def _text(activity: Mapping[str, Any], group: str) -> str:
    """A count of an activity as a table has it."""
    counts = activity["participants"] or {}
    return "" if counts.get(group) is None else str(counts[group])


def _find_summary(library: Library, period: str) -> PeriodSummary:
    """The figures of a period."""
    return next(one for one in count_library(library) if one.period.id == period)


def _read(file: Path) -> str:
    """Words of a document, without page numbers and marks of Markdown."""
    if file.suffix == ".md":
        return re.sub(r"\\(.)|[*|#]", r"\1", file.read_text(encoding="utf-8"))
    if file.suffix == ".html":
        return _read_print_view(file.read_text(encoding="utf-8"))
    return " ".join(_read_pages(file))


def _read_print_view(page: str) -> str:
    """Words of the box that a page shows on paper alone; its dashes are drawn by the style."""
    _, _, box = page.partition('<div class="so-paper" hidden>')
    box, _, _ = box.partition('<div class="so-summary')
    dashed = re.sub(r"<li[^>]*>", "- ", box)
    return html.unescape(re.sub(r"<[^>]+>", " ", dashed))


def _read_pages(file: Path) -> Iterator[str]:
    """Words of each page below its number."""
    with pymupdf.open(file) as document:
        for page in document:
            _, _, width, height = page.rect
            yield page.get_text(clip=pymupdf.Rect(0, TOP_MARGIN_POINTS, width, height))


def _squeeze(text: str) -> str:
    """Letters alone: lines break elsewhere in each format."""
    return re.sub(r"\s+", "", text)
