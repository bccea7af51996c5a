"""An issued report stands as it was, whatever becomes of posts (counting.md, rule 15)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.model.failures import CommandError
from tests.workflow.issuing_school import (
    CONFIGURATION,
    FROZEN_FILE,
    REPORT,
    REPORT_FILE,
    add_activity,
    build,
    issue,
    read_frozen,
    read_notices,
    report,
    tell_codes,
    write_school,
)
from tests.workflow.school import fingerprint, write_files

DOCUMENTS = ("docx", "pdf", "md")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school whose report of 2025 is written and not issued."""
    return write_school(tmp_path / "school")


@pytest.fixture
def issued(school: Path) -> Path:
    """The same with the report issued."""
    issue(school)
    return school


def test_issuing_writes_number_and_day_and_touches_nothing_else(issued: Path) -> None:
    """The report file gains two lines; what the principal wrote stays letter by letter."""
    stated = "---\nsố: 03/BC-THCSHM\nngày ban hành: 10/01/2026\n"

    assert REPORT.replace("---\n", stated, 1) == (issued / REPORT_FILE).read_text("utf-8")


def test_the_frozen_file_holds_figures_text_and_hash(issued: Path) -> None:
    """Everything that the document says can be read from it, and checked."""
    frozen = read_frozen(issued)

    assert ("2025", "03/BC-THCSHM", "2026-01-10", 1, 64, ["docx", "pdf"]) == (
        frozen["period"],
        frozen["number"],
        frozen["issued_on"],
        frozen["figures"]["totals"]["activities"],
        len(frozen["hash"]),
        list(frozen["documents"]),
    )
    assert "- Số lần tuyên truyền: 1" in frozen["text"]


def test_an_issued_document_keeps_its_bytes(issued: Path) -> None:
    """A post that comes later changes no format of it, by command or on the site."""
    before = report(issued, *DOCUMENTS)
    add_activity(issued)
    folder = build(issued) / "tong-ket/2025"
    on_site = {one: (folder / f"bao-cao.{one}").read_bytes() for one in DOCUMENTS}

    assert before == report(issued, *DOCUMENTS)
    assert before == on_site


def test_the_page_is_printed_as_it_was_issued(issued: Path) -> None:
    """On paper stands the signed document, whatever the screen shows of later posts."""
    add_activity(issued)
    page = (build(issued) / "tong-ket/2025/index.html").read_text(encoding="utf-8")
    printed = page.partition('<div class="so-paper" hidden>')[2].partition('<div class="so-summary')

    assert "<li>Số lần tuyên truyền: 1" in printed[0]
    assert "Số: 03/BC-THCSHM" in printed[0]
    assert "+1 hoạt động" in printed[2]


def test_an_issued_document_outlives_its_posts(issued: Path) -> None:
    """Even where no activity of its year is left, the command hands it over."""
    before = report(issued, "docx")
    (issued / "content/posts/2025/bien-dao.md").unlink()

    assert before == report(issued, "docx")


def test_figures_go_on_after_the_issue(issued: Path) -> None:
    """Workbook, table and data are today's: they are no official document."""
    add_activity(issued)
    data = json.loads(report(issued, "json")["json"])

    assert 2 == data["totals"]["activities"]


def test_the_page_tells_what_differs_from_the_issued_report(issued: Path) -> None:
    """Nothing at first; after one more post, each total that changed."""
    same = read_notices(build(issued))
    add_activity(issued)
    (differing,) = read_notices(build(issued))

    assert ["Số liệu khớp với báo cáo số 03/BC-THCSHM đã ban hành ngày 10/01/2026."] == same
    assert "khác báo cáo đã ban hành: +1 hoạt động; +1 tin, bài; +1 lần tổ chức" in differing
    assert "+100 lượt học sinh" in differing


def test_a_new_label_is_no_other_figure(issued: Path) -> None:
    """A school that calls an activity type otherwise has not changed what it reported."""
    path = "mkdocs.yml"
    text = (issued / path).read_text(encoding="utf-8")
    label = "      activity_types: [{id: tuyen-truyen, label: Truyền thông}]\n"
    write_files(issued, {path: text.rstrip("\n") + "\n" + label})

    assert ["Số liệu khớp với báo cáo số 03/BC-THCSHM đã ban hành ngày 10/01/2026."] == (
        read_notices(build(issued))
    )


def test_the_page_tells_of_a_change_that_no_total_shows(issued: Path) -> None:
    """Another title is another line of the annex, and no other number."""
    path = "content/posts/2025/bien-dao.md"
    text = (issued / path).read_text(encoding="utf-8")
    write_files(issued, {path: text.replace("biển đảo", "biển, đảo quê hương")})
    (told,) = read_notices(build(issued))

    assert "một số dòng bên dưới đã khác báo cáo đã ban hành" in told


def test_issuing_twice_is_refused(issued: Path) -> None:
    """A second document under the same period would be a second truth; nothing is written."""
    before = fingerprint(issued / "content")
    with pytest.raises(CommandError) as refused:
        issue(issued, "4")

    assert ("issue-twice", before) == (refused.value.code, fingerprint(issued / "content"))


def test_a_correction_names_the_report_that_it_replaces(issued: Path) -> None:
    """It is a document of its own, in all formats; the old one stays beside it, as it was."""
    old = report(issued, "docx")["docx"]
    add_activity(issued)
    issue(issued, "7", "20/02/2026", is_correction=True)
    site = build(issued)
    text = report(issued, "md")["md"].decode()

    assert "Báo cáo này thay thế Báo cáo số 03/BC-THCSHM ngày 10 tháng 01 năm 2026." in text
    assert "Số: 07/BC-THCSHM" in text
    assert old == (site / "tong-ket/2025/bao-cao-03-bc-thcshm.docx").read_bytes()
    assert "03/BC-THCSHM" == read_frozen(issued, "content/reports/2025.issued.2.json")["replaces"]
    assert ["Số liệu khớp với báo cáo số 07/BC-THCSHM đã ban hành ngày 20/02/2026."] == (
        read_notices(site)
    )


def test_a_school_without_a_report_file_may_issue_too(school: Path) -> None:
    """The file is written with number and day alone."""
    (school / REPORT_FILE).unlink()
    issue(school, "12/BC-HM")

    assert "---\nsố: 12/BC-HM\nngày ban hành: 10/01/2026\n---\n" == (
        (school / REPORT_FILE).read_text(encoding="utf-8")
    )


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"number": None}, "issue-number-unread"),
        ({"number": "ba"}, "issue-number-unread"),
        ({"number": "0"}, "issue-number-unread"),
        ({"number": "3 /BC"}, "issue-number-unread"),
        ({"day": None}, "issue-day-missing"),
        ({"day": "32/01/2026"}, "new-date-unread"),
        ({"day": "31/12/2024"}, "issue-day-outside"),
        ({"day": "02/03/2026"}, "issue-day-outside"),
        ({"is_correction": True}, "issue-nothing-to-correct"),
    ],
)
def test_what_cannot_be_issued_is_told(school: Path, told: dict[str, Any], code: str) -> None:
    """Number and day are needed, the day lies from the period's first to today; else no change."""
    before = fingerprint(school / "content")
    with pytest.raises(CommandError) as refused:
        issue(school, **told)

    assert (code, before) == (refused.value.code, fingerprint(school / "content"))


def test_nobody_signs_no_report(tmp_path: Path) -> None:
    """A document without a signer is not issued."""
    unsigned = "\n".join(line for line in CONFIGURATION.splitlines() if "signer" not in line)
    school = write_school(tmp_path / "school", {"mkdocs.yml": unsigned})
    with pytest.raises(CommandError) as refused:
        issue(school)

    assert "issue-no-signer" == refused.value.code


@pytest.mark.parametrize("signer", ["Lê Thị Bình", "/ Lê Thị Bình"])
def test_a_signer_without_an_office_signs_no_report(school: Path, signer: str) -> None:
    """A name that the school's list lacks has no office over it; nothing is written."""
    write_files(school, {REPORT_FILE: REPORT.replace("---\n", f"---\nngười ký: {signer}\n", 1)})
    before = fingerprint(school / "content")
    with pytest.raises(CommandError) as refused:
        issue(school)

    assert ("issue-no-office", before) == (refused.value.code, fingerprint(school / "content"))


@pytest.mark.parametrize("signer", ["PHẠM MINH SÁNG", "KT. HIỆU TRƯỞNG / PHÓ / Lê Thị Bình"])
def test_a_signer_with_an_office_signs(school: Path, signer: str) -> None:
    """One of the school's list, or one whose office is written before the name."""
    write_files(school, {REPORT_FILE: REPORT.replace("---\n", f"---\nngười ký: {signer}\n", 1)})
    issue(school)

    assert "2026-01-10" == read_frozen(school)["issued_on"]


def test_a_stray_file_in_place_of_the_frozen_one_stays(school: Path) -> None:
    """What is there is not overwritten, and the report file is not touched either."""
    (school / "content/reports/2025.issued.json").mkdir()
    with pytest.raises(CommandError) as refused:
        issue(school)

    assert ("issue-file-stands", REPORT) == (
        refused.value.code,
        (school / REPORT_FILE).read_text(encoding="utf-8"),
    )


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (lambda told: told, []),
        (lambda told: told | {"text": told["text"] + " "}, ["issued-changed"]),
        (lambda told: told | {"number": "04/BC-THCSHM"}, ["issued-changed"]),
        (lambda told: told | {"documents": {"docx": "no"}}, ["issued-unreadable"]),
        (lambda told: told | {"schema": "other"}, ["issued-unreadable"]),
        (lambda _: [], ["issued-unreadable"]),
    ],
    ids=["as written", "text", "number", "document", "schema", "list"],
)
def test_a_changed_frozen_file_is_an_error(
    issued: Path, change: Callable[[dict[str, Any]], object], codes: list[str]
) -> None:
    """Nobody signs what somebody changed: the build stops."""
    changed = json.dumps(change(read_frozen(issued)), ensure_ascii=False)
    write_files(issued, {FROZEN_FILE: changed})
    errors = [code for code in tell_codes(issued) if code != "issued-missing"]

    assert codes == errors


def test_a_frozen_file_of_no_year_is_an_error(issued: Path) -> None:
    """Its name says which period it is of."""
    (issued / FROZEN_FILE).rename(issued / "content/reports/nam-nay.issued.json")

    assert ["issued-missing", "issued-name"] == sorted(tell_codes(issued))


def test_a_number_without_a_frozen_document_is_told(issued: Path) -> None:
    """A report that was given a number by hand still follows its posts: a warning says so."""
    (issued / FROZEN_FILE).unlink()

    assert ["issued-missing"] == tell_codes(issued)


@pytest.mark.parametrize(("before", "after"), [("10/01/2026", "11/01/2026"), ("03/BC-THCSHM", "5")])
def test_another_number_or_day_than_the_issued_is_told(
    issued: Path, before: str, after: str
) -> None:
    """The report file says what was issued."""
    text = (issued / REPORT_FILE).read_text(encoding="utf-8")
    write_files(issued, {REPORT_FILE: text.replace(before, after)})

    assert ["issued-differs"] == tell_codes(issued)


def test_a_stop_between_the_two_files_is_completed_by_issuing_again(issued: Path) -> None:
    """Number and day may stand in the report file already."""
    frozen = (issued / FROZEN_FILE).read_bytes()
    (issued / FROZEN_FILE).unlink()
    issue(issued)

    assert frozen == (issued / FROZEN_FILE).read_bytes()
