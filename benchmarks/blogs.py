"""The corpus as projects of Material's blog: alone, and with the pages that other peers make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from corpus import ABOUT, SCHOOL, SITE_URL, News, Written
from pages import address_of, list_periods, partner_id
from projects import describe_school, read_folder, write_page
from words import PARTNERS, TYPES

CATEGORIES_FOLDER = "tin/danh-muc/"
"""Where the blog's lists of types and partners stand, as its `mkdocs.yml` says."""


def compose_blog_post(one: News) -> Written:
    """A post whose partner is a second category, with what its page and the summaries tell.

    A second of the day for each number: of one day's posts the lists and the
    feed, too, have the later first.
    """
    front = {
        "title": one.title,
        "slug": address_of(one).split("/")[-2],
        "date": datetime.combine(one.day, time()) + timedelta(seconds=one.number),
        "categories": [one.activity_type, partner_id(one)],
        "description": one.summary,
        "staff": one.staff,
        "students": one.students,
    }
    return _place_post(one, write_page(front, one.tell(one.photo)))


def compose_blog_rest(news: Sequence[News], *, search: bool) -> Written:
    """Its settings, hooks, theme and data; titles of its categories, a page for each period."""
    texts = {
        **read_folder("blog"),
        "school.json": describe_school(news),
        "docs/gioi-thieu.md": ABOUT,
    }
    if search:
        texts["mkdocs.yml"] = texts["mkdocs.yml"].replace("plugins:\n", "plugins:\n  - search\n")
    for name, title in (TYPES | PARTNERS).items():
        texts[f"docs/{CATEGORIES_FOLDER}{name}.md"] = f"# {title}\n"
    for period in list_periods(news):
        front = {"title": period.title, "template": "summary.html", "period": period.id}
        texts[f"docs/{period.address.rstrip('/')}.md"] = write_page(front)
    return Written(texts)


def compose_alone_post(one: News) -> Written:
    """A post for Material's blog alone, as its manual writes one."""
    front = {
        "title": one.title,
        "slug": address_of(one).split("/")[-2],
        "date": one.day,
        "categories": [one.activity_type],
    }
    text = one.tell(one.photo).replace(one.lead, f"# {one.title}\n\n{one.lead}\n\n<!-- more -->", 1)
    return _place_post(one, write_page(front, text))


def compose_alone_rest(*, search: bool) -> Written:
    """The project round them, which Zensical reads as well."""
    plugins = "  - search\n" if search else ""
    settings = (
        f"site_name: {SCHOOL}\n"
        f"site_url: {SITE_URL}\n"
        "theme: {name: material, language: vi, font: false}\n"
        f"plugins:\n{plugins}"
        "  - blog:\n"
        "      blog_dir: tin\n"
        '      post_url_format: "{date}/{slug}"\n'
        "      post_url_date_format: yyyy\n"
        '      archive_url_format: "{date}"\n'
        '      categories_url_format: "hoat-dong/{slug}"\n'
        '      pagination_url_format: "trang/{page}"\n'
        "      pagination_per_page: 20\n"
    )
    return Written(
        {"mkdocs.yml": settings, "docs/tin/index.md": "# Tin tức\n", "docs/index.md": ABOUT}
    )


def _place_post(one: News, text: str) -> Written:
    """A post's file among the sources, its photo beside it."""
    folder = f"docs/tin/posts/{one.day.year}"
    photos = {f"{folder}/{one.photo}": one.number} if one.photo else {}
    return Written({f"{folder}/bai-{one.number}.md": text}, photos)
