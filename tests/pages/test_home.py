"""The home page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builder.model.library import Introduction
from builder.model.plans import Target
from tests.counting.school import people, plan, post, task
from tests.pages.section import compose, files, meta


def test_the_strip_shows_the_calendar_year_of_today() -> None:
    """Else the newest one; each figure leads to its summary."""
    posts = (
        post("a", "2023-03-01", participants=people(students=1250)),
        post("b", "2024-03-01", participants=people(students="~40")),
    )
    during = meta(compose(*posts, today=date(2023, 12, 31)), "")["strip"]
    after = meta(compose(*posts, today=date(2025, 1, 1)), "")["strip"]

    assert "Kết quả năm 2024" == after["title"]
    assert {
        ("hoạt động", "1", "tong-ket/2023/"),
        ("lần tuyên truyền", "0", "tong-ket/2023/"),
        ("tin, bài", "1", "tong-ket/2023/"),
        ("lượt người tham gia", "1.250", "tong-ket/2023/"),
        ("đối tác cùng làm", "0", "tong-ket/2023/"),
    } == {(one["label"], one["figure"]["text"], one["figure"]["href"]) for one in during["figures"]}


def test_the_newest_featured_post_stands_large_and_once() -> None:
    """Without one, the newest post does."""
    posts = [post(name, f"2024-03-0{day}") for day, name in enumerate("abcdefgh", start=1)]
    plain = meta(compose(*posts), "")
    featured = meta(compose(replace(posts[0], featured=True), *posts[1:]), "")

    assert ("h", "Bài mới nhất") == (plain["featured"]["title"], plain["featured_label"])
    assert ("a", "Bài nổi bật") == (featured["featured"]["title"], featured["featured_label"])
    assert list("gfedcb") == [card["title"] for card in plain["cards"]]
    assert list("hgfedc") == [card["title"] for card in featured["cards"]]


def test_the_introduction_is_the_homes_own_text() -> None:
    """Its heading is the home's; without one the site's name stands there."""
    introduction = Introduction("content/pages/index.md", "Chào mừng", "Lời **chào**.", 1)
    site = compose(post("a", "2024-03-01"), change={"introduction": introduction})

    assert "Chào mừng" == meta(site, "")["heading"]
    assert "<p>Lời <strong>chào</strong>.</p>" in files(site)["index.md"].text
    assert "Trường THCS Hoa Mai" == meta(compose(), "")["heading"]


def test_school_and_section_stand_above_each_other() -> None:
    """Whichever of them the heading isn't stands above it."""
    introduction = Introduction("content/pages/index.md", "Đối ngoại", "Chữ.", 1)
    named = compose(change={"introduction": introduction})

    assert "Trường THCS Hoa Mai" == meta(named, "")["section"]
    assert "Thông tin đối ngoại, hội nhập quốc tế" == meta(compose(), "")["section"]


def test_the_plan_that_runs_shows_its_progress() -> None:
    """The bar ends at 100, the percentage tells what was reached."""
    twice = task("NV1", Target("activities", 2))
    once = task("NV2", Target("activities", 1, counts_all=True))
    site = compose(
        post("a", "2024-03-01", tasks=("NV1",)),
        post("b", "2024-03-02", "stem-khkt"),
        plans=(plan("2024", twice, once),),
        today=date(2024, 6, 1),
    )
    rows = meta(site, "")["plan"]["rows"]

    assert [
        ("1 trên 2", "50,0%", 50, "Đang thực hiện"),
        ("2 trên 1", "200,0%", 100, "Hoàn thành"),
    ] == [(one["counted"], one["percent"], one["bar"], one["state"]) for one in rows]


def test_progress_of_the_plan_says_what_is_counted() -> None:
    """One task may want several things; what was estimated is marked."""
    both = task("NV1", Target("activities", 2), Target("students", 1000))
    told = post("a", "2024-03-01", tasks=("NV1",), participants=people(students="~400"))
    site = compose(told, plans=(plan("2024", both),), today=date(2024, 6, 1))

    assert [
        ("Chỉ tiêu: ít nhất 2 hoạt động", "1 trên 2"),
        ("Chỉ tiêu: ít nhất 1.000 lượt học sinh", "≈ 400 trên 1.000"),
    ] == [(one["target"], one["counted"]) for one in meta(site, "")["plan"]["rows"]]


def test_the_newest_summaries_are_named() -> None:
    """By their last day, newest first."""
    site = compose(post("a", "2023-10-01"), post("b", "2024-03-01"))

    assert ["Năm 2024", "Năm học 2023–2024", "Năm 2023"] == [
        one["title"] for one in meta(site, "")["summaries"]
    ]
