"""A post's page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builder.model.partners import Partner
from builder.model.posts import Correction
from builder.pages.post import RELATED
from tests.counting.school import gift, people, post
from tests.pages.section import SITE_URL, compose, files, meta, photo

HALL = "content/posts/hoi-truong.jpg"


def facts_of(front: object) -> dict[str, list[str]]:
    """Facts of a page by their terms."""
    return {row["term"]: [one["text"] for one in row["values"]] for row in front["facts"]}


def test_the_facts_box_tells_what_the_post_states() -> None:
    """Numbers with their marks and people, words by label, what is usual left out."""
    site = compose(
        post(
            "a", "2024-03-01", "tuyen-truyen",
            until="2024-03-02", sessions=2, location="Sân trường",
            participants=people(staff=21, students="~170", parents="?"),
            level="truong", role="chu-tri", mode="truc-tiep", channels=("zalo",),
            themes=("chuyen-doi-so",), permission="Công văn số 1",
        ),
    )  # fmt: skip

    assert {
        "Thời gian": ["01/03/2024 – 02/03/2024"],
        "Số lần tổ chức": ["2 lần"],
        "Địa điểm": ["Sân trường"],
        "Người tham gia": [
            "21 cán bộ, giáo viên, nhân viên",
            "≈ 170 học sinh",
            "Cha mẹ học sinh: chưa có số liệu",
        ],
        "Kênh thông tin": ["Trang thông tin điện tử của trường", "Zalo"],
        "Cấp": ["Trường"],
        "Văn bản cho phép": ["Công văn số 1"],
        "Chủ đề": ["Chuyển đổi số"],
        "Tổng kết": ["Được tính vào năm 2024"],
    } == facts_of(meta(site, "tin/2024/a/"))


def test_gifts_tell_what_from_whom_and_whether_pledged() -> None:
    """Money in đồng, goods with their unit."""
    sun = Partner("nang-som", "Công ty Nắng Sớm")
    site = compose(
        post(
            "a", "2024-03-01", "xa-hoi-hoa",
            resources=(
                gift("hoc-bong", 12_000_000, partner="Nắng Sớm"),
                gift("hien-vat", quantity=1250, unit="quyển", pledged=True),
            ),
        ),
        partners=(sun,),
    )  # fmt: skip

    assert [
        "Học bổng: 12.000.000 đồng – Công ty Nắng Sớm",
        "Hiện vật: 1.250 quyển (cam kết) – Công ty Nắng Sớm",
    ] == facts_of(meta(site, "tin/2024/a/"))["Nguồn lực"]


def test_a_post_of_an_event_shows_the_facts_of_all_its_posts() -> None:
    """A follow-up tells who took part, and leads to the main post."""
    site = compose(
        post("a", "2024-03-01", event="x", is_main=True, participants=people(students=64)),
        post("b", "2024-03-01", event="x", publish_on="2024-03-05"),
    )
    facts = facts_of(meta(site, "tin/2024/b/"))

    assert (["64 học sinh"], ["a"]) == (facts["Người tham gia"], facts["Bài cùng hoạt động"])


def test_neighbours_are_the_posts_before_and_after() -> None:
    """By day, then path."""
    site = compose(*(post(name, "2024-03-01") for name in ("a", "b", "c")))
    front = meta(site, "tin/2024/b/")

    assert ("tin/2024/a/", "tin/2024/c/") == (
        front["older"]["address"],
        front["newer"]["address"],
    )


def test_related_posts_are_those_of_its_partners_then_of_its_type() -> None:
    """Never itself, each once, and few."""
    site = compose(
        post("a", "2024-03-01", "ngoai-ngu", partners=("Hải Âu",)),
        post("b", "2024-02-01", "stem-khkt", partners=("Hải Âu",)),
        *(post(f"c{number}", f"2024-01-0{number}", "ngoai-ngu") for number in range(1, 6)),
    )
    related = [card["title"] for card in meta(site, "tin/2024/a/")["related"]]

    assert ["b", "c5", "c4", "c3"] == related
    assert RELATED == len(related)


def test_a_cover_that_the_text_shows_is_not_shown_twice() -> None:
    """It stays the picture of the card and of links on other sites."""
    cover = photo(HALL)
    alone = compose(post("a", "2024-03-01", cover=cover), pictures=[HALL])
    twice = compose(post("a", "2024-03-01", cover=cover, photos=(cover,)), pictures=[HALL])
    front = meta(twice, "tin/2024/a/")

    assert "anh/hoi-truong-960.webp" == meta(alone, "tin/2024/a/")["cover"]["picture"]["src"]
    assert front["cover"] is None
    assert f"{SITE_URL}anh/hoi-truong-960.webp" == front["og_image"]["address"]


def test_a_correction_and_a_source_are_told() -> None:
    """A link to a source is shown by its host; a text is no link."""
    site = compose(
        post(
            "a", "2024-03-01",
            corrections=(Correction(date(2024, 3, 5), "Là 40."),), source="https://so.example/tin/1",
        ),
        post("b", "2024-03-02", source="Báo Đồng Mây"),
    )  # fmt: skip
    front = meta(site, "tin/2024/a/")

    assert [{"day": "05/03/2024", "iso": "2024-03-05", "text": "Là 40."}] == front["corrections"]
    assert {"text": "so.example", "address": "https://so.example/tin/1"} == front["source"]
    assert {"text": "Báo Đồng Mây", "address": None} == meta(site, "tin/2024/b/")["source"]


def test_the_description_is_the_summary_else_the_beginning_of_the_text() -> None:
    """Cut after a word."""
    site = compose(
        post("a", "2024-03-01", summary="Tóm tắt."),
        replace(post("b", "2024-03-02"), body="## Mở đầu\n\n" + "chữ **đậm** " * 60),
    )

    assert "Tóm tắt." == meta(site, "tin/2024/a/")["description"]
    assert "chữ đậm " * 24 + "chữ đậm…" == meta(site, "tin/2024/b/")["description"]


def test_a_withdrawn_post_says_so_and_nothing_else() -> None:
    """Its address stays; its title, text and pictures are gone, and no search engine lists it."""
    gone = post("an", "2024-03-01", title="Tên em bé")
    site = compose(post("a", "2024-03-02"), change={"withdrawn": (gone,)})
    page = files(site)["tin/2024/an/index.md"]

    assert "Bài viết đã được gỡ" == page.meta["title"]
    assert page.meta["unlisted"]
    assert not [one.path for one in site.files if "Tên em bé" in f"{one.meta} {one.text}"]


def test_a_post_that_is_only_counted_has_no_page() -> None:
    """No card, no feed, no address in the sitemap tells of it."""
    site = compose(post("a", "2024-03-02"), post("an", "2024-03-01", summary_only=True))

    assert not [one.path for one in site.files if "tin/2024/an/" in f"{one.path} {one.text}"]
