"""`report` and `plan`: where their files go, and what they tell."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from builder.cli.app import run
from builder.locale import say
from builder.reports.fonts import Fonts, find_serif
from tests.workflow.issuing_school import (
    FROZEN_FILE,
    PLAN,
    PLAN_FILE,
    REPORT,
    REPORT_FILE,
    TODAY,
    write_school,
)
from tests.workflow.school import fingerprint, write_files

FALLBACK = "Máy này không có phông Times New Roman: tệp PDF dùng phông Libertinus Serif"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A school that reports, as the current folder."""
    folder = write_school(tmp_path / "school")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY.isoformat())
    return folder


@pytest.fixture(params=[True, False], ids=["prescribed", "built in"])
def has_prescribed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the machine has the font that the Decree asks for."""
    for module in ("documents", "building"):
        monkeypatch.setattr(f"builder.cli.{module}.find_fonts", lambda: find_serif([]))
    monkeypatch.setattr(Fonts, "is_prescribed", request.param)
    return bool(request.param)


def test_a_report_is_for_word_where_nothing_else_is_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stands in the current folder under a name that says what it is; only that is printed."""
    status = run(["report", "2025"])

    assert (0, "bao-cao-2025.docx\n") == (status, capsys.readouterr().out)
    assert "word/document.xml" in zipfile.ZipFile(project / "bao-cao-2025.docx").namelist()


def test_a_name_of_ours_never_takes_the_place_of_a_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The principal may have worked on the first one in Word."""
    (project / "bao-cao-2025.docx").write_bytes(b"worked on")
    run(["report", "2025"])
    run(["report", "2025"])

    assert (b"worked on", "bao-cao-2025-2.docx\nbao-cao-2025-3.docx\n") == (
        (project / "bao-cao-2025.docx").read_bytes(),
        capsys.readouterr().out,
    )


@pytest.mark.parametrize(
    ("name", "start"), [("a.pdf", b"%PDF-"), ("a.XLSX", b"PK"), ("a.json", b"{"), ("a", b"PK")]
)
def test_the_name_of_the_file_says_the_format(project: Path, name: str, start: bytes) -> None:
    """Where no format is said; a name without an ending is for Word."""
    status = run(["report", "2025", "-o", name])

    assert (0, True) == (status, (project / name).read_bytes().startswith(start))


def test_several_formats_go_into_a_folder(project: Path) -> None:
    """One run makes them all, each under the name that it has on the site, with its period."""
    wanted = ("docx", "pdf", "xlsx", "csv", "json", "md")
    options = [word for one in (*wanted, "pdf") for word in ("--format", one)]
    status = run(["report", "2025", *options, "-o", "nop"])

    assert 0 == status
    assert [
        "bao-cao-2025.docx",
        "bao-cao-2025.md",
        "bao-cao-2025.pdf",
        "data-2025.json",
        "so-lieu-2025.csv",
        "so-lieu-2025.xlsx",
    ] == sorted(file.name for file in (project / "nop").iterdir())


def test_a_dash_is_the_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """For programs that take a file from another."""
    run(["report", "2025", "--format", "pdf", "-o", "-"])

    assert capfdbinary.readouterr().out.startswith(b"%PDF-")


def test_the_font_in_place_of_the_prescribed_one_is_named(
    capsys: pytest.CaptureFixture[str], *, has_prescribed: bool
) -> None:
    """Whoever prints the document knows; with the prescribed font there is nothing to tell."""
    commands = (["report", "2025"], ["plan", "2025", "--format", "pdf"], ["build"])
    told = []
    for command in commands:
        run(command)
        told.append(FALLBACK in capsys.readouterr().err)

    assert [not has_prescribed] * 3 == told


@pytest.mark.parametrize(
    ("command", "is_told"),
    [
        (["report", "2025", "--format", "pdf"], True),
        (["report", "2025", "--format", "docx"], False),
        (["report", "2025", "--issue", "--number", "3", "--date", "10/01/2026"], True),
        (["plan", "2025", "--format", "pdf"], True),
        (["plan", "2025", "--format", "md"], False),
    ],
)
def test_signs_that_no_font_has_are_named(
    project: Path,
    command: list[str],
    capsys: pytest.CaptureFixture[str],
    *,
    is_told: bool,
) -> None:
    """By their code: a bullet copied from an old Word text is seen on no screen either."""
    bullet = "\uf0b7"
    texts = {
        REPORT_FILE: REPORT.replace("Trong năm", f"{bullet} Trong năm"),
        PLAN_FILE: PLAN.replace("Giữ nền nếp", f"{bullet} Giữ nền nếp"),
    }
    write_files(project, texts)
    status = run(command)

    assert (0, is_told) == (
        status,
        "Không phông nào trên máy này có ký tự U+F0B7:" in capsys.readouterr().err,
    )


def test_a_document_of_usual_letters_lacks_none(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is told where there is nothing to mend."""
    run(["report", "2025", "--format", "pdf"])

    assert "ký tự" not in capsys.readouterr().err


@pytest.mark.usefixtures("has_prescribed")
def test_bare_figures_have_no_font(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is told of fonts beside a table."""
    run(["report", "2025", "--format", "csv"])

    assert "" == capsys.readouterr().err


def test_a_plan_is_a_document_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For Word where nothing else is said, and in the formats of documents."""
    statuses = [run(["plan", "2025"]), run(["plan", "2025", "--format", "pdf", "-o", "p.pdf"])]
    printed = capsys.readouterr().out
    run(["plan", "2025", "--format", "md"])
    text = capsys.readouterr().out

    assert ([0, 0], "ke-hoach-2025.docx\n", True) == (statuses, printed, "# KẾ HOẠCH" in text)
    assert (project / "p.pdf").read_bytes().startswith(b"%PDF-")


def test_new_writes_a_file_that_checks_and_prints(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The starter can be reported as it stands; its path alone is printed."""
    (project / REPORT_FILE).unlink()
    statuses = [run(["report", "2025", "--new"])]
    path = capsys.readouterr().out
    statuses += [run(["check"]), run(["report", "2025"])]

    assert ([0, 0, 0], f"{REPORT_FILE}\n") == (statuses, path)
    assert "## Đánh giá chung" in (project / REPORT_FILE).read_text(encoding="utf-8")


def test_new_never_overwrites_a_report_file(project: Path) -> None:
    """What the principal wrote stays, under whichever of its names."""
    (project / REPORT_FILE).rename(project / "content/reports/2025.md")
    before = fingerprint(project / "content")

    assert (2, before) == (run(["report", "2025", "--new"]), fingerprint(project / "content"))


def test_issuing_tells_number_day_and_file(capsys: pytest.CaptureFixture[str]) -> None:
    """What was done, and which file to keep."""
    status = run(["report", "2025", "--issue", "--number", "3", "--date", "10/01/2026"])
    told = capsys.readouterr().out

    assert (0, True, True) == (
        status,
        "Đã ban hành báo cáo số 03/BC-THCSHM ngày 10/01/2026" in told,
        FROZEN_FILE in told,
    )


def test_an_issued_report_is_said_to_be_the_issued_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nobody wonders why a new post does not show in it."""
    run(["report", "2025", "--issue", "--number", "3", "--date", "2026-01-10"])
    capsys.readouterr()
    run(["report", "2025"])
    document = capsys.readouterr().err
    run(["report", "2025", "--format", "json"])

    assert (True, "") == (
        "đã ban hành (số 03/BC-THCSHM ngày 10/01/2026)" in document,
        capsys.readouterr().err,
    )


def test_nothing_is_issued_over_errors(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even leniently: a signed report lacks no post."""
    write_files(project, {"content/posts/2025/hong.md": "---\ntiêu đề: Hỏng\n---\n"})
    before = fingerprint(project / "content")
    issue = ["report", "2025", "--issue", "--number", "3", "--date", "10/01/2026", "--lenient"]
    status = run(issue)

    assert (1, True, before) == (
        status,
        "Chưa ban hành" in capsys.readouterr().err,
        fingerprint(project / "content"),
    )


def test_lenient_reports_the_rest(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --lenient a report is made of what is in order, and says how much is not."""
    write_files(project, {"content/posts/2025/hong.md": "---\ntiêu đề: Hỏng\n---\n"})
    status = run(["report", "2025", "--lenient", "--format", "json"])

    assert (0, 1) == (status, json.loads(capsys.readouterr().out)["left_out"])


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ({}, 0),
        ({"content/posts/2025/hong.md": "---\ntiêu đề: Hỏng\n---\n"}, 1),
        ({"mkdocs.yml": "site_name: Trường\n"}, 2),
    ],
    ids=["sound", "broken post", "broken configuration"],
)
def test_a_plan_is_made_of_sound_content_alone(
    project: Path, files: dict[str, str], status: int
) -> None:
    """0 done, 1 content, 2 configuration; a file is there only where it was made."""
    write_files(project, files)

    assert (status, status == 0) == (
        run(["plan", "2025"]),
        (project / "ke-hoach-2025.docx").exists(),
    )


def test_a_broken_plan_is_not_called_absent(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Leaving out posts with errors makes its file no better, and the file is named."""
    write_files(project, {"content/plans/2025.md": '---\ntiêu đề: "Kế hoạch\n---\n'})
    status = run(["plan", "2025", "--lenient"])
    sentence = say("plan-broken", "vi", file="content/plans/2025.md")

    assert (2, f"{sentence}\n") == (status, capsys.readouterr().err)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["report", "2025", "--new", "--issue"], "--new, --issue"),
        (["report", "2025", "--issue", "--format", "pdf"], "--new, --issue"),
        (["report", "2025", "--number", "3"], "--issue"),
        (["report", "2025", "--correct"], "--issue"),
        (["report", "2025", "--issue", "--date", "10/01/2026"], "--number 3"),
        (["report", "2025", "--issue", "--number", "3"], "--date 10/01/2024"),
        (["report", "2025", "--new"], REPORT_FILE),
        (["report", "2025", "--format", "doc"], "docx, pdf, xlsx, csv, json, md"),
        (["report", "2025", "--format", "md", "--format", "csv", "-o", "mkdocs.yml"], "mkdocs.yml"),
        (["plan", "2024"], "2025"),
        (["plan", "hai"], "«hai»"),
        (["plan", "2025", "--format", "xlsx"], "docx, pdf, md"),
    ],
)
def test_wrong_commands_are_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    """Whatever is wrong with a command exits 2 and names what helps."""
    status = run(arguments)

    assert (2, True) == (status, expected in capsys.readouterr().err)
