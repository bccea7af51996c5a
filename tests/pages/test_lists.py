"""Lists of posts, by year, type and theme, with paging."""

from __future__ import annotations

from dataclasses import replace

from tests.counting.school import post
from tests.pages.section import TOLD, compose, files, meta

MANY = tuple(post(f"b{number:02}", f"2024-03-{number:02}", "ngoai-ngu") for number in range(1, 24))
FEW_A_PAGE = replace(TOLD, posts_per_page=2)


def titles(front: object) -> list[str]:
    """Titles of a list's cards."""
    return [card["title"] for card in front["cards"]]


def test_a_list_is_newest_first() -> None:
    """By day, then by path, so that the order is total."""
    site = compose(post("a", "2024-03-01"), post("c", "2024-03-01"), post("b", "2024-03-02"))

    assert ["b", "c", "a"] == titles(meta(site, "tin/"))


def test_a_long_list_has_more_pages() -> None:
    """Each page holds as many posts as the configuration says, the last the rest."""
    site = compose(*MANY)

    assert [20, 3] == [len(titles(meta(site, one))) for one in ("tin/", "tin/trang/2/")]
    assert "ngoai-ngu" in str(meta(site, "hoat-dong/ngoai-ngu/trang/2/")["paging"])
    assert "tin/trang/3/index.md" not in files(site)


def test_paging_says_where_one_is() -> None:
    """The first, the last and the pages around are named, gaps are gaps."""
    paging = meta(compose(*MANY, settings=FEW_A_PAGE), "tin/trang/6/")["paging"]
    labels = [page and page["label"] for page in paging["pages"]]

    assert "trang 6 trên 12" == paging["here"]
    assert "23 bài" == paging["total"]
    assert ["1", None, "4", "5", "6", "7", "8", None, "12"] == labels
    assert ("tin/trang/5/", "tin/trang/7/") == (paging["newer"], paging["older"])


def test_pages_of_one_list_have_titles_of_their_own() -> None:
    """Search engines and tabs tell them apart; the heading stays."""
    site = compose(*MANY)
    second = meta(site, "tin/trang/2/")

    assert "Tất cả tin, bài – trang 2 trên 2" == second["title"]
    assert "Tất cả tin, bài" == second["heading"]


def test_years_are_filters_with_counts() -> None:
    """The current one is marked."""
    site = compose(post("a", "2023-03-01"), post("b", "2024-03-01"), post("c", "2024-03-02"))
    words = [
        (one["label"], one["count"], one["current"]) for one in meta(site, "tin/2024/")["words"]
    ]

    assert [("Tất cả tin, bài", 3, False), ("2024", 2, True), ("2023", 1, False)] == words


def test_types_and_themes_stand_in_the_order_of_the_vocabulary() -> None:
    """Only those that occur; a post of two themes stands under both."""
    site = compose(
        post("a", "2024-03-01", "ngoai-ngu", themes=("chuyen-doi-so", "guong-dien-hinh")),
        post("b", "2024-03-02", "tuyen-truyen", themes=("guong-dien-hinh",)),
    )
    types, themes = (meta(site, one)["words"] for one in ("hoat-dong/", "chu-de/"))

    assert ["hoat-dong/tuyen-truyen/", "hoat-dong/ngoai-ngu/"] == [one["address"] for one in types]
    assert [("chu-de/guong-dien-hinh/", 2), ("chu-de/chuyen-doi-so/", 1)] == [
        (one["address"], one["count"]) for one in themes
    ]
    assert ["b", "a"] == titles(meta(site, "chu-de/guong-dien-hinh/"))


def test_an_index_leads_on_only_where_there_is_more() -> None:
    """Three posts of a word stand in the index itself."""
    site = compose(*MANY[:4], post("x", "2024-04-01", "stem-khkt"))
    words = meta(site, "hoat-dong/")["words"]

    assert ["Xem cả 4 bài", None] == [one["all"] for one in words]
    assert [3, 1] == [len(one["cards"]) for one in words]


def test_a_card_without_a_picture_has_a_pattern_of_its_title() -> None:
    """The same title gives the same drawing."""
    site = compose(*(post(name, "2024-03-01", title=name[0]) for name in ("a1", "a2", "b1")))
    cards = {card["address"]: card for card in meta(site, "tin/")["cards"]}
    first, same, other = (cards[f"tin/2024/{one}/"]["pattern"] for one in ("a1", "a2", "b1"))

    assert first == same
    assert first != other


def test_an_empty_school_is_told_what_will_stand_here() -> None:
    """Home and lists say how posts come to be; no section without content is in the menu."""
    site = compose()

    assert meta(site, "tin/")["empty"].startswith("Chưa có bài nào ở đây.")
    assert meta(site, "")["empty"].startswith("Tin, bài của nhà trường sẽ hiện ở đây")
    assert ["index.md", "tin/index.md"] == [one.path for one in site.navigation]
