"""What the preview shows, and the site doesn't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.posts import Status
from builder.model.problems import Problem, Where
from builder.pages.preview import BrokenPost, Preview
from tests.counting.school import post
from tests.pages.section import compose, files, meta

PATH = "content/posts/2024/hong/index.md"
TEXT = "---\ntitle: X\nngày: <b>31/02\n---\nChữ **đậm**.\n"
BROKEN = BrokenPost(PATH, TEXT, (Problem("front-open", Where(PATH, 3)),))
WAITING = (
    replace(post("nhap", "2024-05-01"), status=Status.DRAFT),
    replace(post("cho", "2024-05-02"), status=Status.REVIEW),
    post("sau", "2024-05-03", publish_on="2030-01-31"),
    post("chua", "2024-05-04", publish_on="2024-06-01"),
    post("sua", "2024-05-05", status=Status.APPROVED),
    post("noi-bo", "2024-05-05", internal=True),
)


def test_waiting_posts_show_with_the_reason_why() -> None:
    """In lists and on their pages; internal ones never."""
    outdated = frozenset({"content/posts/sua.md"})
    change = {"waiting": WAITING, "outdated": outdated}
    site = compose(post("a", "2024-03-01"), preview=Preview(), change=change)

    assert [
        ("sua", "Đã sửa, chờ duyệt lại"),
        ("chua", "Chưa được duyệt"),
        ("sau", "Đăng ngày 31/01/2030"),
        ("cho", "Chờ duyệt"),
        ("nhap", "Bản nháp"),
        ("a", None),
    ] == [(card["title"], card["badge"]) for card in meta(site, "tin/")["cards"]]
    assert "Bản nháp" == meta(site, "tin/2024/nhap/")["badge"]
    assert not [one.path for one in site.files if "noi-bo" in f"{one.path} {one.meta} {one.text}"]


def test_the_site_shows_nothing_of_what_waits() -> None:
    """No page, card, feed, figure or line of a sitemap."""
    site = compose(post("a", "2024-03-01"), change={"waiting": WAITING})
    told = [f"{one.path} {one.meta} {one.text}" for one in site.files]

    assert [] == [text for text in told for one in WAITING if one.address in text]


def test_feeds_of_the_preview_hold_what_readers_can_see() -> None:
    """They are followed by programs, which know no badge."""
    site = compose(post("a", "2024-03-01"), preview=Preview(), change={"waiting": WAITING})

    assert "tin/2024/nhap/" not in files(site)["feed.json"].text


def test_a_broken_post_has_a_page_with_its_problems() -> None:
    """With place, the line as written and what to do; its text follows as far as it goes."""
    site = compose(preview=Preview((BROKEN,)))
    (note,) = meta(site, "tin/2024/hong/")["notes"]

    assert (f"{PATH}:3", "ngày: <b>31/02", True) == (note["place"], note["line"], note["is_error"])
    assert note["message"]
    assert note["hint"]
    assert "<strong>đậm</strong>" in files(site)["tin/2024/hong/index.md"].text


def test_home_leads_to_every_broken_post() -> None:
    """No list holds them, so that the teacher would never find the page."""
    site = compose(preview=Preview((BROKEN,)))

    assert [{"address": "tin/2024/hong/", "path": PATH}] == meta(site, "")["problems"]["rows"]
    assert "problems" not in meta(compose(preview=Preview()), "")


def test_a_problem_in_another_file_quotes_no_line_of_this_one() -> None:
    """A clash names both files; only this one is at hand."""
    elsewhere = replace(BROKEN.problems[0], where=Where("content/posts/khac.md", 2))
    site = compose(preview=Preview((replace(BROKEN, problems=(elsewhere,)),)))
    (note,) = meta(site, "tin/2024/hong/")["notes"]

    assert ("content/posts/khac.md:2", None) == (note["place"], note["line"])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/posts/2024/hong/index.md", "tin/2024/hong/"),
        ("content/posts/Hội thi.md", "tin/xem-truoc/hoi-thi/"),
        ("content/posts/2023/01-thang/Bài.md", "tin/2023/bai/"),
        ("content/posts/index.md", "tin/xem-truoc/index/"),
        ("content/posts/！.md", "tin/xem-truoc/bai/"),
    ],
)
def test_a_broken_posts_address_is_guessed_from_its_path(path: str, expected: str) -> None:
    """Its date and title can't be trusted."""
    assert expected == BrokenPost(path, "", ()).address


def test_a_broken_post_takes_no_other_pages_place() -> None:
    """Two posts may ask for one address."""
    site = compose(post("hong", "2024-03-01"), preview=Preview((BROKEN,)))

    assert "outreach/post.html" == meta(site, "tin/2024/hong/")["template"]
    assert "outreach/problems.html" == meta(site, "tin/2024/hong-loi/")["template"]


def test_a_broken_post_is_shown_where_the_sound_one_stood() -> None:
    """A browser that shows the post shows what is wrong with it; home names it once."""
    named = replace(BROKEN, year="2025", slug="hoi-thi")
    site = compose(preview=Preview((named,)))
    shown = [meta(site, f"tin/{one}/")["notes"] for one in ("2024/hong", "2025/hoi-thi")]

    assert shown[0] == shown[1]
    assert ["tin/2024/hong/"] == [one["address"] for one in meta(site, "")["problems"]["rows"]]


def test_a_broken_post_stays_away_from_a_sound_one() -> None:
    """Where both would stand at one address."""
    named = replace(BROKEN, slug="hoi-thi")
    site = compose(post("hoi-thi", "2024-03-01"), preview=Preview((named,)))

    assert "outreach/post.html" == meta(site, "tin/2024/hoi-thi/")["template"]
