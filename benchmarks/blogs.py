"""The corpus as projects of Material's blog: with all pages, alone, and as Zensical reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from corpus import ABOUT, SCHOOL, SITE_URL, News, Written
from pages import list_periods, partner_id
from projects import describe_school, read_folder, write_page
from words import PARTNERS, TYPES

from builder.model.addresses import slug_of

CATEGORIES_FOLDER = "tin/danh-muc/"
"""Where a blog's lists of types and partners stand: both are its categories."""

_FEED = """\
  - rss:
      match_path: tin/posts/.*
      use_git: false
      json_feed_enabled: false
      date_from_meta: {as_creation: date}
      feeds_filenames: {rss_created: feed.xml}
      length: 20
"""


def compose_blog_post(one: News) -> Written:
    """A post whose partner is a second category, with what its page and the summaries tell."""
    front = {**_describe_post(one), "staff": one.staff, "students": one.students}
    return _place_post(one, write_page(front, _tell_with_excerpt(one)))


def compose_blog_rest(news: Sequence[News], *, search: bool) -> Written:
    """Its settings, hook, templates and data; titles of its categories, a page for each period."""
    texts = {
        **read_folder("blog"),
        **read_folder("shared", "", ".py"),
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
        "slug": slug_of(one.title),
        "date": one.day,
        "categories": [one.activity_type],
    }
    return _place_post(one, write_page(front, _tell_with_excerpt(one)))


def compose_alone_rest(*, search: bool) -> Written:
    """The project round them."""
    return _compose_rest(search=search)


def compose_zensical_post(one: News) -> Written:
    """The same for Zensical, its partner as a second category."""
    return _place_post(one, write_page(_describe_post(one), _tell_with_excerpt(one)))


def compose_zensical_rest(*, search: bool) -> Written:
    """The project round them, with the feed that Zensical makes itself."""
    return _compose_rest(search=search, feed=_FEED)


def _describe_post(one: News) -> Mapping[str, object]:
    """Front matter of a post whose partner is a second category.

    A second of the day for each number: of one day's posts the lists and the
    feed, too, have the later first.
    """
    return {
        "title": one.title,
        "slug": slug_of(one.title),
        "date": datetime.combine(one.day, time()) + timedelta(seconds=one.number),
        "categories": [one.activity_type, partner_id(one)],
        "description": one.summary,
    }


def _tell_with_excerpt(one: News) -> str:
    """A post's heading, its lead for the lists, and the rest."""
    lead = f"# {one.title}\n\n{one.lead}\n\n<!-- more -->"
    return one.tell(one.photo).replace(one.lead, lead, 1)


def _compose_rest(*, search: bool, feed: str = "") -> Written:
    """A blog as its manual sets it up."""
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
        '      categories_url_format: "danh-muc/{slug}"\n'
        '      pagination_url_format: "trang/{page}"\n'
        "      pagination_per_page: 20\n"
        f"{feed}"
    )
    return Written(
        {"mkdocs.yml": settings, "docs/tin/index.md": "# Tin tức\n", "docs/index.md": ABOUT}
    )


def _place_post(one: News, text: str) -> Written:
    """A post's file among the sources, its photo beside it."""
    folder = f"docs/tin/posts/{one.day.year}"
    photos = {f"{folder}/{one.photo}": one.number} if one.photo else {}
    return Written({f"{folder}/bai-{one.number}.md": text}, photos)
