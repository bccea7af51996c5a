"""Pictures that the school has withdrawn: gone wherever they were shown, and told at each place."""

from __future__ import annotations

from datetime import date

import pytest

from builder.model.library import Library
from builder.model.problems import Outcome
from builder.model.withdrawal import WITHDRAWN_PHOTOS
from builder.reading.project import Sources, read_project

LINE = "- 12/03/2025: posts/2024/bai/lop.jpg\n"
CONFIGURATION = """\
site_name: a
theme: {name: material}
plugins:
  - outreach:
      school: {name: Trường THCS Hoa Mai}
"""
POST = """\
---
title: Ngày hội
date: 20/11/2024
type: ngoai-khoa-trai-nghiem
photo_consent: Phiếu đồng ý số 12/2024
cover: {image: lop.jpg, alt: Lớp học}
---

Trước ảnh.

![Lớp học](lop.jpg){ width=300 }
*Lớp 8A*

Sau ảnh. <img src="lop.jpg" alt="Lớp học"> Hết.

![Cây bàng](cay.jpg "Cây bàng sân trường")
"""
ENGLISH = "---\ntitle: Fair\n---\n\nA picture. ![Class](lop.jpg 'The class') Done.\n"
PARTNER = "---\nname: X\n---\n![Lớp học](../posts/2024/bai/lop.jpg)\n"


def read(listed: str, *, pages: dict[str, str] | None = None) -> Outcome[Library]:
    """A school with a post, its translation and a partner, that has withdrawn what is listed."""
    texts = {
        "mkdocs.yml": CONFIGURATION,
        "content/posts/2024/bai/index.md": POST,
        "content/posts/2024/bai/index.en.md": ENGLISH,
        "content/partners/x.md": PARTNER,
        WITHDRAWN_PHOTOS: listed,
        **(pages or {}),
    }
    pictures = {f"content/posts/2024/bai/{name}.jpg" for name in ("lop", "cay")}
    files = frozenset(texts.keys() | pictures | {"content/pages/co.jpg"})
    sources = Sources({path: text.encode() for path, text in texts.items()}, files)
    return read_project(sources, today=date(2026, 11, 22))


def library_of(listed: str) -> Library:
    """The library of that school."""
    library = read(listed).value
    if library is None:
        pytest.fail("the school cannot be read")
    return library


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        "# Ảnh đã gỡ\n\nTheo yêu cầu của gia đình.\n\n* 2025-03-12 content/posts/2024/bai/lop.jpg",
        "1. ngày 12 tháng 3 năm 2025 – `posts/2024/bai/lop.jpg`",
        "- 12.03.2025, [ảnh lớp](posts/2024/bai/lop.jpg)",
        "- 12/03/2025: posts\\2024\\bai\\lop.jpg",
        "- 12/03/2025: content\\posts\\2024\\bai\\lop.jpg",
    ],
)
def test_a_withdrawn_picture_is_gone_from_every_text(line: str) -> None:
    """Cover, body, raw tag, translation and partner; captions go with it, other pictures stay."""
    library = library_of(line)
    (post,) = library.posts
    texts = (post.body, post.translations["en"].body, library.partners["x"].body)

    assert (None, ["content/posts/2024/bai/cay.jpg"]) == (
        post.cover,
        [photo.path for photo in post.photos],
    )
    assert [] == [one for one in texts if "lop.jpg" in one or "Lớp" in one or "class" in one]
    assert ["Trước ảnh.", "Sau ảnh. Hết.", '![Cây bàng](cay.jpg "Cây bàng sân trường")'] == [
        " ".join(line.split()) for line in post.body.split("\n") if line.strip()
    ]
    assert "A picture. Done." == " ".join(texts[1].split())


def test_its_activity_tells_of_it_no_more() -> None:
    """Lists and figures show the same record as the page."""
    library = library_of(LINE)
    (activity,) = library.activities

    assert library.posts == activity.posts == (activity.main,)
    assert activity is library.activity_of[library.posts[0].path]


def test_each_place_that_showed_it_is_told() -> None:
    """A sentence a place, at its line; the post is published all the same."""
    outcome = read(LINE)
    told = [
        (one.where.path.rpartition("/")[2], one.where.line)
        for one in outcome.problems
        if one.code == "photo-withdrawn"
    ]

    assert [
        ("x.md", 4),
        ("index.en.md", 5),
        ("index.md", 6),
        ("index.md", 11),
        ("index.md", 14),
    ] == told
    assert not outcome.has_errors


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("- posts/2024/bai/lop.jpg", "withdrawn-photo-line"),
        ("- 12/03/2025", "withdrawn-photo-line"),
        ("- 12/03/2025: posts/2024/bai/lopp.jpg", "withdrawn-photo-missing"),
        ("- 31/02/2025: posts/2024/bai/lop.jpg", "date-invalid"),
        ("- 12/03/2025: pages/co.jpg", "withdrawn-photo-page"),
    ],
)
def test_a_line_that_takes_nothing_down_is_an_error(line: str, code: str) -> None:
    """A slip must not leave a child's picture on the site, where posts are left out neither."""
    errors = [one for one in read(f"# Ảnh\n\n{line}\n").problems if one.is_error]

    assert [(code, WITHDRAWN_PHOTOS, 3, True)] == [
        (one.code, one.where.path, one.where.line, one.forbids) for one in errors
    ]


@pytest.mark.parametrize("ending", [".md.txt", ".txt", ".docx", ".MD"])
def test_a_list_of_another_name_forbids_to_publish(ending: str) -> None:
    """An editor's ending must not put the pictures back."""
    path = f"content/withdrawn-photos{ending}"
    errors = [one for one in read("", pages={path: LINE}).problems if one.is_error]

    assert [("file-misnamed", path, ending, "withdrawn-photos.md", True)] == [
        (one.code, one.where.path, one.details["ending"], one.details["suggestion"], one.forbids)
        for one in errors
    ]


def test_a_picture_goes_even_if_its_day_is_wrong() -> None:
    """What is clear is done at once; what isn't, is asked for."""
    assert None is library_of("- 31/02/2025: posts/2024/bai/lop.jpg").posts[0].cover


def test_a_school_without_a_list_loses_nothing() -> None:
    """No list, and a list of prose, take nothing down."""
    assert library_of("") == library_of("# Ảnh đã gỡ\n\nChưa có ảnh nào.\n")
    assert library_of("").posts[0].cover is not None
