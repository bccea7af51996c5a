"""Several slips of the pen in one front matter: each is told, and what stands around them."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from builder.reading.posts.post import read_post
from builder.reading.project import Sources, read_project
from tests.reading.stories import PATH, make_context

KEYS = ("tiêu đề", "ngày", "loại", "tham gia", "địa điểm", "tóm tắt")
SOUND = {
    "tiêu đề": "tiêu đề: Ngày hội đọc sách",
    "ngày": "ngày: 20/11/2024",
    "loại": "loại: ngoai-khoa-trai-nghiem",
    "tham gia": "tham gia: {học sinh: 12}",
    "địa điểm": "địa điểm: Sân trường",
    "tóm tắt": "tóm tắt: Cả trường cùng đọc",
}
SLIPS = {
    "front-bracket-open": "{}: [một, hai",
    "front-colon": "{}: một: hai",
    "front-colon-missing": "{} một hai",
    "front-colon-wide": "{}： một hai",
    "front-quote-open": '{}: "một hai',
    "front-quotes": '{}: "một" hai',
    "front-tab": "{}:\n\t- một",
}
BODY = "Học sinh đọc sách ở sân trường."


def _read(lines: dict[str, str], body: str = BODY) -> list[tuple[int, str]]:
    """Line and code of each problem of a post with these lines in its front matter."""
    front = "\n".join(lines[key] for key in KEYS)
    outcome = read_post(f"---\n{front}\n---\n\n{body}\n", PATH, make_context())
    return [(one.where.line, one.code) for one in outcome.problems]


def _line_of(key: str, lines: dict[str, str], slip: str) -> int:
    """Line of the file at which the slip of a key stands."""
    before = "\n".join(lines[one] for one in KEYS[: KEYS.index(key)])
    return 2 + (before.count("\n") + 1 if before else 0) + (slip == "front-tab")


@pytest.mark.parametrize("slips", [*permutations(SLIPS, 2)], ids="-".join)
@pytest.mark.parametrize("keys", [("tiêu đề", "tóm tắt"), ("ngày", "loại")], ids="-".join)
def test_two_slips_are_told_in_one_run(slips: tuple[str, str], keys: tuple[str, str]) -> None:
    """Each at its line, and no key that a slip hides is called missing."""
    lines = SOUND | {key: SLIPS[slip].format(key) for key, slip in zip(keys, slips, strict=True)}
    wanted = [(_line_of(key, lines, slip), slip) for key, slip in zip(keys, slips, strict=True)]

    assert wanted == _read(lines)


@pytest.mark.parametrize("slip", SLIPS)
def test_values_and_the_body_are_checked_beside_a_slip(slip: str) -> None:
    """A day that isn't in the calendar, a picture that isn't there, a number of a person."""
    lines = SOUND | {"ngày": "ngày: 31/02/2024", "tóm tắt": SLIPS[slip].format("tóm tắt")}
    written = "![Cây bàng ở sân trường](khong-co.jpg)"
    seen = _read(lines, f"{BODY}\n\n{written}")

    assert {(3, "date-invalid"), (_line_of("tóm tắt", lines, slip), slip)} <= set(seen)
    assert "picture-missing" in {code for _, code in seen}


def test_a_key_that_no_line_may_be_is_missing_beside_a_slip() -> None:
    """While one that a line may be is not: its line is told."""
    lines = {"tiêu đề": 'tiêu đề: "Ngày hội', "tham gia": "tham gia: {học sinh: 12}"}
    told = _read(dict.fromkeys(KEYS, "#") | lines | {"ngày": "ngày 20/11/2024"})
    known = _read(dict.fromkeys(KEYS, "#") | lines)

    assert [(2, "front-quote-open"), (3, "front-colon-missing")] == told
    assert [(2, "key-missing"), (2, "key-missing"), (2, "front-quote-open")] == known


def test_a_sound_line_over_which_the_parser_stumbled_is_not_blamed() -> None:
    """The quote that was left open above it is."""
    lines = SOUND | {"tiêu đề": 'tiêu đề: "Ngày hội', "tóm tắt": 'tóm tắt: "Vui"'}

    assert [(2, "front-quote-open")] == _read(lines)


def test_a_key_on_both_sides_of_a_slip_stands_twice() -> None:
    """As it does without the slip."""
    lines = SOUND | {"địa điểm": "địa điểm: một: hai", "tóm tắt": "tiêu đề: Ngày hội"}

    assert [(6, "front-colon"), (7, "key-twice")] == _read(lines)


def test_where_all_keys_have_slips_all_are_told() -> None:
    """Though nothing is left to be read around them."""
    lines = {key: SLIPS["front-colon"].format(key) for key in KEYS}

    assert [(line, "front-colon") for line in range(2, 8)] == _read(lines)


def test_prose_between_two_lines_is_told_once() -> None:
    """A post without front matter that begins with a line across the page."""
    prose = [f"Lớp {number} đọc sách ở sân trường." for number in range(30)]
    lines = dict(zip(KEYS, ("Chú ý: đọc kỹ", *prose), strict=False))
    lines["tóm tắt"] = "\n".join(prose)

    assert [(3, "front-colon-missing")] == _read(lines)


SETTINGS = """\
site_name: Trường THCS Hoa Mai
theme: {name: material, language: vi}
plugins:
  - outreach:
      school: {name: Trường THCS Hoa Mai}
      posts_per_page: 20
"""


def test_behind_a_slip_of_a_name_the_configuration_and_all_posts_are_checked() -> None:
    """A colon too many in the site's name hides neither a wrong number nor a wrong day."""
    settings = SETTINGS.replace("THCS", ":", 1).replace("20", "hai mươi")
    texts = {"mkdocs.yml": settings, PATH: f"---\ntitle: A\ndate: 31/02/2024\n---\n{BODY}\n"}
    sources = Sources({path: text.encode() for path, text in texts.items()}, frozenset({PATH}))
    read = read_project(sources, today=date(2026, 11, 22))
    told = [(one.where.path, one.where.line, one.code) for one in read.problems]

    assert (None, True) == (read.value, read.has_errors)
    assert [
        (PATH, 2, "key-missing"),
        (PATH, 3, "date-invalid"),
        ("mkdocs.yml", 1, "front-colon"),
        ("mkdocs.yml", 6, "whole-number"),
    ] == told


@pytest.mark.parametrize(
    "slipped",
    [
        SETTINGS.replace("20", "hai: mươi"),
        f"docs_dir: một: hai\n{SETTINGS}",
        f"docs_dir một hai\n{SETTINGS}",
    ],
)
def test_behind_a_slip_that_may_hide_what_all_is_read_by_nothing_is_called_wrong(
    slipped: str,
) -> None:
    """A type of the school's own, for instance, is no mistake of its posts."""
    post = f"---\ntitle: A\ndate: 31/02/2024\n---\n{BODY}\n"
    sources = Sources({"mkdocs.yml": slipped.encode(), PATH: post.encode()}, frozenset({PATH}))
    read = read_project(sources, today=date(2026, 11, 22))

    assert ["mkdocs.yml"] == [one.where.path for one in read.problems]
