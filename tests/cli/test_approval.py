"""`approve` and `status`: what is asked, what is written, what readers see after it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.cli.app import run
from builder.disk.writing import write_whole
from tests.images.pictures import jpeg_from_phone
from tests.workflow.school import CONFIGURATION, fingerprint, write_files, write_project

REQUIRED = f"{CONFIGURATION}      approval: required\n"
PATH = "content/posts/2025/doc-sach.md"
PAGE = "site/tin/2025/ngay-hoi-doc-sach/index.html"
LIST = "content/duyet.lock"
APPROVER = "Phạm Minh Sáng"
DAY = "2025-12-01"
POST = """\
---
tiêu đề: Ngày hội đọc sách   # hỏi lại cô Lan
ngày: 12/03/2025
loại: tuyen-truyen
tham gia: 20 cán bộ, 100 học sinh
người viết: Lê Thị Lan
tóm tắt: Tóm tắt của bài.
trạng thái: chờ duyệt
---

Nhà trường tổ chức ngày hội.
Sách xếp đầy sân trường, mỗi lớp kể một câu chuyện mà các em thích nhất trong năm.
"""
STATED = f"người duyệt: {APPROVER}\nngày duyệt: 01/12/2025\nmã duyệt: "
Approve = Callable[..., int]


class Typed(io.TextIOWrapper):
    """What somebody types, or another program gives."""

    def __init__(self, text: str) -> None:
        super().__init__(io.BytesIO(text.encode()), encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A school that requires approval, with one post in review, as the current folder."""
    folder = write_project(tmp_path / "school", {"mkdocs.yml": REQUIRED, PATH: POST})
    monkeypatch.chdir(folder)
    monkeypatch.setenv("OUTREACH_TODAY", DAY)
    monkeypatch.setenv("OUTREACH_APPROVER", APPROVER)
    return folder


@pytest.fixture
def approve(monkeypatch: pytest.MonkeyPatch) -> Approve:
    """Runs `approve` with what is typed at its questions."""

    def answer(*posts: str, typed: str = "có\n") -> int:
        monkeypatch.setattr("sys.stdin", Typed(typed))
        return run(["approve", *posts])

    return answer


def read(project: Path, path: str = PATH) -> str:
    """Text of a file, its line ends as they are."""
    return (project / path).read_bytes().decode("utf-8")


def change(project: Path, old: str, new: str) -> None:
    """A teacher edits the post."""
    (project / PATH).write_bytes(read(project).replace(old, new).encode())


def is_online(project: Path) -> bool:
    """Whether a build publishes the post."""
    assert 0 == run(["build"])
    return (project / PAGE).is_file()


def test_an_approved_post_changed_by_one_word_waits_until_approved_again(
    project: Path, approve: Approve, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the page, from the figures, and back; every command says done."""
    seen = [is_online(project)]
    statuses = [approve(PATH)]
    seen.append(is_online(project))
    change(project, "tổ chức ngày hội", "tổ chức hội")
    seen.append(is_online(project))
    capsys.readouterr()
    statuses.append(run(["check"]))
    told = capsys.readouterr().out
    figures = json.loads(read(project, "site/du-lieu/activities.json"))["activities"]
    statuses.append(approve(PATH))
    seen.append(is_online(project))

    assert ([False, True, False, True], [0, 0, 0], []) == (seen, statuses, figures)
    assert f"{PATH}:11: Lưu ý: Bài đã thay đổi sau khi {APPROVER} duyệt (ngày 01/12/2025)" in told


def test_an_approver_hears_what_the_post_lets_pass(
    project: Path, approve: Approve, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever wrote the post wrote the reason; somebody else must see it."""
    change(project, "tiêu đề:", "cho phép: [{quy tắc: phone, lý do: số của văn phòng}]\ntiêu đề:")
    approve(PATH)

    assert "  phone – số của văn phòng\n" in capsys.readouterr().err


def test_an_approval_is_four_lines_and_not_another_byte(project: Path, approve: Approve) -> None:
    """In place of the line that stood, the rest at the end of the front matter."""
    approve(PATH)
    before, after = read(project).split("mã duyệt: ")
    found, _, body = after.partition("\n")

    assert POST.replace("chờ duyệt", "đã duyệt").replace(
        "---\n\n", f"{STATED}{found}\n---\n\n"
    ) == (f"{before}mã duyệt: {found}\n{body}")
    assert 32 == len(found)


@pytest.mark.parametrize(
    ("old", "new", "stated"),
    [
        ("\n", "\r\n", "trạng thái: đã duyệt\r\n"),
        ("---\ntiêu", "\ufeff---\ntiêu", "trạng thái: đã duyệt\n"),
        ("trạng thái: chờ duyệt", "nháp: có  # chưa xong", "nháp: không  # chưa xong\n"),
        ("trạng thái: chờ duyệt", "trạng thái: 'nháp'  # chưa", "trạng thái: đã duyệt  # chưa\n"),
        ("trạng thái: chờ duyệt\n", "", "\ntrạng thái: đã duyệt\nngười duyệt: "),
        ("tiêu đề:", "title:", "\napproved_on: 2025-12-01\napproved_hash: "),
    ],
    ids=["Windows", "byte order mark", "draft key", "quoted", "no status", "English"],
)
def test_a_file_stays_as_its_writer_keeps_it(
    project: Path, approve: Approve, old: str, new: str, stated: str
) -> None:
    """Line ends, marks, comments and the language of its keys; and the approval holds."""
    change(project, old, new)
    before = read(project)
    status = approve(PATH)
    after = read(project)

    assert (0, True, True) == (status, stated in after, is_online(project))
    assert set(before.splitlines()) - set(after.splitlines()) <= {
        line for line in before.splitlines() if "trạng thái" in line or "nháp" in line
    }


def test_the_points_that_were_ticked_are_kept(project: Path, approve: Approve) -> None:
    """A line a post: who, when, which content, which points; a new approval replaces the old."""
    approve(PATH)
    approve("content/posts/2025/bien-dao/index.md")
    change(project, "ngày hội.", "hội.")
    approve(PATH)
    kept = [json.loads(line) for line in read(project, LIST).splitlines()]
    found = read(project).partition("mã duyệt: ")[2].partition("\n")[0]

    assert ["content/posts/2025/bien-dao/index.md", PATH] == [one["post"] for one in kept]
    assert {
        "post": PATH,
        "approved_by": APPROVER,
        "approved_on": DAY,
        "approved_hash": found,
        "checked": [
            "su-that", "bi-mat", "rieng-tu", "nuoc-ngoai", "tai-tro", "so-lieu", "chinh-ta"
        ],
    } == kept[1]  # fmt: skip


def test_the_check_list_is_printed_with_the_post(
    approve: Approve, capsys: pytest.CaptureFixture[str], project: Path
) -> None:
    """A line a point, the figures that the approver compares, and what `check` says of it."""
    change(project, "20 cán bộ, 100 học sinh", "{cán bộ: 20, học sinh: khoảng 100}")
    change(project, "ngày hội.", "ngày hội.\n\n![](anh.jpg)")
    write_files(project, {"content/posts/2025/anh.jpg": jpeg_from_phone(600, 400)})
    approve(PATH)
    told = capsys.readouterr().err

    assert "  Tham gia: 20 cán bộ, giáo viên, nhân viên, ≈ 100 học sinh\n  Số ảnh: 1\n" in told
    assert "  2. Không lộ bí mật nhà nước, tài liệu nội bộ.\n" in told
    assert "  7. Chính tả, tên cơ quan, chức vụ đúng.\n" in told
    assert f"{PATH}:13: Lưu ý: Ảnh «anh.jpg» chưa có lời mô tả" in told


def test_a_point_that_is_not_right_stops_the_approval(
    project: Path, approve: Approve, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written, and the command says which point it was; other words ask again."""
    before = fingerprint(project / "content")
    status = approve(PATH, typed="ừ\n9\n6, 3\n")

    assert (1, before) == (status, fingerprint(project / "content"))
    assert f"Chưa duyệt {PATH}: điều 3, 6 chưa ổn." in capsys.readouterr().err


def test_an_unchanged_post_needs_no_second_approval(
    project: Path, approve: Approve, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says who approved it, asks nothing and writes nothing."""
    approve(PATH)
    before = fingerprint(project / "content")
    capsys.readouterr()
    status = approve(PATH, typed="")

    assert (0, before) == (status, fingerprint(project / "content"))
    assert f"{PATH} đã được {APPROVER} duyệt ngày 01/12/2025" in capsys.readouterr().out


def test_an_approval_whose_ticks_were_lost_is_given_again(project: Path, approve: Approve) -> None:
    """The post's own lines say nothing of the points."""
    approve(PATH)
    (project / LIST).unlink()
    status = approve(PATH)

    assert (0, 1) == (status, len(read(project, LIST).splitlines()))


@pytest.mark.parametrize(
    ("old", "new", "status", "sentence"),
    [
        ("12/03/2025", "32/03/2025", 1, "vì bài còn lỗi kể ở trên"),
        ("Lê Thị Lan", "Lan, phạm  minh sáng", 2, "người duyệt cũng là người viết"),
        ("trạng thái: chờ duyệt", "nội bộ: có", 2, "là bài nội bộ"),
        ("chờ duyệt", "đã gỡ", 2, "là bài đã gỡ"),
        ("trạng thái: chờ duyệt", "trạng thái: >\n  chờ duyệt", 2, "Không ghi được phần duyệt"),
        ("trạng thái: chờ duyệt", "trạng thái: nháp\nsố lần: hai", 1, "vì bài còn lỗi"),
        ("Ngày hội đọc sách", "Tuyên truyền về biển đảo", 1, "vì bài còn lỗi"),
        ("ngày hội.", "ngày hội.\n\n![Em đọc sách](hong.jpg)", 1, "vì bài còn lỗi"),
    ],
    ids=[
        *("broken", "own", "internal", "withdrawn", "over lines", "broken draft", "clash"),
        "picture of a draft",
    ],
)
def test_what_cannot_be_approved_is_told_and_left_alone(
    project: Path,
    approve: Approve,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    status: int,
    sentence: str,
) -> None:
    """A draft is judged as the post that it will be."""
    approve("content/posts/2025/bien-dao/index.md")
    change(project, old, new)
    write_files(project, {"content/posts/2025/hong.jpg": b"no picture"})
    before = fingerprint(project / "content")

    assert status == approve(PATH)
    assert (before, True) == (
        fingerprint(project / "content"),
        sentence in capsys.readouterr().err,
    )


@pytest.mark.parametrize(
    ("here", "name"),
    [
        (".", PATH),
        (".", "content/posts/2025/doc-sach"),
        (".", "content\\posts\\2025\\doc-sach.md"),
        (".", "2025/ngay-hoi-doc-sach"),
        (".", "/tin/2025/ngay-hoi-doc-sach/"),
        ("content/posts", "2025/doc-sach.md"),
        ("content/posts/2025", "doc-sach.en.md"),
        ("content/pages", PATH),
    ],
)
def test_a_post_is_known_by_its_path_and_by_its_address(
    project: Path, approve: Approve, monkeypatch: pytest.MonkeyPatch, here: str, name: str
) -> None:
    """From wherever the command is run."""
    monkeypatch.chdir(project / here)

    assert 0 == approve(name)
    assert STATED in read(project)


def test_an_absolute_path_and_a_bundles_folder_will_do(project: Path, approve: Approve) -> None:
    """Both at once, each asked for by itself, each once."""
    bundle = "content/posts/2025/bien-dao/"
    status = approve(str(project / PATH), bundle, f"{bundle}index.md", typed="c\nyes\n")

    assert (0, 2) == (status, len(read(project, LIST).splitlines()))


def test_a_post_that_there_is_not_stops_the_command(
    project: Path, approve: Approve, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is asked."""
    before = fingerprint(project / "content")

    assert (2, before) == (approve(PATH, "2025/khong-co"), fingerprint(project / "content"))
    assert capsys.readouterr().err.startswith("Không có bài «2025/khong-co».")


def test_a_refused_post_holds_up_no_other(project: Path, approve: Approve) -> None:
    """The exit status tells that one of them is not approved."""
    write_files(
        project, {"content/posts/2025/noi-bo.md": POST.replace("---\n\n", "nội bộ: có\n---\n\n")}
    )

    assert 2 == approve("content/posts/2025/noi-bo.md", PATH)
    assert is_online(project)


def test_a_post_that_changed_meanwhile_is_not_approved(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What the approver looked at isn't what stands there: the writer's edit stays."""

    class Typing(Typed):
        def readline(self, *_: object) -> str:
            change(project, "ngày hội.", "hội thi.")
            return "có\n"

    monkeypatch.setattr("sys.stdin", Typing(""))
    status = run(["approve", PATH])

    assert (2, POST.replace("ngày hội.", "hội thi."), False) == (
        status,
        read(project),
        (project / LIST).exists(),
    )
    assert f"Chưa duyệt {PATH}: bài vừa có người sửa" in capsys.readouterr().err


def test_a_machine_that_stops_halfway_leaves_the_post_waiting(
    project: Path, approve: Approve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ticks without an approval harm nobody; approving once more completes it."""

    def fail(file: Path, data: bytes) -> None:
        if file.name != "duyet.lock":
            raise OSError(28, "No space left on device", str(file))
        write_whole(file, data)

    with monkeypatch.context() as broken:
        broken.setattr("builder.workflow.approval.write_whole", fail)
        statuses = [approve(PATH)]
    seen = [read(project) == POST, is_online(project)]
    statuses.append(approve(PATH))

    assert ([2, 0], [True, False], True) == (statuses, seen, is_online(project))
    assert 1 == len(read(project, LIST).splitlines())


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [("", "có\n", "Chưa biết ai duyệt."), (APPROVER, "", "Chưa duyệt vì chưa có câu trả lời")],
)
def test_nothing_is_guessed_where_nobody_answers(
    project: Path,
    approve: Approve,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    typed: str,
    sentence: str,
) -> None:
    """Outside a terminal the name comes from the environment and the answers from the input."""
    monkeypatch.setenv("OUTREACH_APPROVER", name)
    before = fingerprint(project / "content")

    assert (2, before) == (approve(PATH, typed=typed), fingerprint(project / "content"))
    assert sentence in capsys.readouterr().err


def test_a_terminal_is_asked_for_the_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept composed and without needless blanks, in quotes where it must be."""

    class Terminal(Typed):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("OUTREACH_APPROVER")
    monkeypatch.setattr("sys.stdin", Terminal("  \nCo\u0302  Hoa:  Phó\ncó\n"))

    assert 0 == run(["approve", PATH])
    assert 'người duyệt: "Cô Hoa: Phó"\n' in read(project)


def test_an_unreadable_list_of_approvals_is_never_written_over(
    project: Path, approve: Approve, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody's ticks may still be in it."""
    write_files(project, {LIST: b"\xff\xfe"})
    before = fingerprint(project / "content")

    assert (2, before) == (approve(PATH), fingerprint(project / "content"))
    assert f"Không đọc được tệp {LIST}" in capsys.readouterr().err


def test_an_approval_is_written_where_none_is_required_too(
    project: Path, approve: Approve, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says that nothing waits for it."""
    write_files(project, {"mkdocs.yml": CONFIGURATION})

    assert 0 == approve(PATH)
    assert STATED in read(project)
    assert "«approval: off»" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["status", f"approve {PATH}"])
def test_a_broken_configuration_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """Nobody can tell what the school requires."""
    write_files(project, {"mkdocs.yml": REQUIRED.replace("required", "maybe")})

    assert 2 == run(command.split())
    assert "vì cấu hình đang có lỗi" in capsys.readouterr().err


def wait(project: Path) -> None:
    """Posts that wait for all that there is."""
    posts = {
        "sua": "trạng thái: đã duyệt\nngười duyệt: Cô Hoa\nngày duyệt: 20/11/2025\nmã duyệt: 00",
        "cho": "trạng thái: chờ duyệt",
        "chua": "địa điểm: Sân trường",
        "hen": "trạng thái: đã duyệt\nngười duyệt: Cô Hoa\nngày đăng: 31/12/2025",
        "nhap": "nháp: có",
        "noi": "nội bộ: có",
        "lap": "trạng thái: đã duyệt\nngười duyệt: Cô Hoa\n"
        'cho phép: [{quy tắc: phone, lý do: "Số của [văn phòng]"}]',
    }
    for name, more in posts.items():
        text = POST.replace("trạng thái: chờ duyệt", more).replace(
            "Ngày hội đọc sách", f"Bài {name}"
        )
        write_files(project, {f"content/posts/2025/{name}.md": text})
    (project / PATH).unlink()
    write_files(project, {"content/posts/2025/bien-dao/index.md": POST.replace("12/03", "32/03")})


def test_status_lists_what_waits_for_whom_and_since_when(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Most urgent first; internal posts wait for nobody."""
    wait(project)
    status = run(["status"])
    told = capsys.readouterr()
    heads = ["Bài", "Chờ ai", "Từ ngày"]
    rows = [
        [cell.strip() for cell in line.split("  ") if cell.strip()]
        for line in told.out.splitlines()
        if line.strip() and "─" not in line
    ]

    assert (
        0,
        [
            ["Đã sửa sau khi duyệt, chờ duyệt lại (1)"],
            heads,
            ["Bài sua", "Cô Hoa", "20/11/2025 (11 ngày)"],
            ["2025/bai-sua"],
            ["Chờ duyệt (1)"],
            heads,
            ["Bài cho", "Người duyệt", "12/03/2025 (264 ngày)"],
            ["2025/bai-cho"],
            ["Chưa được duyệt (1)"],
            heads,
            ["Bài chua", "Người duyệt", "12/03/2025 (264 ngày)"],
            ["2025/bai-chua"],
            ["Chờ đến ngày đăng (1)"],
            heads,
            ["Bài hen", "Đến ngày thì lên trang", "31/12/2025"],
            ["2025/bai-hen"],
            ["Bản nháp (1)"],
            heads,
            ["Bài nhap", "Lê Thị Lan", "12/03/2025 (264 ngày)"],
            ["2025/bai-nhap"],
            ["Điều nhà trường đã chấp nhận (1)"],
            ["Bài", "Quy tắc", "Lý do"],
            ["Bài lap", "phone", "Số của [văn phòng]"],
            ["2025/bai-lap"],
        ],
        "Ngoài ra có 1 bài còn lỗi; hãy chạy outreach check để xem từng lỗi.\n",
    ) == (status, rows, told.err)


@pytest.mark.usefixtures("project")
def test_status_says_that_nothing_waits(
    approve: Approve, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing else, where nothing is accepted either."""
    approve(PATH, "2025/tuyen-truyen-ve-bien-dao", typed="có\ncó\n")
    capsys.readouterr()
    run(["status"])

    assert ("Không có bài nào đang chờ.\n", "") == capsys.readouterr()


PLAN = """\
---
tiêu đề: Kế hoạch năm 2025
nhiệm vụ:
  - {mã: NV1, tên: Tuyên truyền, chỉ tiêu: [{chỉ số: số hoạt động, ít nhất: 2, tính: tất cả}]}
  - {mã: NV2, tên: Kết nối trường bạn, phụ trách: Cô Hoa, hạn: tháng 12}
  - {mã: NV3, tên: Viết bài, chỉ tiêu: [{chỉ số: tin bài, ít nhất: 1}]}
  - {mã: NV4, tên: Tập huấn do tỉnh tổ chức, nếu có: có}
  - {mã: NV5, tên: Đón đoàn}
---
"""


@pytest.mark.parametrize(
    ("today", "tasks"),
    [
        (DAY, [["NV2. Kết nối trường bạn", "Cô Hoa", "tháng 12"],
               ["NV3. Viết bài", "Chưa giao cho ai", "–"]]),
        ("2026-01-01", []),
    ],
)  # fmt: skip
def test_status_lists_tasks_without_an_activity(
    project: Path, capsys: pytest.CaptureFixture[str], today: str, tasks: list[list[str]]
) -> None:
    """While their plan runs: not those begun, named by a post, or met only on occasion."""
    named = POST.replace("trạng thái: chờ duyệt", "nhiệm vụ: NV5").replace(
        "tuyen-truyen", "van-ban"
    )
    write_files(project, {"mkdocs.yml": CONFIGURATION, "content/plans/2025.md": PLAN, PATH: named})
    run(["status", "--today", today])
    lines = capsys.readouterr().out.splitlines()
    cells = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lines]

    assert tasks == [row for row in cells if row and row[0].startswith("NV")]
