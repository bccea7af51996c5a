"""What `publish` says, sends, and exits with."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.live import Live

from builder.cli.app import run
from builder.cli.publish import Sending
from builder.cli.steps import Steps
from builder.publish import folder
from builder.publish.storage import Content
from builder.workflow import build
from builder.workflow import publish as workflow
from tests.publish.serving import serving
from tests.publish.target_contract import list_visible
from tests.workflow.school import CONFIGURATION, TODAY, post, write_files, write_project

TARGETS = CONFIGURATION + "      targets: {usb: {kind: folder, path: ../usb/site}}\n"
SEVERAL = (
    CONFIGURATION
    + "      targets: {a: {kind: folder, path: ../a}, b: {kind: folder, path: ../b}}\n"
)
_SETTLED_SECONDS = 0.06
"""After so long a file counts as one that no longer changes."""

BROKEN = {"content/posts/2025/hong.md": post(day="31/02/2025")}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small school's project with one target, as the current folder."""
    folder = write_project(tmp_path / "school", {"mkdocs.yml": TARGETS})
    monkeypatch.chdir(folder)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    return folder


@pytest.fixture
def look(tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """What visitors of the target see."""
    return lambda: list_visible((tmp_path / "usb/site").resolve())


def test_what_was_built_stands_at_the_target(
    project: Path, look: Callable[[], dict[str, bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    """To the byte; and the command says so only then."""
    status = run(["publish"])

    assert (0, list_visible(project / "site"), True) == (
        status,
        look(),
        "Đã đăng lên «usb»" in capsys.readouterr().out,
    )


def test_a_dry_run_lists_the_files_that_differ_and_does_nothing(
    project: Path, look: Callable[[], dict[str, bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exactly those of one post that was added."""
    run(["publish"])
    before = look()
    write_files(project, {"content/posts/2025/hai.md": post("Hội thảo", "06/03/2025")})
    capsys.readouterr()
    status = run(["publish", "--dry-run"])
    told = capsys.readouterr().out
    stands = look()
    run(["publish"])
    after = look()
    listed = dict(
        re.findall(r"^ *(?:thêm|thay|gỡ) +(\S+)()", told, re.MULTILINE),
    )
    differ = {path for path in {*before, *after} if before.get(path) != after.get(path)}

    assert (0, before, differ) == (status, stands, set(listed))


@pytest.mark.usefixtures("project")
def test_publishing_twice_sends_nothing(
    look: Callable[[], dict[str, bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    """The second time there is nothing to do, and that is said."""
    run(["publish"])
    stands = look()
    capsys.readouterr()
    status = run(["publish"])
    told = capsys.readouterr()

    assert (0, stands, True, False) == (
        status,
        look(),
        "không có gì phải gửi" in told.out,
        "Đang gửi" in told.err,
    )


def test_what_was_built_is_not_built_again(
    project: Path,
    look: Callable[[], dict[str, bytes]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither after `build` nor after `publish`; a new text is put into the site that stands."""
    time.sleep(_SETTLED_SECONDS)
    first = run(["build"])
    monkeypatch.setattr(build, "read_content", _read_nothing)
    second = run(["publish"])
    told = capsys.readouterr().out
    mended = post(more="\n![Học sinh xem triển lãm về biển](anh.jpg)\n\nThêm một câu.\n")
    write_files(project, {"content/posts/2025/bien-dao/index.md": mended})
    third = run(["publish"])
    stands = look()

    assert (0, 0, 0, True) == (first, second, third, "Không có gì thay đổi" in told)
    assert any("Thêm một câu.".encode() in data for data in stands.values())
    assert list_visible(project / "site") == stands


@pytest.mark.usefixtures("project")
def test_a_site_that_publish_built_is_not_built_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one `publish` left is found by the next."""
    time.sleep(_SETTLED_SECONDS)
    first = run(["publish", "--lenient"])
    monkeypatch.setattr(build, "read_content", _read_nothing)
    capsys.readouterr()
    second = run(["publish", "--lenient"])

    assert (0, 0, True) == (first, second, "Không có gì thay đổi" in capsys.readouterr().out)


def test_back_returns_to_the_release_before(
    project: Path, look: Callable[[], dict[str, bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    """To the byte, and without building."""
    run(["publish"])
    first = look()
    write_files(project, {"content/posts/2025/hai.md": post("Hội thảo", "06/03/2025")})
    run(["publish"])
    write_files(project, BROKEN)
    status = run(["publish", "--back"])

    assert (0, first, True) == (
        status,
        look(),
        bool(re.search(r"Đã trở lại bản đăng lúc \d\d:\d\d \d\d/", capsys.readouterr().out)),
    )


def test_back_can_be_tried(
    project: Path, look: Callable[[], dict[str, bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    """The dry run of the way back lists what would go."""
    run(["publish"])
    write_files(project, {"content/posts/2025/hai.md": post("Hội thảo", "06/03/2025")})
    run(["publish"])
    stands = look()
    status = run(["publish", "--back", "--dry-run"])

    assert (0, stands, True) == (
        status,
        look(),
        bool(re.search(r"gỡ +tin/2025/hoi-thao/index.html", capsys.readouterr().out)),
    )


@pytest.mark.usefixtures("project")
def test_without_a_release_before_back_exits_3(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing was confirmed, and the sentence says what stands."""
    run(["publish"])
    status = run(["publish", "--back"])

    assert (3, True) == (status, "Nơi đăng giữ nguyên như trước." in capsys.readouterr().err)


@pytest.mark.parametrize(
    ("files", "status"),
    [(BROKEN, 1), ({"mkdocs.yml": TARGETS.replace("kind: folder", "kind: fax")}, 2)],
    ids=["content", "configuration"],
)
def test_errors_send_nothing(
    project: Path,
    look: Callable[[], dict[str, bytes]],
    files: dict[str, str],
    status: int,
) -> None:
    """Exit status 1 for the content, 2 for the configuration."""
    run(["publish"])
    stands = look()
    write_files(project, files)

    assert (status, stands) == (run(["publish"]), look())


def test_lenient_publishes_the_rest_and_says_what_is_left_out(
    project: Path, look: Callable[[], dict[str, bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    """As a build does."""
    write_files(project, BROKEN)
    status = run(["publish", "--lenient"])

    assert (0, True, True) == (
        status,
        "index.html" in look(),
        "  content/posts/2025/hong.md" in capsys.readouterr().err,
    )


@pytest.mark.parametrize("path", ["pages/gioi-thieu.md", "plans/2025.md", "reports/2025.md"])
def test_what_cannot_be_left_out_is_not_published(
    project: Path, look: Callable[[], dict[str, bytes]], path: str
) -> None:
    """Where it must not be shown; a post would be left out."""
    run(["publish"])
    stands = look()
    write_files(project, {f"content/{path}": "---\ntitle: A\n---\n\nTỐI MẬT\n"})
    status = run(["publish", "--lenient"])

    assert (1, stands) == (status, look())


@pytest.mark.parametrize(
    ("configuration", "words", "expected"),
    [
        (CONFIGURATION, ["publish"], "targets"),
        (SEVERAL, ["publish"], "a, b"),
        (SEVERAL, ["publish", "c"], "«c»"),
        (TARGETS.replace("../usb/site", "."), ["publish"], "nội dung"),
        (TARGETS.replace("../usb/site", "content/posts/a"), ["publish"], "nội dung"),
        (TARGETS.replace("../usb/site", "site"), ["publish"], "lần dựng sau"),
        (TARGETS.replace("../usb/site", "site/a"), ["publish"], "lần dựng sau"),
        (TARGETS.replace("../usb/site", ".cache/a"), ["publish"], "lần dựng sau"),
        (TARGETS.replace("../usb/site", ".site.outreach"), ["publish"], "lần dựng sau"),
        (TARGETS.replace("folder", "fodler"), ["publish"], "outreach check"),
        (SEVERAL.replace("kind: folder, path: ../b", "kind: folder"), ["publish"], "check"),
        (
            SEVERAL.replace("kind: folder, path: ../b", "kind: folder"),
            ["publish", "--back"],
            "check",
        ),
    ],
)
def test_a_target_that_is_not_clear_exits_2(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    configuration: str,
    words: list[str],
    expected: str,
) -> None:
    """No target, several, an unknown one, a broken one, one that would mix with the sources."""
    write_files(project, {"mkdocs.yml": configuration})
    status = run(words)

    assert (2, True) == (status, expected in capsys.readouterr().err)


@pytest.mark.usefixtures("project")
def test_a_file_of_others_in_the_way_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stays as it is, and nothing is sent."""
    (tmp_path / "usb/site").mkdir(parents=True)
    (tmp_path / "usb/site/index.html").write_text("by hand")
    status = run(["publish"])

    assert (3, True, {"index.html": b"by hand"}) == (
        status,
        "«index.html»" in capsys.readouterr().err,
        list_visible(tmp_path / "usb/site"),
    )


@pytest.mark.usefixtures("project")
def test_a_copy_made_by_hand_is_taken_over(project: Path, tmp_path: Path) -> None:
    """Files that are ours to the byte are in nobody's way."""
    run(["build"])
    home = tmp_path / "usb/site/index.html"
    home.parent.mkdir(parents=True)
    home.write_bytes((project / "site/index.html").read_bytes())

    assert 0 == run(["publish"])


def test_a_full_drive_exits_3_and_says_what_stands(
    look: Callable[[], dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    project: Path,
) -> None:
    """The old site stands to the byte."""
    run(["publish"])
    stands = look()
    write_files(project, {"content/posts/2025/hai.md": post("Hội thảo", "06/03/2025")})

    send = folder._send

    def refuse(content: Content, file: Path) -> None:
        if "/sites/" in file.as_posix():
            raise OSError(28, "No space left on device")
        send(content, file)

    monkeypatch.setattr(folder, "_send", refuse)
    status = run(["publish"])
    told = capsys.readouterr().err

    assert (3, stands, True, True) == (
        status,
        look(),
        "hết chỗ" in told,
        "trang cũ, nguyên vẹn" in told,
    )


@pytest.mark.parametrize(
    ("shows", "status", "expected"),
    [
        ("the site", 0, "đúng như bản vừa gửi"),
        ("something else", 3, "không giống bản vừa gửi"),
        ("nothing", 3, "không trả lời"),
    ],
)
def test_the_website_is_looked_at(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shows: str,
    status: int,
    expected: str,
) -> None:
    """What visitors are not given is not confirmed."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(workflow, "_PAUSES_SECONDS", ())
    run(["build"])
    site = list_visible(project / "site")
    with serving() as serve:
        url = serve(site if shows == "the site" else {"index.html": b"else"})
        if shows == "nothing":
            url = "http://127.0.0.1:9/"
        stated = TARGETS.replace("path: ../usb/site", f'path: ../usb/site, url: "{url}"')
        write_files(project, {"mkdocs.yml": stated})
        told_status = run(["publish"])
    told = capsys.readouterr()

    assert (status, True) == (told_status, expected in told.out + told.err)


@pytest.mark.parametrize("is_live", [True, False], ids=["terminal", "elsewhere"])
def test_a_count_moves_on_a_terminal_alone(
    *, is_live: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Elsewhere each stretch is one plain line, and none where nothing is to be done."""
    status = MovingLine()
    steps = Steps("vi", status if is_live else None)
    sending = Sending(steps, "vi")
    sending.begin("publish-keeping", 0)
    sending.begin("publish-sending", 2)
    sending.advance()
    sending.advance()
    counted = ["Đang gửi 2 tệp …", "Đang gửi 2 tệp … 1/2", "Đang gửi 2 tệp … 2/2"]

    assert (counted if is_live else [], [] if is_live else counted[:1]) == (
        status.shown,
        capsys.readouterr().err.splitlines(),
    )


class MovingLine(Live):
    """A line of a terminal that remembers what it showed."""

    def __init__(self) -> None:
        super().__init__(auto_refresh=False)
        self.shown: list[object] = []

    def update(self, renderable: object, **_: object) -> None:
        """Show something else."""
        self.shown.append(renderable)


def _read_nothing(*_: object, **__: object) -> None:
    """Stands where content would be read."""
    pytest.fail("the content was read again")
