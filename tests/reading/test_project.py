"""Facts about a whole project: many files in, one library and all problems out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.library import Library
from builder.model.problems import Outcome, Severity, sort_problems
from builder.reading.project import Sources, read_project

TODAY = date(2026, 11, 22)
CONFIGURATION = "theme: {name: material}\nplugins:\n  - outreach:\n      school: {name: Hoa Mai}\n"


def read(
    files: Mapping[str, str | bytes], *, configuration: str = CONFIGURATION
) -> Outcome[Library]:
    """Read a project of these files below `content/`."""
    texts = {f"content/{path}": one for path, one in files.items()}
    encoded = {path: one.encode() if isinstance(one, str) else one for path, one in texts.items()}
    sources = {path: one for path, one in encoded.items() if path.endswith(".md")}
    sources["mkdocs.yml"] = configuration.encode()
    return read_project(Sources(sources, frozenset(encoded)), today=TODAY)


def post(title: str = "Ngày hội", *, more: str = "", body: str = "Nội dung") -> str:
    """A sound post."""
    head = f"tiêu đề: {title}\nngày: 20/11/2024\nloại: stem-khkt\n{more}".rstrip()
    return f"---\n{head}\n---\n{body}\n"


def library_of(files: Mapping[str, str | bytes]) -> Library:
    """Library of a project."""
    library = read(files).value
    assert library is not None
    return library


def tell(files: Mapping[str, str | bytes]) -> list[tuple[str, str, int]]:
    """Path below `content/`, code and line of each problem."""
    return [
        (one.where.path.removeprefix("content/"), one.code, one.where.line)
        for one in read(files).problems
    ]


def test_posts_partners_plans_and_reports_come_together() -> None:
    """A post finds its partner under another name and its task in the year's plan."""
    files = {
        "posts/a.md": post(more="đối tác: HỢP TÁC XÃ  MÂY TRẮNG\nnhiệm vụ: NV1"),
        "partners/may-trang.md": "---\ntên: Gốm Mây Trắng\ntên khác: [Hợp tác xã Mây Trắng]\n---\n",
        "plans/2024.md": "---\ntiêu đề: Kế hoạch\nnhiệm vụ: [{mã: NV1, tên: Một}]\n---\n",
        "reports/2024.md": "---\nsố: 5\n---\n## Đánh giá chung\n",
        "pages/index.md": "# Xin chào\nNội dung",
    }
    library = library_of(files)

    assert [] == tell(files)
    assert ("may-trang",) == library.activities[0].partners
    assert (["2024"], ["2024"], "Xin chào") == (
        [plan.period.id for plan in library.plans],
        [*library.reports],
        library.introduction and library.introduction.title,
    )


def test_a_language_that_we_lack_is_told() -> None:
    """The posts are read all the same, in Vietnamese."""
    foreign = CONFIGURATION.replace("material", "material, language: fr")
    told = read({"posts/a.md": post()}, configuration=foreign)

    assert ["language-unknown"] == [one.code for one in told.problems]


def test_problems_of_all_files_come_in_one_run_sorted() -> None:
    """A mistake in one file hides none in another."""
    files: dict[str, str | bytes] = {
        "reports/x.md": "---\nmẫu: vừa\n---\n",
        "posts/b.md": post(body="![](khong-co.jpg)"),
        "posts/a.md": post("A").encode("utf-16"),
        "plans/2024.md": "---\nsố: 5\n---\n",
        "partners/b.md": "---\ntên: B\nnước: XX\n---\n[a](khong-co.md)",
        "pages/index.md": "<script>x</script>",
    }

    assert [
        ("pages/index.md", "html-script", 1),
        ("partners/b.md", "country-unknown", 3),
        ("partners/b.md", "link-missing", 5),
        ("plans/2024.md", "key-missing", 2),
        ("posts/a.md", "text-encoding", 1),
        ("posts/b.md", "alt-missing", 6),
        ("posts/b.md", "picture-missing", 6),
        ("reports/x.md", "choice-unknown", 2),
        ("reports/x.md", "period-name", 1),
    ] == sorted(tell(files))
    assert sort_problems(read(files).problems) == read(files).problems


def test_broken_posts_are_left_out_by_name() -> None:
    """What an error names isn't published; a warning leaves nothing out."""
    library = library_of(
        {
            "posts/sound.md": post("Một"),
            "posts/warned.md": post("Hai", body="[a](#khong-co)"),
            "posts/broken.md": post("Ba", body="[a](khong-co.md)"),
            "posts/unread.md": "không có gì",
            "posts/undecoded.md": b"\xff\xfe\x00",
        }
    )

    assert ["Hai", "Một"] == sorted(one.title for one in library.posts)
    assert ("content/posts/broken.md", "content/posts/undecoded.md", "content/posts/unread.md") == (
        library.left_out
    )


def test_a_clash_leaves_out_both_posts() -> None:
    """Who of two may keep an address isn't ours to say."""
    library = library_of({"posts/a.md": post(), "posts/b.md": post()})

    assert ("content/posts/a.md", "content/posts/b.md") == library.left_out


def test_a_draft_stops_nothing() -> None:
    """Errors of a draft and of its translation are told as warnings."""
    files = {
        "posts/a.md": post(more="trạng thái: nháp", body="[a](khong-co.md)"),
        "posts/a.en.md": "---\ntitle: A\n---\n[a](khong-co.md)",
    }
    problems = read(files).problems

    assert [Severity.WARNING, Severity.WARNING] == [one.severity for one in problems]


def test_a_translation_belongs_to_its_original() -> None:
    """It is no second post, in a bundle or beside a file."""
    library = library_of(
        {
            "posts/a/index.md": post(),
            "posts/a/index.en.md": "---\ntitle: Open day\n---\nText",
            "posts/b.md": post("Hai"),
        }
    )

    assert [["en"], []] == [[*one.translations] for one in library.posts]


def test_a_broken_translation_is_left_off_its_post() -> None:
    """The post itself stays: no error names it."""
    library = library_of({"posts/a.md": post(), "posts/a.en.md": "---\nsummary: B\n---\nText"})

    assert ([{}], ()) == ([one.translations for one in library.posts], library.left_out)


def test_a_translation_without_its_original_is_an_error() -> None:
    """It would be a post without a date."""
    files = {"posts/a.en.md": "---\ntitle: A\n---\nText"}

    assert [("posts/a.en.md", "translation-orphan", 1)] == tell(files)


@pytest.mark.parametrize("folder", ["plans", "reports"])
def test_two_files_for_one_period_are_an_error(folder: str) -> None:
    """Both are named: the one at hand and the other in the sentence."""
    text = "---\ntiêu đề: A\n---\n" if folder == "plans" else "---\nsố: 5\n---\n"
    problems = read(
        {f"{folder}/2022-2023.md": text, f"{folder}/nam-hoc-2022-2023.md": text}
    ).problems

    assert [("period-twice", f"content/{folder}/2022-2023.md")] == [
        (one.code, one.details["other"]) for one in problems
    ]


def test_an_anchor_of_another_page_must_exist() -> None:
    """Headings of posts, partners, plans and hand-written pages are known."""
    files = {
        "posts/a.md": post(
            body="[1](../partners/b.md#lien-he) [2](../pages/c.md#khong) [3](b.md#ket-qua)"
        ),
        "posts/b.md": post("Hai", more="sự kiện: hai", body="## Kết quả"),
        "partners/b.md": "---\ntên: B\n---\n## Liên hệ",
        "pages/c.md": "# Có",
    }

    assert [("posts/a.md", "anchor-missing", 6)] == tell(files)


def test_a_file_that_is_no_post_is_told() -> None:
    """Every text below the posts' folder is a post."""
    assert [("posts/README.md", "front-missing", 1)] == tell({"posts/README.md": "Đọc tôi"})


@pytest.mark.parametrize(
    ("path", "suggestion"),
    [
        ("posts/ngay-hoi.md.txt", "ngay-hoi.md"),
        ("posts/ngay-hoi/index.MARKDOWN", "index.md"),
        ("partners/song-trang.mdown", "song-trang.md"),
    ],
)
def test_a_text_under_a_name_that_nobody_reads_is_told(path: str, suggestion: str) -> None:
    """An editor that hides `.md` must not make a post disappear from the figures."""
    problems = read({path: post(), "posts/ghi-chu.txt": "", "pages/a.markdown": ""}).problems

    assert [(f"content/{path}", "file-misnamed", suggestion, False)] == [
        (one.where.path, one.code, one.details["suggestion"], one.is_error) for one in problems
    ]


def test_without_a_configuration_there_is_no_library() -> None:
    """All else hangs on it."""
    outcome = read_project(Sources({}, frozenset()), today=TODAY)

    assert (None, ["settings-missing"]) == (outcome.value, [one.code for one in outcome.problems])


def test_a_wrong_configuration_hides_no_other_problem() -> None:
    """There is no library then, and the posts are checked all the same."""
    outcome = read(
        {"posts/a.md": post(body="[a](khong-co.md)")},
        configuration=f"{CONFIGURATION}      approval: maybe\n",
    )

    assert (None, ["link-missing", "choice-unknown"]) == (
        outcome.value,
        [one.code for one in outcome.problems],
    )


def test_a_configuration_in_another_encoding_is_told() -> None:
    """What can't be decoded can't be guessed."""
    sources = Sources({"mkdocs.yml": "Đ".encode("utf-16")}, frozenset())

    assert ["text-encoding"] == [one.code for one in read_project(sources, today=TODAY).problems]


def test_a_thousand_posts_are_read_in_a_moment() -> None:
    """Reading grows with the number of posts, never with its square."""
    body = "Một đoạn văn dài vừa phải về ngày hội của trường.\n\n" * 30
    few = {f"posts/{n}.md": post(f"Ngày hội {n}", body=body) for n in range(100)}
    many = {f"posts/{n}.md": post(f"Ngày hội {n}", body=body) for n in range(1000)}
    started = time.process_time()
    read(few)
    between = time.process_time()
    read(many)

    assert time.process_time() - between < 25 * (between - started)


@given(
    st.dictionaries(
        st.sampled_from(
            ["posts/a.md", "posts/a.en.md", "posts/b/index.md", "partners/c.md", "plans/2024.md"]
        ),
        st.binary(max_size=60) | st.text("-:[]{}#\n aàtiêuđề", max_size=60),
        max_size=4,
    )
)
def test_any_project_is_read(files: dict[str, str | bytes]) -> None:
    """No bytes make an exception, and every problem names a file that is there."""
    names = {one.where.path.removeprefix("content/") for one in read(files).problems}

    assert set() == names - files.keys()
