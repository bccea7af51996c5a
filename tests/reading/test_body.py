"""Facts about the scan of one Markdown body."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.locale import speak_problem
from builder.model.posts import Photo
from builder.model.problems import Outcome, Severity
from builder.reading.bodies.html import read_tags
from builder.reading.bodies.scan import scan_body
from builder.reading.bodies.text import read_body_text

PATH = "content/posts/2024/ngay-hoi/index.md"
FOLDER = "content/posts/2024/ngay-hoi"
FILES = frozenset(
    {
        *(PATH, f"{FOLDER}/anh.jpg", f"{FOLDER}/anh hai.jpg", "content/pages/gioi-thieu.md"),
        *("content/pages/logo.svg", f"{FOLDER}/ke-hoach.pdf", f"{FOLDER}/trang.html"),
        *(f"{FOLDER}/hinh.svg", f"{FOLDER}/chay.php.pdf", f"{FOLDER}/LICENSE"),
    }
)


def scan(body: str, *, may_be_empty: bool = False) -> Outcome[tuple[Photo, ...]]:
    """Pictures and problems of a body that begins in line 8 of its file."""
    scanned = scan_body(
        body,
        path=PATH,
        body_line=8,
        files=FILES,
        frames_from=("www.youtube-nocookie.com", "www.google.com/maps"),
        may_be_empty=may_be_empty,
    )
    return Outcome(scanned.value.photos if scanned.value else None, scanned.problems)


def tell(body: str) -> list[tuple[str, int, int]]:
    """Codes of a body's problems with line and column, in order of place."""
    problems = scan(body).problems
    return sorted((one.code, one.where.line, one.where.column) for one in problems)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<script>alert(1)</script>", "html-script"),
        ("<style>p {color: red}</style>", "html-script"),
        ("Xin <object data='x'></object>", "html-tag"),
        ("Lớp <tên lớp> đã đến", "html-tag"),
        ("<input type='text'>", "html-tag"),
        ("<p onclick='x()'>a</p>", "html-event"),
        ("<p contenteditable>a</p>", "html-attribute"),
        ("<a href='javascript:alert(1)'>a</a>", "html-address"),
        ("<a href='java&#10;script:alert(1)'>a</a>", "html-address"),
        ("<a href=' &#106;avascript:alert(1)'>a</a>", "html-address"),
        ("<img alt='Cây bàng' srcset='data:image/png;base64,xx 2x' src='anh.jpg'>", "html-address"),
        ("[a](javascript:alert(1))", "html-address"),
        ("[a][b]\n\n[b]: JavaScript:alert(1)", "html-address"),
        ("![Cây bàng](data:image/png;base64,xx)", "html-address"),
        ("<div style='position: fixed'>a</div>", "html-style"),
        ("![Cây bàng](anh.jpg){ onclick=x() }", "html-event"),
        ("Đoạn\n{: .so style='position:fixed' }", "html-style"),
        ("[a](mailto:a@b.c){: href='javascript:x' }", "html-address"),
        ("<iframe src='https://evil.example/'></iframe>", "html-frame"),
        ("<iframe src='https://www.google.com/mapsx'></iframe>", "html-frame"),
        ("<iframe src='https://www.google.com/maps/../x'></iframe>", "html-frame"),
        ("<iframe src='https://www.youtube-nocookie.com.evil.example/'></iframe>", "html-frame"),
    ],
)
def test_what_will_not_reach_the_page_is_told(body: str, code: str) -> None:
    """Each removal is one warning."""
    problems = scan(body).problems

    assert [(code, Severity.WARNING)] == [(one.code, one.severity) for one in problems]
    assert all(speak_problem(one, "vi").message for one in problems)


@pytest.mark.parametrize(
    "body",
    [
        "`<script>`",
        "```html\n<script>x</script>\n![](khong-co.jpg)\n```",
        "~~~\n[a](khong-co.md)\n~~~",
        "Đoạn\n\n    <script>x</script>",
        "``<b onclick=x> ` ``",
        "<!-- <script>x</script> ![](khong-co.jpg) -->",
        "5 < 6 và 7 > 3",
        "<https://thcshoamai.example> <vanphong@thcshoamai.example>",
        "<details open><summary>Xem</summary>Nội dung</details>",
        "<p style='text-align: center'>giữa</p>",
        "<iframe src='https://www.google.com/maps/embed?pb=1'></iframe>",
        "<div markdown='1'>**đậm**</div>",
        "[trang](../../../pages/gioi-thieu.md)",
        "[thư](mailto:vanphong@thcshoamai.example) [gọi](tel:0123) [gốc](/tin/)",
        "## Kết quả\n\n[xem](#ket-qua) [xem](#kết-quả) [xem](#top)",
        "## Đối ngoại\n\n[xem](#oi-ngoai) [xem](#doi-ngoai)",
        "## Một {#mot-hai}\n\n[xem](#mot-hai)",
        "Kết quả\n-------\n\n[xem](#ket-qua) [xem](#ket-qua_1)",
        "<a id='neo'></a> [xem](#neo)",
        "chú thích[^1]\n\n[^1]: Nguồn [xem](#fn:1)",
        "a [b] c [d][e] f",
        "tập {một = hai} và { on time }",
    ],
)
def test_sound_text_is_not_blamed(body: str) -> None:
    """Code, comments and what the site shows make no problem."""
    assert [] == tell(body)


@pytest.mark.parametrize(
    "body",
    [
        "![Cây bàng](khong-co.jpg)",
        "![Cây bàng][a]\n\n[a]: khong-co.jpg",
        "<img src='khong-co.jpg' alt='Cây bàng'>",
        "[![Cây bàng](khong-co.jpg)](https://thcshoamai.example)",
    ],
)
def test_a_picture_that_is_not_there_is_an_error(body: str) -> None:
    """However it is written, a missing picture stops the build."""
    problems = scan(body).problems

    assert [("picture-missing", True)] == [(one.code, one.is_error) for one in problems]


@pytest.mark.parametrize(
    "body",
    [
        "[a](khong-co.md)",
        "[a](../../../../README.md#x)",
        "<a href='khong-co.pdf'>a</a>",
        "[a](../)",
    ],
)
def test_a_link_to_a_missing_file_is_an_error(body: str) -> None:
    """Links between files lead to files below the content's folder."""
    problems = scan(body).problems

    assert [("link-missing", True)] == [(one.code, one.is_error) for one in problems]


@pytest.mark.parametrize("body", ["[xem](#khong-co)", f"[xem](../../../../{PATH}#khong-co)"])
def test_a_link_to_a_missing_anchor_is_a_warning(body: str) -> None:
    """It is told and published all the same."""
    problems = scan(body).problems

    assert [("anchor-missing", Severity.WARNING)] == [(one.code, one.severity) for one in problems]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[a](trang.html)", "attachment-kind"),
        ("[a](hinh.svg)", "attachment-kind"),
        ("[a](chay.php.pdf)", "attachment-kind"),
        ("[a](LICENSE)", "attachment-kind"),
        ("<a href='trang.html#x'>a</a>", "attachment-kind"),
        ("[a](anh.jpg)", "attachment-photo"),
        ("<video src='https://a.example/x.mp4' poster='anh.jpg'></video>", "attachment-photo"),
    ],
)
def test_a_file_that_may_run_code_or_tell_a_place_is_not_handed_out(body: str, code: str) -> None:
    """It is told, and the text is published without the link."""
    problems = scan(body).problems

    assert [(code, Severity.WARNING)] == [(one.code, one.severity) for one in problems]
    assert all(speak_problem(one, "vi").message for one in problems)


@pytest.mark.parametrize(
    "body",
    [
        "[Kế hoạch](ke-hoach.pdf)",
        "[biểu trưng](../../../pages/logo.svg)",
        "![Cây bàng](anh.jpg) [xem lớn](anh.jpg)",
        "[![Cây bàng](anh.jpg)](anh.jpg)",
    ],
)
def test_documents_and_shown_photos_may_be_linked(body: str) -> None:
    """So may what stands beside hand-written pages, which is on the site already."""
    assert [] == tell(body)


@pytest.mark.parametrize(
    ("body", "caption"),
    [
        ('![Cây bàng](anh.jpg "Sân trường")', "Sân trường"),
        ("![Cây bàng](anh.jpg)\n*Sân trường*", "Sân trường"),
        ("![Cây bàng](anh.jpg)  \n_Sân trường_", "Sân trường"),
        ("![Cây bàng](anh.jpg){ width=300 }\n(Ảnh: Tổ Văn)", "Ảnh: Tổ Văn"),
        ("![Cây bàng][a]\n\n[a]: anh.jpg 'Sân trường'", "Sân trường"),
        ("![Cây bàng](anh.jpg)\n\nSân trường", None),
        ("![Cây bàng](anh.jpg)\nMột câu *nghiêng* thôi", None),
    ],
)
def test_a_caption_is_the_title_or_the_line_below(body: str, caption: str | None) -> None:
    """The title goes first; then a line in italics or brackets right below the picture."""
    photos = scan(body).value or ()

    assert [caption] == [photo.caption for photo in photos]


@pytest.mark.parametrize(
    "address", ["anh%20hai.jpg", "<anh hai.jpg>", "anh hai.jpg", "./anh%20hai.jpg"]
)
def test_a_file_name_may_hold_blanks(address: str) -> None:
    """Teachers name their pictures as they like."""
    photos = scan(f"![Cây bàng]({address})").value or ()

    assert [f"{FOLDER}/anh hai.jpg"] == [photo.path for photo in photos]


def test_pictures_come_in_reading_order() -> None:
    """Raw tags, references and nested pictures stand where they are read."""
    body = "<img src='anh.jpg' alt='Một'> [![Hai](anh.jpg)](https://a.example) ![Ba][r]"
    photos = scan(f"{body}\n\n[r]: anh.jpg").value or ()

    assert ["Một", "Hai", "Ba"] == [photo.alt for photo in photos]


def test_a_problem_has_its_line_and_column_in_the_file() -> None:
    """Lines count from the top of the file, columns from the line's begin."""
    assert [("html-event", 10, 12)] == tell("Một\n\nHai ba <b  onclick='x'>b</b>")


def test_what_goes_with_its_tag_is_told_once() -> None:
    """What stands inside a script is no picture and no tag."""
    assert [("html-script", 8, 1)] == tell("<script>\n<b onclick=x>![](a.jpg)\n</script>")


def test_an_empty_body_is_a_warning() -> None:
    """A post is meant to be read."""
    problems = scan("\n  \n").problems

    assert [("body-empty", Severity.WARNING)] == [(one.code, one.severity) for one in problems]


def test_a_body_of_a_post_for_the_figures_may_be_empty() -> None:
    """A post that has no page needs no text."""
    assert () == scan("", may_be_empty=True).problems


@given(st.text(alphabet="<>![]()`~#'\"=\\ \n\tab/:-_*{}&;|đ", max_size=120))
def test_any_text_is_scanned(body: str) -> None:
    """No text makes an exception, and every place exists."""
    lines = [""] * 7 + body.split("\n")
    places = [problem.where for problem in scan(body).problems]

    assert [] == [one for one in places if one.column > len(lines[one.line - 1]) + 1]


@given(st.text(alphabet="<>!`~ \n\tab-", max_size=120))
def test_masking_keeps_every_place(body: str) -> None:
    """What is blanked out leaves all other text where it was."""
    text = read_body_text(body, path="a.md", line=1)
    masked, _ = read_tags(text)
    moved = [at for at, sign in enumerate(masked) if sign not in (" ", body[at])]

    assert (len(body), []) == (len(masked), moved)


@pytest.mark.parametrize(
    "piece",
    [
        '<a b="',
        "![a](",
        "[",
        "`a``b```",
        "```\n~~~~\n",
        "<script>",
        "<!--",
        '](a "',
        "[a]: b\n",
        "# a\n",
    ],
)
def test_long_bodies_take_time_in_step_with_their_length(piece: str) -> None:
    """No repeated sign costs its square."""
    started = time.process_time()
    scan(piece * (200_000 // len(piece)))

    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("first", "piece", "last"),
    [
        *(("{", " ", ""), ("<a", " ", ""), ("[a]:", " ", "<<"), ("# a", " ", "x")),
        *(("{", "#a", ""), ("![a](", " ", ""), ("![a](x)", " ", "x"), ("[x]: a", " ", "x")),
        ("[" * 50_000, "]", ""),
    ],
)
def test_one_long_line_takes_time_in_step_with_its_length(
    first: str, piece: str, last: str
) -> None:
    """No run of signs behind an open bracket costs its square."""
    started = time.process_time()
    scan(f"{first}{piece * 50_000}{last}")

    assert time.process_time() - started < 2
