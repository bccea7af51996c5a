"""Whose approval holds: of the content as it stands, in whatever form it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

import pytest

from builder.locale import LANGUAGES, speak_problem
from builder.model.approval import APPROVALS
from builder.model.library import Library
from builder.model.problems import Outcome, Problem, Severity, Where
from builder.reading.joining.approvals import hash_content
from builder.reading.project import Sources, read_project

TODAY = date(2025, 12, 1)
POST = "content/posts/2025/bai/index.md"
ENGLISH = "content/posts/2025/bai/index.en.md"
PICTURE = "content/posts/2025/bai/anh.jpg"
PAPER = "content/posts/2025/bai/bien-ban.pdf"
TEXT = """\
---
tiêu đề: Ngày hội đọc sách
ngày: 05/03/2025
loại: tuyen-truyen
tham gia: {học sinh: 100, cán bộ: 20}
ảnh bìa: {ảnh: anh.jpg, mô tả: Học sinh đọc sách}
đồng ý đăng ảnh: không cần
người viết: Lê Thị Lan
đối tác:
- Thư viện huyện
---

Nhà trường tổ chức [ngày hội](bien-ban.pdf).
Sách xếp đầy sân trường, mỗi lớp kể một câu chuyện mà các em thích nhất trong năm.
Cuối buổi, thầy cô tặng thư viện những cuốn sách mới cho mọi lớp cùng đọc.
"""
CONFIGURATION = """\
site_name: a
theme: {name: material}
plugins:
  - outreach:
      school: {name: Trường THCS Hoa Mai}
"""
TRANSLATION = "---\ntitle: Book day\n---\n\nPupils read.\n"
DAY, TYPE = "ngày: 05/03/2025\n", "loại: tuyen-truyen\n"
HAND = {
    "trạng thái": "đã duyệt", "người duyệt": "Phạm Minh Sáng", "ngày duyệt": "06/03/2025"
}  # fmt: skip


def school(
    text: str, *, change: Mapping[str, bytes] | None = None, options: str = "approval: required"
) -> Outcome[Library]:
    """A school with one post, as it is read."""
    files = {
        "mkdocs.yml": f"{CONFIGURATION}      {options}\n".encode(),
        POST: text.encode(),
        ENGLISH: TRANSLATION.encode(),
        PICTURE: b"pixels",
        PAPER: b"paper",
        **(change or {}),
    }
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    texts = {path: data for path, data in files.items() if not path.endswith((".jpg", ".pdf"))}
    return read_project(Sources(texts, frozenset(files), digests=digests), today=TODAY)


def state(text: str, **keys: str) -> str:
    """The text with more lines at the end of its front matter."""
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return text.replace("---\n\n", f"{lines}---\n\n", 1)


def approve(text: str, change: Mapping[str, bytes] | None = None) -> str:
    """The text with its approval."""
    open_text = state(text, **HAND, **{"mã duyệt": "0"})
    library = school(open_text, change=change).value
    assert library is not None
    sources = {POST: text.encode(), PICTURE: b"pixels", PAPER: b"paper", **(change or {})}
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in sources.items()}
    found = hash_content((*library.posts, *library.waiting)[0], digests)
    return state(text, **HAND, **{"mã duyệt": str(found)})


def is_published(outcome: Outcome[Library]) -> bool:
    """Whether readers see the one post."""
    assert outcome.value is not None
    return [POST] == [one.path for one in outcome.value.posts]


def codes(outcome: Outcome[Library]) -> list[str]:
    """Codes of all that is told."""
    return [one.code for one in outcome.problems]


def test_an_approved_post_is_published() -> None:
    """Nothing is told of it."""
    read = school(approve(TEXT))

    assert (True, []) == (is_published(read), codes(read))


@pytest.mark.parametrize(
    "change",
    [
        ("đọc sách", "đọc báo"),
        ("05/03/2025", "06/03/2025"),
        ("học sinh: 100", "học sinh: 101"),
        ("cán bộ: 20", "cán bộ: chưa rõ"),
        ("tổ chức", "long trọng tổ chức"),
        ("Lê Thị Lan", "Lê Thị Hoa"),
        ("Thư viện huyện", "Thư viện xã"),
        ("mô tả: Học sinh đọc sách", "mô tả: Học sinh"),
        ("đối tác:", "toàn trường: có\nđối tác:"),
        ("đối tác:", "nội bộ: không\nđối tác:"),
    ],
)
def test_a_change_puts_a_post_back_to_waiting(change: tuple[str, str]) -> None:
    """Title, day, figures, body, pictures' words: one is enough, and the line says who approved."""
    text = approve(TEXT)
    read = school(text.replace(*change))
    told = {"approver": "Phạm Minh Sáng", "day": "06/03/2025", "path": POST}
    line = text.replace(*change).split("mã duyệt")[0].count("\n") + 1
    problem = Problem("approval-outdated", Where(POST, line), told, Severity.WARNING)

    assert (False, (problem,)) == (is_published(read), read.problems)
    assert read.value is not None
    assert {POST} == read.value.outdated


@pytest.mark.parametrize(
    ("path", "data"),
    [(PICTURE, b"other"), (PAPER, b"other"), (ENGLISH, TRANSLATION.replace("s", "z").encode())],
)
def test_what_belongs_to_a_post_is_approved_with_it(path: str, data: bytes) -> None:
    """Its pictures and papers to the byte, and its translation."""
    read = school(approve(TEXT), change={path: data})

    assert (False, ["approval-outdated"]) == (is_published(read), codes(read))


@pytest.mark.parametrize(
    "link",
    [
        "[biên bản](<bien-ban.pdf>)",
        "[biên bản][1]\n\n[1]: bien-ban.pdf\n\nHết",
        '<a href="bien-ban.pdf">biên bản</a>',
        "[![Sách](anh.jpg)](bien-ban.pdf)",
        '[bài khác](index.md#dau) và [biên bản](bien-ban.pdf "PDF")',
    ],
    ids=["angles", "reference", "tag", "picture", "second"],
)
def test_a_paper_is_found_however_it_is_linked(link: str) -> None:
    """A school may write any Markdown."""
    text = approve(TEXT.replace("[ngày hội](bien-ban.pdf)", link))

    assert [True, False] == [
        is_published(school(text, change={PAPER: data})) for data in (b"paper", b"other")
    ]


def test_pictures_of_a_translation_are_approved_with_it() -> None:
    """Though the original doesn't show them."""
    english = f"{TRANSLATION}\n![Pupils](en.jpg)\n".encode()
    change = {ENGLISH: english, "content/posts/2025/bai/en.jpg": b"pixels"}
    text = approve(TEXT, change)
    changed = change | {"content/posts/2025/bai/en.jpg": b"other"}

    assert [True, False] == [is_published(school(text, change=one)) for one in (change, changed)]


@pytest.mark.parametrize(
    "text",
    [
        approve(TEXT).replace("\n", "\r\n"),
        "\ufeff" + approve(TEXT),
        approve(TEXT).replace("ọ", "o\u0323"),
        approve(TEXT) + "\n\n",
        approve(TEXT).replace("loại:", "activity_type:").replace("tiêu đề:", "title:  "),
        approve(TEXT).replace("tiêu đề: Ngày hội đọc sách", 'tiêu đề: "Ngày hội đọc sách"'),
        approve(TEXT).replace(DAY, "").replace(TYPE, TYPE + DAY),
        approve(TEXT).replace("- Thư viện huyện", "  - Thư viện huyện"),
        approve(TEXT).replace("{học sinh: 100, cán bộ: 20}", "{cán bộ: 20, học sinh: 100}"),
        approve(TEXT).replace("đối tác:", "# Hỏi lại thư viện\nđịa điểm:\nđối tác:"),
        approve(TEXT).replace("đã duyệt", "approved").replace("06/03/2025", "07/03/2025"),
        approve(TEXT).replace("Phạm Minh Sáng", "Hoàng Văn Đức"),
        approve(TEXT).replace("trạng thái:", "ngày đăng: 01/11/2025\ntrạng thái:"),
    ],
    ids=[
        *("Windows", "byte order mark", "decomposed", "last lines", "other names"),
        *("quotes", "order", "indent", "order of groups", "comment", "approval's day"),
        *("approver", "day of publication"),
    ],
)  # fmt: skip
def test_what_nobody_can_see_undoes_no_approval(text: str) -> None:
    """An editor's line ends, the order of keys, a comment: the content is the same."""
    assert is_published(school(text))


def test_a_bundle_may_move() -> None:
    """Its approval goes with it."""
    moved = {
        path.replace("/bai/", "/chuyen/"): data
        for path, data in {PICTURE: b"pixels", PAPER: b"paper"}.items()
    }
    moved[ENGLISH.replace("/bai/", "/chuyen/")] = TRANSLATION.encode()
    moved[POST.replace("/bai/", "/chuyen/")] = approve(TEXT).encode()
    other = TEXT.replace("Ngày hội đọc sách", "Hội thảo").replace("05/03", "06/03")
    read = school(other, change=moved)

    assert read.value is not None
    assert ["content/posts/2025/chuyen/index.md"] == [one.path for one in read.value.posts]


def test_nothing_is_held_against_approvals_where_none_is_required() -> None:
    """With `approval: off` a changed post stays."""
    read = school(approve(TEXT).replace("đọc sách", "đọc báo"), options="approval: off")

    assert (True, []) == (is_published(read), codes(read))


def test_no_file_is_read_where_no_post_bears_a_hash() -> None:
    """Digests cost time: nobody asks for one."""

    class Untouched(dict[str, str]):
        def __getitem__(self, path: str) -> str:
            raise AssertionError(path)

    texts = {
        "mkdocs.yml": f"{CONFIGURATION}      approval: required\n".encode(),
        POST: state(TEXT, **HAND).encode(),
    }
    files = frozenset((POST, PICTURE, PAPER))
    read = read_project(
        Sources(texts, files, digests=Untouched(dict.fromkeys(files, ""))), today=TODAY
    )

    assert is_published(read)


def test_an_approval_by_hand_holds_and_is_told() -> None:
    """It is of no content in particular: a later change would go unseen."""
    read = school(state(TEXT, **HAND))

    assert (True, ["approval-open"]) == (is_published(read), codes(read))
    assert not read.has_errors


def test_an_approved_post_without_approver_waits() -> None:
    """Without a word nobody would know why."""
    read = school(state(TEXT, **{"trạng thái": "đã duyệt"}))

    assert (False, ["approver-missing"]) == (is_published(read), codes(read))


def test_nobody_approves_their_own_post() -> None:
    """However the name is written in both places; the hash doesn't help."""
    text = approve(TEXT).replace("Phạm Minh Sáng", "LÊ thị  lan")
    read = school(text)

    assert (True, ["approver-is-author"]) == (read.has_errors, codes(read))


@pytest.mark.parametrize(
    ("approver", "is_own"),
    [
        ("Cô Lê Thị Lan", True),
        ("cô giáo Lê Thị Lan", True),
        ("Đ/c Lê Thị Lan", True),
        ("Hiệu trưởng Lê Thị Lan", True),
        ("Phó Hiệu trưởng - cô Lê Thị Lan", True),
        ("Lê Thị Lan (Hiệu trưởng)", True),
        ("Lê Thị Lan – Tổ trưởng", True),
        ("Le Thi Lan", True),
        ("Lê Thị Lân", False),
        ("Lan", False),
        ("Hiệu trưởng", False),
        ("Lê Thị Lan Anh", False),
        ("Cô", False),
    ],
)
def test_a_form_of_address_makes_no_other_person(approver: str, *, is_own: bool) -> None:
    """Who writes `Cô` before her name is still the author."""
    read = school(approve(TEXT).replace("Phạm Minh Sáng", approver))

    assert is_own == ("approver-is-author" in codes(read))


def test_two_teachers_of_one_first_name_are_two() -> None:
    """Where both are addressed, and differently."""
    text = approve(TEXT).replace("Lê Thị Lan", "Cô Lan").replace("Phạm Minh Sáng", "Thầy Lan")

    assert "approver-is-author" not in codes(school(text))


SECRECY = "rules: {secrecy-tick: warn}"


def keep(text: str, checked: str = '["su-that", "bi-mat"]') -> dict[str, bytes]:
    """The file of approvals with one of this text."""
    approved_hash = text.partition("mã duyệt: ")[2].partition("\n")[0]
    line = (
        f'{{"post": "{POST}", "approved_by": "Phạm Minh Sáng", "approved_on": "2025-03-06", '
        f'"approved_hash": "{approved_hash}", "checked": {checked}}}\n'
    )
    return {APPROVALS: line.encode()}


def test_the_secrecy_tick_is_asked_for_where_the_school_wants_it() -> None:
    """Of the content as it is now; a school that asks for nothing hears nothing."""
    text = approve(TEXT)
    changed = text.replace("đọc sách", "đọc báo")
    told = [
        codes(school(text, change=kept, options=options))
        for text, kept, options in (
            (text, {}, SECRECY),
            (text, keep(text), SECRECY),
            (text, keep(text, '["su-that"]'), SECRECY),
            (changed, keep(text), SECRECY),
            (state(TEXT, **HAND), {}, SECRECY),
            (TEXT, {}, SECRECY),
            (TEXT, {}, "rules: {secrecy-tick: off}"),
        )
    ]
    asked = ["secrecy-tick"]

    assert [asked, [], asked, asked, asked, asked, []] == told


def test_the_secrecy_tick_can_block_and_be_allowed() -> None:
    """As every rule: an error where the school says so, and silent where a post has a reason."""
    block = "rules: {secrecy-tick: block}"
    allowed = state(TEXT, **{"cho phép": "[{quy tắc: secrecy-tick, lý do: Tin của Sở}]"})

    assert [True, False] == [school(one, options=block).has_errors for one in (TEXT, allowed)]


@pytest.mark.parametrize(
    "line",
    ["<<<<<<< HEAD", "[1]", '{"post": 1}', keep(approve(TEXT), '"bi-mat"')[APPROVALS].decode()],
)
def test_a_spoiled_line_of_approvals_costs_no_other(line: str) -> None:
    """A merge that went wrong is told at its line."""
    text = approve(TEXT)
    kept = {APPROVALS: line.strip().encode() + b"\n\n" + keep(text)[APPROVALS]}
    read = school(text, change=kept, options=SECRECY)

    assert (Problem("approvals-unread", Where(APPROVALS), {}, Severity.WARNING),) == read.problems


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_what_it_says(language: str) -> None:
    """No blank stays open."""
    outcomes = (
        school(approve(TEXT).replace("100", "101"), change={APPROVALS: b"x"}),
        school(TEXT, options=SECRECY),
        school(state(TEXT, **HAND)),
        school(state(TEXT, **HAND).replace("Phạm Minh Sáng", "Lê Thị Lan")),
        school(state(TEXT, **{"trạng thái": "đã duyệt"})),
    )
    said = {
        one.code: speak_problem(one, language).message for read in outcomes for one in read.problems
    }

    assert [
        "approval-open",
        "approval-outdated",
        "approvals-unread",
        "approver-is-author",
        "approver-missing",
        "secrecy-tick",
    ] == sorted(said)
    assert all(said.values())
