"""Reports and plans beside their pages: made in every build, made again only where they changed."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from docx import Document

from builder.engine.staged_folder import write_staged_project
from builder.model.failures import CommandError
from builder.workflow import documents
from builder.workflow.documents import begin_documents
from builder.workflow.fonts import find_fonts
from builder.workflow.prepare import Order
from builder.workflow.stage import run_stage
from builder.workflow.steps import SILENT
from tests.workflow.issuing_school import (
    REPORT_FILE,
    TODAY,
    add_activity,
    build,
    read,
    report,
    tell_codes,
    write_school,
)
from tests.workflow.school import fingerprint, post, write_files

BESIDE_SUMMARY = {
    "bao-cao.docx",
    "bao-cao.pdf",
    "bao-cao.md",
    "so-lieu.xlsx",
    "so-lieu.csv",
    "data.json",
}
BESIDE_PLAN = {"ke-hoach.docx", "ke-hoach.pdf"}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school with activities in one calendar year and two school years."""
    return write_school(
        tmp_path / "school", {"content/posts/2025/thu.md": post("Hội thảo", "06/10/2025")}
    )


@pytest.fixture
def made(school: Path) -> Made:
    """How many files of each kind were made so far."""
    return Made(school / documents.CACHE)


class Made:
    """Counts files that were written into the cache, anew or again."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._seen: set[tuple[str, int, int]] = set()

    def count(self) -> Counter[str]:
        """Files by their ending, since it was last asked."""
        now = {
            (one.name, one.stat().st_ino, one.stat().st_mtime_ns)
            for one in self._cache.glob("*")
            if one.suffix in {".docx", ".pdf", ".md", ".xlsx"}
        }
        new = now - self._seen
        self._seen = now
        return Counter(name.rpartition(".")[2] for name, _, _ in new)


def test_every_summary_and_plan_has_its_documents(school: Path) -> None:
    """What the page offers is there, and nothing else is offered."""
    site = build(school)

    assert {"2025": BESIDE_SUMMARY, "nam-hoc-2024-2025": BESIDE_SUMMARY} == {
        period: _list_offered(site / "tong-ket" / period)
        for period in ("2025", "nam-hoc-2024-2025")
    }
    assert BESIDE_PLAN == _list_offered(site / "ke-hoach/2025")


def test_a_download_says_its_format_and_its_size(school: Path) -> None:
    """A reader on a phone knows before what a touch will cost."""
    folder = build(school) / "tong-ket/2025"
    page = (folder / "index.html").read_text(encoding="utf-8")
    size_kb = max(1, round((folder / "bao-cao.pdf").stat().st_size / 1000))

    assert f'bao-cao.pdf</a> <span class="so-day">(PDF, {size_kb} kB)</span> Báo cáo' in page


def test_the_markdown_report_stays_markdown(school: Path) -> None:
    """No engine makes a page of it."""
    folder = build(school) / "tong-ket/2025"

    assert report(school, "md")["md"] == (folder / "bao-cao.md").read_bytes()
    assert not (folder / "bao-cao").exists()


def test_a_staged_project_offers_no_markdown(school: Path) -> None:
    """Its engine makes a page of each Markdown file, so a link to one would lead nowhere."""
    order = Order(school, TODAY)
    staged = run_stage(order, school / "plain", write_staged_project, tell=SILENT).folder
    assert staged is not None
    text = (staged / "docs/tong-ket/2025/index.md").read_text(encoding="utf-8")
    offered = {one["name"] for one in json.loads(text.split("---")[1])["downloads"]["files"]}

    assert BESIDE_SUMMARY - {"bao-cao.md"} == offered
    assert offered <= {file.name for file in (staged / "docs/tong-ket/2025").iterdir()}


@pytest.mark.parametrize("plain", [False, True], ids=["", "plain"])
def test_a_summary_page_is_printed_as_its_report(school: Path, *, plain: bool) -> None:
    """In every engine, also where no Markdown is offered; a plan's page is printed as it is."""
    content = read(school)
    assert content.library is not None
    beside = begin_documents(content, content.library, find_fonts(), plain=plain)
    printed = {page: one.print_view is not None for page, one in beside.items()}

    assert {
        "tong-ket/2025/": True,
        "tong-ket/nam-hoc-2024-2025/": True,
        "tong-ket/nam-hoc-2025-2026/": True,
        "ke-hoach/2025/": False,
    } == printed
    assert "như sau:" in (beside["tong-ket/2025/"].print_view or "")


def test_what_a_page_prints_is_no_part_of_its_figures(school: Path) -> None:
    """Figures of the page are compared with the data file; on paper they stand once more."""
    text = (build(school) / "tong-ket/2025/index.html").read_text(encoding="utf-8")
    printed = text.partition('<div class="so-paper" hidden>')[2].partition(
        '<div class="so-summary'
    )[0]

    assert "Độc lập - Tự do - Hạnh phúc" in printed
    assert not re.search(r"<data\b| id=", printed)


def test_unchanged_documents_are_not_made_again(school: Path, made: Made) -> None:
    """The second build makes none at all: three periods and one plan come from the cache."""
    build(school)
    first = made.count()
    write_files(school, {"content/posts/2025/thu.md": post("Hội thảo", "06/10/2025") + "\nHết.\n"})
    build(school)

    assert ({"docx": 4, "pdf": 4, "md": 3, "xlsx": 3}, {}) == (dict(first), dict(made.count()))


def test_only_what_changed_is_made_again(school: Path, made: Made) -> None:
    """The principal's words change one report; no workbook, no other report, no plan."""
    build(school)
    made.count()
    text = (school / REPORT_FILE).read_text(encoding="utf-8")
    write_files(school, {REPORT_FILE: text + "\nNăm học đã khép lại.\n"})
    build(school)

    assert {"docx": 1, "pdf": 1, "md": 1} == dict(made.count())


def test_a_build_over_a_cache_is_a_clean_build(school: Path, tmp_path: Path) -> None:
    """After an edit, the site is the one that a machine without a cache makes."""
    build(school)
    add_activity(school)
    site = build(school)
    clean = write_school(
        tmp_path / "clean", {"content/posts/2025/thu.md": post("Hội thảo", "06/10/2025")}
    )
    add_activity(clean)

    assert fingerprint(build(clean) / "tong-ket") == fingerprint(site / "tong-ket")


def test_a_document_that_the_disk_cut_off_is_made_again(school: Path) -> None:
    """What the cache holds is looked at before it is trusted."""
    before = fingerprint(build(school))
    for file in (school / ".cache/outreach/van-ban").glob("*.docx"):
        file.write_bytes(file.read_bytes()[:100])

    assert before == fingerprint(build(school))


def test_a_school_may_bring_its_own_form(school: Path) -> None:
    """Reports take it from beside the report files, with the figures in its tags."""
    write_files(
        school, {"content/reports/mau.docx": _write_form("Có {{ totals.activities }} việc.")}
    )
    read_back = Document(io.BytesIO(report(school, "docx")["docx"]))

    assert "Có 2 việc." in [one.text for one in read_back.paragraphs]


@pytest.mark.parametrize("path", ["content/reports/mau.docx", "content/plans/mau.docx"])
def test_an_unknown_tag_of_a_form_is_an_error_that_names_it(school: Path, path: str) -> None:
    """`check` tells it with the others, before a document with a hole is signed."""
    write_files(school, {path: _write_form("Có {{ totals.activites }} việc.")})
    (problem,) = read(school).problems

    assert (path, True, True) == (
        problem.where.path,
        problem.is_error,
        "totals.activites" in problem.details.values(),
    )


def test_a_form_that_one_period_cannot_fill_stops_its_report(school: Path) -> None:
    """Not every period has every figure: what is missing is named, and no file is made."""
    form = _write_form("Tháng 10 có {{ by_month.2025-10.activities }} việc.")
    write_files(school, {"content/reports/mau.docx": form})
    with pytest.raises(CommandError) as refused:
        report(school, "docx", period="2024-2025")

    assert ("template-refused", True) == (
        refused.value.code,
        "by_month.2025-10.activities" in refused.value.blanks["reason"],
    )


def test_an_unknown_tag_of_the_report_file_is_an_error(school: Path) -> None:
    """A report file is judged where posts are judged."""
    text = (school / REPORT_FILE).read_text(encoding="utf-8")
    write_files(school, {REPORT_FILE: text + "\n{{ totals.activites }}\n"})

    assert ["report-tag-unknown"] == tell_codes(school)


def _list_offered(folder: Path) -> set[str]:
    """Files that a page links for taking away, each of which must be there."""
    page = (folder / "index.html").read_text(encoding="utf-8")
    offered = set(re.findall(r'<a href="([^"]+)" download>', page))
    assert offered <= {file.name for file in folder.iterdir()}
    return offered


def _write_form(text: str) -> bytes:
    """A Word file with one paragraph."""
    document, target = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(target)
    return target.getvalue()
