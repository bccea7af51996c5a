"""What readers find a page by, and the page on which they ask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from builder.model.addresses import slug_of
from builder.model.partners import Agreement, Partner
from builder.model.posts import Photo
from builder.model.problems import Where
from builder.model.search import SearchDocument
from builder.model.site import SiteFile
from builder.pages.navigation import NavigationEntry
from builder.pages.search_documents import compose_document
from builder.pages.search_page import compose_search_page
from builder.pages.site import Site
from tests.counting.school import plan, post
from tests.pages.section import compose, files


def documents(site: Site) -> dict[str, SearchDocument]:
    """Pages that can be found, by address."""
    found = (compose_document(one, "vi") for one in site.files if one.meta is not None)
    return {one.address: one for one in found if one is not None}


def partner(name: str, *agreements: Agreement) -> Partner:
    """A partner with a file of its own."""
    id_ = slug_of(name)
    return Partner(id_, name, path=f"content/partners/{id_}.md", agreements=agreements)


def test_a_post_is_found_by_all_that_it_tells() -> None:
    """Lead, text, caption, facts; with its type and day."""
    news = post(
        "tham-truong",
        "2025-03-05",
        "hop-tac-quoc-te",
        title="Thăm trường bạn",
        summary="Đoàn đi sớm & vui.",
        location="Xã Sao Mai",
        cover=Photo("content/posts/anh.jpg", "Cổng trường", "Trước cổng trường", Where("?")),
    )
    found = documents(compose(news, pictures=["content/posts/anh.jpg"]))["tin/2025/tham-truong/"]

    assert ("Thăm trường bạn", "Giao lưu, hợp tác quốc tế", date(2025, 3, 5)) == (
        found.title,
        found.kind,
        found.day,
    )
    assert [] == [
        text
        for text in ("<p>Nội dung.</p>", "<p>Đoàn đi sớm &amp; vui.</p>", "cổng", "Xã Sao Mai")
        if text not in found.html
    ]


def test_partners_plans_and_summaries_are_found() -> None:
    """And the statement; lists, whose pages show what stands elsewhere, are not."""
    site = compose(
        post("hoi-thao", "2025-03-05", partners=["Trường bạn"]),
        partners=[partner("Trường bạn", Agreement("Biên bản ghi nhớ", None, None))],
        plans=[plan("2025")],
    )
    found = documents(site)

    assert {
        "tin/2025/hoi-thao/": "Hội nghị, hội thảo, tọa đàm",
        "doi-tac/truong-ban/": "Đối tác",
        "ke-hoach/2025/": "Kế hoạch",
        "tong-ket/2025/": "Tổng kết",
        "tong-ket/nam-hoc-2024-2025/": "Tổng kết",
        "tiep-can/": "Trang thông tin",
    } == {address: one.kind for address, one in found.items()}
    assert "Biên bản ghi nhớ" in found["doi-tac/truong-ban/"].html


def test_later_pages_of_a_partner_are_not_found() -> None:
    """They list posts, which are found themselves."""
    posts = [post(f"bai-{day}", f"2025-03-{day:02}", partners=["A"]) for day in range(1, 26)]
    site = compose(*posts, partners=[partner("A")])

    assert "doi-tac/a/trang/2/index.md" in files(site)
    assert ["doi-tac/a/"] == [one for one in documents(site) if one.startswith("doi-tac")]


def test_what_is_not_to_be_found_is_not_found() -> None:
    """A post with a badge, which the preview shows, and one that was taken down."""
    waiting = SiteFile("tin/2025/a/index.md", "", {"kind": "post", "title": "A", "unlisted": True})
    withdrawn = SiteFile("tin/2025/b/index.md", "", {"kind": "withdrawn", "title": "B"})

    assert [None, None] == [compose_document(one, "vi") for one in (waiting, withdrawn)]


def test_the_page_knows_where_its_index_stands() -> None:
    """And leads to the lists whoever cannot ask it; other sites are not to list it."""
    page = compose_search_page(
        ["2024", "2025"],
        (NavigationEntry("Trang chủ", "index.md"), NavigationEntry("Tin", "tin/index.md")),
        "vi",
    )

    assert {
        "index": "pagefind/",
        "parts": "2024 2025",
        "preview": None,
        "lists": [{"label": "Tin", "address": "tin/"}],
        "runs_wasm": True,
        "unlisted": True,
    }.items() <= dict(page.meta or {}).items()


def test_a_preview_says_that_it_cannot_be_searched() -> None:
    """Its index would lag behind what is written."""
    meta: Mapping[str, object] = compose_search_page(None, (), "vi").meta or {}

    assert (None, True) == (meta["index"], "bản xem trước" in str(meta["preview"]))
