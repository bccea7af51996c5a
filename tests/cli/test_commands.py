"""What each command says, leaves behind and exits with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.cli.app import run
from builder.images import renditions
from builder.locale import say
from tests.images.pictures import jpeg_from_phone
from tests.workflow.school import (
    CONFIGURATION,
    TODAY,
    fingerprint,
    post,
    write_files,
    write_project,
)

BROKEN = post(day="31/02/2025")
FORBIDDEN = "# Thông báo\n\nVăn bản đóng dấu MẬT của đơn vị.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small school's project as the current folder."""
    folder = write_project(tmp_path / "school")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    return folder


def add(project: Path, path: str, text: str | bytes) -> None:
    """One more file."""
    write_files(project, {path: text})


def test_a_sound_project_is_built(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`build` says where the site stands, and it stands there."""
    status = run(["build"])

    assert (0, True, True) == (
        status,
        str(project / "site") in capsys.readouterr().out,
        (project / "site/tin/2025/tuyen-truyen-ve-bien-dao/index.html").is_file(),
    )


def test_nothing_is_written_into_content(project: Path) -> None:
    """No command but `new` touches what teachers wrote."""
    before = fingerprint(project / "content")
    statuses = [run(words) for words in (["check"], ["build"], ["stage", "plain"])]

    assert ([0, 0, 0], before) == (statuses, fingerprint(project / "content"))


def test_two_builds_of_one_day_are_equal_to_the_byte(project: Path) -> None:
    """Same content, same day, same bytes."""
    run(["build"])
    first = fingerprint(project / "site")
    run(["build"])

    assert first == fingerprint(project / "site")


def test_errors_leave_the_standing_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build over a broken post exits 1, tells the line, and changes not one byte."""
    run(["build"])
    before = fingerprint(project / "site")
    add(project, "content/posts/2025/hong.md", BROKEN)
    status = run(["build"])

    assert (1, before, True) == (
        status,
        fingerprint(project / "site"),
        "content/posts/2025/hong.md:3: " in capsys.readouterr().err,
    )


def test_lenient_builds_the_rest_and_says_what_is_left_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --lenient the broken post stays away, by name."""
    add(project, "content/posts/2025/hong.md", BROKEN)
    status = run(["build", "--lenient"])
    told = capsys.readouterr().err

    assert (0, True, True) == (
        status,
        "  content/posts/2025/hong.md" in told,
        (project / "site/tong-ket/2025/data.json").is_file(),
    )


@pytest.mark.parametrize(
    ("path", "text", "words", "status", "told"),
    [
        ("content/posts/2025/hong.md", BROKEN, ["build"], 1, "outreach build --lenient"),
        ("mkdocs.yml", "site_name: [", ["build"], 2, "vì cấu hình đang có lỗi"),
        ("mkdocs.yml", "site_name: [", ["build", "--lenient"], 2, "vì cấu hình đang có lỗi"),
        ("mkdocs.yml", "site_name: [", ["report", "2025"], 2, "vì cấu hình đang có lỗi"),
        ("content/pages/mat.md", FORBIDDEN, ["build"], 1, "--lenient không bỏ qua được"),
    ],
)
def test_lenient_is_advised_where_it_helps(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    path: str,
    text: str,
    words: list[str],
    status: int,
    told: str,
) -> None:
    """It leaves out posts: neither a broken configuration nor a page with what is forbidden."""
    add(project, path, text)
    found = run(words)
    last = capsys.readouterr().err.strip().splitlines()[-1]

    assert (status, True) == (found, told in last)


def test_posts_that_wait_are_told_with_the_way_to_see_them(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A draft and one for tomorrow; told again where nothing changed, silent where none waits."""
    said = []
    for texts in ((), ("trạng thái: nháp", "đăng ngày: 01/01/2099"), None):
        for number, line in enumerate(texts or ()):
            add(project, f"content/posts/{number}.md", post().replace("---\n", f"---\n{line}\n", 1))
        status = run(["build"])
        said.append((status, say("build-waiting", "vi", n=2) in capsys.readouterr().err))

    assert [(0, False), (0, True), (0, True)] == said


def test_the_summary_states_how_many_posts_are_left_out(project: Path) -> None:
    """A yearly total never shrinks in silence."""
    add(project, "content/posts/2025/hong.md", BROKEN)
    run(["build", "--lenient"])
    data = json.loads((project / "site/tong-ket/2025/data.json").read_text("utf-8"))

    assert 1 == data["left_out"]


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ({}, 0),
        ({"content/posts/2025/hong.md": BROKEN}, 1),
        ({"mkdocs.yml": CONFIGURATION.replace("school: {name: Trường THCS Hoa Mai}", "a: 1")}, 2),
    ],
    ids=["sound", "broken post", "broken configuration"],
)
@pytest.mark.parametrize("command", ["check", "build", "stage plain", "report 2025 --format json"])
def test_exit_statuses_tell_what_is_wrong(
    project: Path, command: str, files: dict[str, str], status: int
) -> None:
    """0 done, 1 content, 2 configuration, for every command that reads content."""
    write_files(project, files)

    assert status == run(command.split())


def test_check_as_json_is_what_other_programs_expect(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One list, sorted by file and line, with the keys of outputs.md in their order."""
    add(project, "content/posts/2025/hong.md", BROKEN)
    add(project, "content/posts/2025/am.md", post("Hội thảo", "32/01/2025"))
    run(["check", "--format", "json"])
    told = json.loads(capsys.readouterr().out)

    assert (
        ["content/posts/2025/am.md", "content/posts/2025/hong.md"],
        ["file", "line", "column", "severity", "code", "message", "hint"],
        (3, "error", "date-invalid"),
    ) == (
        [one["file"] for one in told],
        list(told[1]),
        (told[1]["line"], told[1]["severity"], told[1]["code"]),
    )


@pytest.mark.usefixtures("project")
def test_a_sound_project_checks_to_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing wrong is an empty list, not silence."""
    run(["check", "--format", "json"])

    assert [] == json.loads(capsys.readouterr().out)


def test_a_broken_picture_is_told_where_it_is_shown(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is named at the line of the post that shows it."""
    add(project, "content/posts/2025/bien-dao/anh.jpg", b"\xff\xd8\xff\xe0 no picture")
    status = run(["check", "--format", "json"])
    told = json.loads(capsys.readouterr().out)

    assert (1, [("content/posts/2025/bien-dao/index.md", 12, True)]) == (
        status,
        [(one["file"], one["line"], "bien-dao/anh.jpg" in one["message"]) for one in told],
    )


def test_lenient_leaves_out_a_post_with_a_broken_picture(project: Path) -> None:
    """A picture that cannot be shown breaks its post like any other error."""
    add(project, "content/posts/2025/bien-dao/anh.jpg", b"\xff\xd8\xff\xe0 no picture")
    add(project, "content/posts/2025/khac.md", post("Hội thảo", "06/03/2025"))
    run(["build", "--lenient"])

    assert ["hoi-thao"] == [one.parent.name for one in (project / "site/tin/2025").glob("*/*")]


def test_pictures_reach_the_site_bare(project: Path) -> None:
    """Neither a post's nor a page's picture carries place or device, and no original is there."""
    add(
        project,
        "content/pages/anh-truong.jpg",
        (project / "content/posts/2025/bien-dao/anh.jpg").read_bytes(),
    )
    run(["build"])
    found = [
        file.relative_to(project / "site").as_posix()
        for file in (project / "site").rglob("*")
        if file.is_file() and b"PhoneMaker" in file.read_bytes()
    ]

    assert ([], True, False) == (
        found,
        (project / "site/anh-truong.jpg").is_file(),
        any((project / "site").rglob("anh.jpg")),
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["build", "--site-dir", "."], "«{project}»"),
        (["build", "--site-dir", "content/posts"], "content/posts"),
        (["build", "--site-dir", "mkdocs.yml"], "mkdocs.yml"),
        (["build", "--today", "20/11/2025"], "«20/11/2025»"),
        (["report", "hai", "--format", "md"], "«hai»"),
        (["report", "1999", "--format", "md"], "2025"),
        (["init", "content"], "content"),
        (["init", "mkdocs.yml"], "mkdocs.yml"),
        (["new", "!!!"], "«!!!»"),
        (["new", "Bài", "--type", "lạ"], "tuyen-truyen"),
        (["new", "Bài", "--date", "30/02/2025"], "«30/02/2025»"),
        (["stage", "content"], "content"),
        (["fly"], "«fly»"),
        (["build", "--fast"], "«--fast»"),
        (["check", "--format", "xml"], "text, json"),
        (["new"], "TIÊU-ĐỀ"),
        (["new", "Ngày", "hội"], "ngoặc kép"),
        (["build", "--today"], "«--today»"),
    ],
)
def test_wrong_commands_are_told_in_a_sentence(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    """Whatever is wrong with a command exits 2 and names what was written."""
    status = run(arguments)
    told = capsys.readouterr().err

    assert (2, True) == (status, expected.format(project=project) in told)


def test_outside_a_project_the_way_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is no project, `init` is offered."""
    monkeypatch.chdir(tmp_path)
    status = run(["build"])

    assert (2, True) == (status, "outreach init" in capsys.readouterr().err)


@pytest.mark.parametrize(
    ("number", "expected"), [(28, "đầy"), (13, "không cho phép"), (20, "đang có một tệp")]
)
def test_what_the_disk_refuses_is_told(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    expected: str,
) -> None:
    """A full disk or a missing permission is a sentence with the file, never a traceback."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "English reason", str(project / "site"))

    monkeypatch.setattr("builder.workflow.build.open_stage", refuse)
    status = run(["build"])
    told = capsys.readouterr().err

    assert (2, True, True) == (status, expected in told, str(project / "site") in told)


def test_a_file_in_place_of_a_folder_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The real disk says so too."""
    (project / ".site.outreach").write_text("not a folder")
    status = run(["build"])

    assert (2, True) == (status, ".site.outreach" in capsys.readouterr().err)


def test_a_folder_of_pages_that_git_did_not_keep_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In our own words; what needs no page is done all the same."""
    (project / "content/pages/gioi-thieu.md").unlink()
    (project / "content/pages").rmdir()
    statuses = [run(words) for words in (["build"], ["stage", "plain"])]
    told = capsys.readouterr().err
    sentence = say("pages-folder-missing", "vi", folder="content/pages")

    assert ([2, 2], 2, False) == (statuses, told.count(sentence), "docs_dir'" in told)
    assert [0, 0] == [run(words) for words in (["check"], ["report", "2025", "--format", "json"])]


@pytest.mark.parametrize("target", ["khong-co.md", "lien-ket.md"])
def test_a_link_that_leads_to_no_file_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    """Running again would not help: the link, to nothing or to itself, must go."""
    link = project / "content" / "posts" / "lien-ket.md"
    link.symlink_to(link.with_name(target))
    status = run(["check"])
    told = capsys.readouterr().err

    assert (2, True, True) == (status, str(link) in told, "Hãy xóa lối tắt ấy" in told)


def test_a_new_school_writes_checks_and_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The way of a new school, from nothing to its site, as README shows it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    statuses = [run(["init", "truong"])]
    monkeypatch.chdir(tmp_path / "truong")
    new = ["new", "Ngày hội đọc sách", "--type", "ngoai-khoa-trai-nghiem", "--date", "20/11/2025"]
    capsys.readouterr()
    statuses += [run(new)]
    path = capsys.readouterr().out.strip()
    statuses += [run(["check"]), run(["build"])]

    assert ([0, 0, 0, 0], "content/posts/2025/ngay-hoi-doc-sach/index.md", True) == (
        statuses,
        path,
        (tmp_path / "truong/site/tin/2025/ngay-hoi-doc-sach/index.html").is_file(),
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_new_post_keeps_its_address_when_its_title_is_mended(
    project: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """Links that were sent about still lead to it."""
    add(project, "mkdocs.yml", CONFIGURATION.replace("language: vi", f"language: {language}"))
    run(["new", "Ngày hộ đọc sách", "--type", "huong-nghiep", "--date", "20/11/2025"])
    path = project / capsys.readouterr().out.strip()
    text = path.read_text("utf-8").replace("Ngày hộ đọc sách", "Ngày hội đọc sách")
    path.write_text(f"{text}Các em đọc sách dưới tán phượng suốt buổi sáng.\n", "utf-8")
    status = run(["build"])
    page = project / "site/tin/2025/ngay-ho-doc-sach/index.html"

    assert (0, True) == (status, "Ngày hội đọc sách" in page.read_text("utf-8"))


def test_new_never_overwrites(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A post that is there stays as it is."""
    run(["new", "Bài của tôi", "--date", "20/11/2025"])
    file = project / "content/posts/2025/bai-cua-toi/index.md"
    file.write_text("của tôi", "utf-8")
    status = run(["new", "Bài của tôi", "--date", "2025-11-20"])

    assert (2, "của tôi", True) == (
        status,
        file.read_text("utf-8"),
        "content/posts/2025/bai-cua-toi/index.md" in capsys.readouterr().err,
    )


@pytest.mark.parametrize("title", ["Lễ: khai giảng", '"Đọc" #sách', "- gạch đầu", "Bài {1}, [2]"])
def test_any_title_is_read_back_as_it_was_given(project: Path, title: str) -> None:
    """Signs that mean something in front matter are quoted."""
    run(["new", "--type", "tuyên truyền", "--date", "20/11/2025", "--", title])
    run(["report", "2025", "--format", "json", "-o", "out.json"])
    data = json.loads((project / "out.json").read_text("utf-8"))

    assert title in [one["title"] for one in data["activities"]]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("file_format", ["json", "csv", "md"])
def test_reports_tell_the_figures_of_the_site(
    capsys: pytest.CaptureFixture[str], file_format: str
) -> None:
    """Every format that a terminal can show carries the activity and its figures."""
    status = run(["report", "2025", "--format", file_format])
    told = capsys.readouterr().out

    assert (0, True, True) == (status, "Tuyên truyền về biển đảo" in told, "100" in told)


def test_the_json_report_is_the_file_of_the_site(project: Path) -> None:
    """Two ways to the same figures give the same bytes."""
    run(["build"])
    run(["report", "2025", "--format", "json", "-o", "out.json"])

    assert (project / "site/tong-ket/2025/data.json").read_bytes() == (
        project / "out.json"
    ).read_bytes()


@pytest.mark.parametrize(
    ("language", "expected"), [("vi", "Cách dùng:"), ("en", "Usage:")], ids=["vi", "en"]
)
@pytest.mark.parametrize(
    "command", ["", "init", "new", "check", "build", "serve", "stage", "report", "plan"]
)
def test_help_speaks_the_sites_language(
    project: Path, capsys: pytest.CaptureFixture[str], command: str, language: str, expected: str
) -> None:
    """Help has one language and no word of the other."""
    add(project, "mkdocs.yml", CONFIGURATION.replace("language: vi", f"language: {language}"))
    status = run([*command.split(), "--help"])
    told = capsys.readouterr().out
    others = {"vi": "Show this", "en": "Hiện"}[language]

    assert (0, True, False) == (status, told.startswith(expected), others in told)


@pytest.mark.usefixtures("project")
def test_a_profile_names_each_step_and_its_parts(capsys: pytest.CaptureFixture[str]) -> None:
    """--profile says how long reading, converting, composing, rendering and the rest took."""
    run(["build", "--profile"])
    table = capsys.readouterr().err.partition(say("profile-title", "vi"))[2]
    steps = ("step-read", "step-compose", "step-render", "step-publish", "profile-sum")
    parts = ("part-documents", "part-rendering")

    assert [] == [code for code in (*steps, *parts) if say(code, "vi") not in table]


@pytest.fixture
def count_encodings(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many pictures were encoded so far."""
    runs: list[int] = []
    encode = renditions.encode_renditions

    def counted(data: bytes) -> tuple[object, ...]:
        runs.append(1)
        return encode(data)

    monkeypatch.setattr(renditions, "encode_renditions", counted)
    return lambda: len(runs)


def test_unchanged_pictures_are_encoded_once(
    project: Path, count_encodings: Callable[[], int]
) -> None:
    """Check, build and build again encode a picture once; a changed one once more."""
    for command in ("check", "build", "build"):
        run([command])
    once = count_encodings()
    add(project, "content/posts/2025/bien-dao/anh.jpg", jpeg_from_phone(500, 300))
    run(["build"])

    assert (1, 2) == (once, count_encodings())
