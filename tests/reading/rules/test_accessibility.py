"""Facts about the rules that keep a text open to everybody (domain.md 5.4)."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import pytest

from builder.locale import speak_problem
from builder.model.posts import Allowance, Photo, Post
from builder.model.problems import Problem, Severity, Where
from builder.reading.bodies.scan import read_body
from builder.reading.configuration.rules import DEFAULTS
from builder.reading.rules.alternatives import RULES as ALTERNATIVES
from builder.reading.rules.catalog import review_text
from builder.reading.rules.structure import RULES as STRUCTURE
from builder.reading.rules.watch import NOBODY, make_watch
from tests.counting.school import post as make_post
from tests.reading.stories import TODAY, make_context

PATH = "content/posts/bai.md"
OURS = {name: DEFAULTS[name] for rule in (*ALTERNATIVES, *STRUCTURE) for name in rule.names}
TOLD = "Nhà trường tổ chức ngày hội đọc sách cho học sinh khối sáu và khối bảy.\n\n"
"""A text that says something."""


def review(
    body: str, post: Post | None = None, rules: Mapping[str, str] = OURS, language: str = "vi"
) -> list[Problem]:
    """Problems of a text by these rules alone."""
    settings = replace(make_context(language=language).settings, rules=rules)
    watch = make_watch(settings, TODAY, NOBODY)
    return list(review_text(read_body(body, path=PATH, line=1), watch, post=post))


def tell(body: str, post: Post | None = None) -> list[tuple[str, int]]:
    """Codes of a text's problems with their lines."""
    return [(one.code, one.where.line) for one in review(body, post)]


def news(**facts: object) -> Post:
    """A post without a summary."""
    return replace(make_post("a", "2024-03-01"), path=PATH, **facts)


@pytest.mark.parametrize(
    ("caught", "code", "line"),
    [
        ("## A\n\n#### B", "heading-jump", 3),
        ("### A\n\n## B", "heading-jump", 1),
        ("A\n===\n\n### B", "heading-jump", 4),
        ("## A\n\n<h5>B</h5>", "heading-jump", 3),
        ("[tại đây](a.pdf)", "link-text", 1),
        ("Mời xem [Xem thêm...](a.md)", "link-text", 1),
        ("[**ở đây**](a.md)", "link-text", 1),
        ("[link](https://a.example/)", "link-text", 1),
        ("[tải file về](a.pdf)", "link-text", 1),
        ("[xem][a]\n\n[a]: https://a.example/", "link-text", 1),
        ("<a href='a.pdf'>Nhấn vào đây</a>", "link-text", 1),
        ("[](a.pdf)", "link-text", 1),
        ("[Link 1](a.pdf)", "link-text", 1),
        ("Nguồn: https://a.example/tin.", "link-bare", 1),
        ("<https://a.example/>", "link-bare", 1),
        ("[https://a.example/](https://a.example/)", "link-bare", 1),
        ("<p>https://a.example/</p>", "link-bare", 1),
        ("Một\n\n| | |\n|---|---|\n| a | 1 |", "table-header", 3),
        ("<table><tr><td>a</td></tr></table> <th>", "table-header", 1),
        ("![](a.jpg)", "alt-missing", 1),
        ("<img src='a.jpg'>", "alt-missing", 1),
        ("![a.jpg](a.jpg)", "alt-file-name", 1),
        ("![san-truong](san-truong.jpg)", "alt-file-name", 1),
        ("![ảnh](a.jpg)", "alt-file-name", 1),
        ("![Ảnh 1](a.jpg)", "alt-file-name", 1),
        ("![Ảnh minh hoạ](a.jpg)", "alt-file-name", 1),
        ("![Hình ảnh (2)](a.jpg)", "alt-file-name", 1),
        ("![image1](a.jpg)", "alt-file-name", 1),
        ("![IMG_20241120](a.jpg)", "alt-file-name", 1),
        ("![hình ảnh hoạt động](a.jpg)", "alt-file-name", 1),
        ("![z5123456789_abc](a.jpg)", "alt-file-name", 1),
        ("![20241120_083012](a.jpg)", "alt-file-name", 1),
        ("![FB_IMG_1700000000](a.jpg)", "alt-file-name", 1),
        ("<video src='a.mp4'></video> <track>", "video-transcript", 1),
        ("<iframe src='https://www.youtube-nocookie.com/embed/x'></iframe>", "video-transcript", 1),
    ],
)
def test_what_shuts_somebody_out_is_told(caught: str, code: str, line: int) -> None:
    """Each is one warning with its place, its reason and a remedy."""
    problems = review(caught)

    assert [(code, line, Severity.WARNING)] == [
        (one.code, one.where.line, one.severity) for one in problems
    ]
    assert "Luật Người khuyết tật 2010" in speak_problem(problems[0], "vi").message


@pytest.mark.parametrize(
    "neighbour",
    [
        "# A\n\n## B\n\n### C\n\n## D",
        "### A\n\n#### B",
        "#### Chỉ một đề mục",
        "<h2>A</h2>\n\n<h3>B</h3>",
        "## A\n\n```\n#### B\n```",
        "[Kế hoạch năm 2025](a.pdf)",
        "[Xem kế hoạch năm 2025](a.pdf)",
        "[Đây là trường em](a.md)",
        "[2024](a.md), [3](b.md)",
        "[![Cây bàng ở sân trường](a.jpg)](https://a.example/)",
        "<a href='a.md'><img src='a.jpg' alt='Cây bàng ở sân trường'></a>",
        "[Trang của Bộ](https://a.example/) và [báo][b]\n\n[b]: <https://b.example/>",
        "<a href='https://a.example/'>Trang của Bộ</a>",
        "[Trang của Bộ](<https://a.example/> 'https://a.example/')",
        "`https://a.example/`",
        "vanphong@thcshoamai.example",
        "| Lớp | Tiết mục |\n|---|---|\n| 7A | 3 |",
        "| | Tiết mục |\n|---|---|\n| 7A | 3 |",
        "Một\n\n---\n\nHai | ba",
        "<table><tr><th>Lớp</th></tr></table>",
        "![Ảnh chụp đội tuyển nhận giải](a.jpg)",
        "![Hình vẽ 3 con thuyền](a.jpg)",
        "<video src='a.mp4'><track src='a.vtt'></video>",
        "<video src='a.mp4'></video>\n\n[Lời thoại của video](a.docx)",
        "<iframe src='https://www.youtube-nocookie.com/embed/x?cc_load_policy=1'></iframe>",
        "<iframe src='https://www.google.com/maps/embed?pb=1'></iframe>",
        "<iframe src='https://[x'></iframe>",
    ],
)
def test_its_neighbour_passes(neighbour: str) -> None:
    """Nothing is told that everybody can take in."""
    assert [] == tell(neighbour)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("[Công văn số 12](cong-van.pdf)", 1),
        ("Xem toàn văn:\n\n[Kế hoạch năm 2025](ke-hoach.docx#trang-2)", 3),
        ("![Bản chụp công văn số 12](cong-van.jpg)", 1),
    ],
)
def test_a_post_that_is_only_a_paper_is_told(body: str, line: int) -> None:
    """Who can't open or see it learns nothing."""
    assert [("scan-only", line)] == tell(body, news())


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        (f"{TOLD}[Công văn số 12](cong-van.pdf)", {}),
        ("[Công văn số 12](cong-van.pdf)", {"summary": TOLD}),
        ("[Công văn số 12](cong-van.pdf)", {"summary_only": True}),
        (f"![{TOLD.strip()}](a.jpg)", {}),
        ("Cả trường nghỉ Tết.", {}),
        ("[Bài trước](bai-truoc.md)", {}),
    ],
)
def test_a_post_that_says_something_may_attach_a_paper(
    body: str, facts: Mapping[str, object]
) -> None:
    """In its text, its summary, or the words of its pictures."""
    assert [] == tell(body, news(**facts))


def test_texts_that_are_no_posts_may_be_a_paper() -> None:
    """The page of a plan shows its tasks, that of a partner what was done together."""
    assert [] == tell("[Kế hoạch năm 2025](ke-hoach.pdf)")


@pytest.mark.parametrize(
    ("alt", "codes"), [("", ["cover-alt"]), ("bia", ["cover-alt"]), ("Học sinh chào cờ", [])]
)
def test_a_cover_needs_words_too(alt: str, codes: list[str]) -> None:
    """They are told where the front matter names the picture."""
    cover = Photo("content/posts/bia.jpg", alt, None, Where(PATH, 5, 9))
    problems = review(TOLD, news(cover=cover))

    assert [(code, Where(PATH, 5, 9)) for code in codes] == [
        (one.code, one.where) for one in problems
    ]


@pytest.mark.parametrize("rule", sorted(OURS))
def test_a_school_may_switch_a_rule_off_or_let_it_block(rule: str) -> None:
    """Each rule by its own name."""
    body = (
        "## A\n\n#### B\n\n[tại đây](a.pdf) ![](a.jpg) <video src='a.mp4'></video>\n\n"
        "<table><tr><td>1</td></tr></table>"
    )
    found = {
        level: {one.severity for one in review(body, news(), {rule: level})}
        for level in ("off", "warn", "block")
    }

    assert {"off": set(), "warn": {Severity.WARNING}, "block": {Severity.ERROR}} == found


def test_a_post_may_allow_a_finding() -> None:
    """With a reason, as for every rule."""
    allowing = news(allowances=(Allowance("link-text", "Trang cũ của trường"),))

    assert [] == tell(f"{TOLD}[tại đây](a.html)", allowing)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_finding_has_its_sentence(language: str) -> None:
    """With all blanks filled in."""
    body = (
        "## A\n\n#### B\n\n[tại đây](a.pdf) https://a.example/ ![](a.jpg) ![ảnh](a.jpg)\n\n"
        "<video src='a.mp4'></video> <table></table>"
    )
    cover = Photo("content/posts/bia.jpg", "", None, Where(PATH))
    problems = [
        *review(body, news(cover=cover), language=language),
        *review("[Công văn](a.pdf)", news(), language=language),
    ]
    spoken = [speak_problem(one, language) for one in problems]

    assert 9 == len({one.code for one in problems})
    assert [] == [one for one in spoken if "{" in one.message or not one.hint]


@pytest.mark.parametrize(
    "piece",
    [
        *("<h2>", "<table>", "<a href='x'>", "https://a ", "<b>https://a", "[](", "![a](b.pdf) "),
        *("| |\n|-|\n", "<video>", "# a\n", "[a][", "</h2><h2>", "-" * 9 + " |"),
    ],
)
def test_long_texts_take_time_in_step_with_their_length(piece: str) -> None:
    """No repeated sign costs its square."""
    body = read_body(piece * (150_000 // len(piece)), path=PATH, line=1)
    watch = make_watch(replace(make_context().settings, rules=OURS), TODAY, NOBODY)
    started = time.process_time()
    list(review_text(body, watch, post=news()))

    assert time.process_time() - started < 3
