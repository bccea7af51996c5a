"""Feeds and the sitemap."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from builder.model.posts import Correction
from tests.counting.school import post
from tests.pages.section import EXTENSIONS, SITE_URL, TOLD, compose, files, photo, read_xml

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HALL = "content/posts/san.jpg"
TOLD_POST = replace(
    post(
        "a", "2024-03-01", "ngoai-ngu",
        title="Hội thi <A & B>", publish_on="2024-03-04", authors=("Tổ Văn",),
        themes=("chuyen-doi-so",), corrections=(Correction(date(2024, 3, 9), "x"),),
        summary="Tóm tắt & hơn", photos=(photo(HALL),),
    ),
    body="Xem [b](b.md).\n\n![Sân](san.jpg)",
)  # fmt: skip


def compose_told() -> dict[str, str]:
    """Texts of a site of two posts."""
    site = compose(TOLD_POST, post("b", "2024-02-01"), pictures=[HALL])
    return {path: one.text for path, one in files(site).items()}


def test_the_atom_feed_has_what_the_standard_asks_for() -> None:
    """Feed and entries carry id, title and updated; the newest change dates the feed."""
    feed = read_xml(compose_told()["feed.xml"])
    entry = feed.find(f"{ATOM}entry")

    assert SITE_URL == feed.findtext(f"{ATOM}id")
    assert "2024-03-09T00:00:00+07:00" == feed.findtext(f"{ATOM}updated")
    assert "Trường THCS Hoa Mai" == feed.findtext(f"{ATOM}author/{ATOM}name")
    assert f"{SITE_URL}feed.xml" in [one.get("href") for one in feed.iter(f"{ATOM}link")]
    assert {
        "id": f"{SITE_URL}tin/2024/a/",
        "title": "Hội thi <A & B>",
        "published": "2024-03-04T00:00:00+07:00",
        "updated": "2024-03-09T00:00:00+07:00",
        "summary": "Tóm tắt & hơn",
    } == {
        name: entry.findtext(f"{ATOM}{name}")
        for name in ("id", "title", "published", "updated", "summary")
    }


def test_addresses_in_feeds_are_whole() -> None:
    """A reader doesn't know where a text stood: links, pictures and their widths."""
    html = json.loads(compose_told()["feed.json"])["items"][0]["content_html"]

    assert f'<a href="{SITE_URL}tin/2024/b/">b</a>' in html
    assert f'srcset="{SITE_URL}anh/san-480.webp 480w, {SITE_URL}anh/san-960.webp 960w"' in html
    assert "../" not in html


def test_the_json_feed_has_what_its_version_asks_for() -> None:
    """JSON Feed 1.1; what isn't known is left out."""
    feed = json.loads(compose_told()["feed.json"])
    first, second = feed["items"]

    assert "https://jsonfeed.org/version/1.1" == feed["version"]
    assert (SITE_URL, f"{SITE_URL}feed.json") == (feed["home_page_url"], feed["feed_url"])
    assert {
        "id": f"{SITE_URL}tin/2024/a/",
        "url": f"{SITE_URL}tin/2024/a/",
        "title": "Hội thi <A & B>",
        "summary": "Tóm tắt & hơn",
        "image": f"{SITE_URL}anh/san-960.webp",
        "date_published": "2024-03-04T00:00:00+07:00",
        "date_modified": "2024-03-09T00:00:00+07:00",
        "authors": [{"name": "Tổ Văn"}],
        "tags": ["Hoạt động ngoại ngữ", "Chuyển đổi số"],
    } == {key: value for key, value in first.items() if key != "content_html"}
    assert "authors" not in second


def test_feeds_hold_the_newest_twenty() -> None:
    """Newest first."""
    site = compose(*(post(f"b{day:02}", f"2024-03-{day:02}") for day in range(1, 26)))
    items = json.loads(files(site)["feed.json"].text)["items"]

    assert [f"b{day:02}" for day in range(25, 5, -1)] == [one["title"] for one in items]


def test_a_site_without_an_address_has_lasting_ids() -> None:
    """The same post keeps its id from build to build; no sitemap can be written."""
    bare = replace(TOLD, site_url=None, markdown_extensions=EXTENSIONS)
    first, again = (files(compose(post("a", "2024-03-01"), settings=bare)) for _ in range(2))
    identity = json.loads(first["feed.json"].text)["items"][0]["id"]

    assert identity.startswith("urn:uuid:")
    assert first["feed.xml"].text == again["feed.xml"].text
    assert "sitemap.xml" not in first
    assert "User-agent: *\nAllow: /\n" == first["robots.txt"].text


def test_the_sitemap_names_every_page_that_may_be_listed() -> None:
    """Hand-written pages too; pages of withdrawn posts stay out."""
    gone = post("an", "2024-03-01")
    site = compose(post("a", "2024-03-04"), change={"withdrawn": (gone,)})
    tree = read_xml(files(site)["sitemap.xml"].text)
    days = {one.findtext(f"{SITEMAP}loc"): one.findtext(f"{SITEMAP}lastmod") for one in tree}
    pages = {one.path for one in site.files if one.meta is not None}

    assert "2024-03-04" == days[f"{SITE_URL}tin/2024/a/"]
    assert {path.removesuffix("index.md") for path in pages} - {"tin/2024/an/"} == {
        address.removeprefix(SITE_URL) for address in days
    }
    assert f"Sitemap: {SITE_URL}sitemap.xml\n" in files(site)["robots.txt"].text
