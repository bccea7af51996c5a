"""The newest posts → an Atom feed and a JSON feed."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from datetime import date

from builder.model.posts import Post
from builder.model.site import SiteFile
from builder.pages.body.pictures import largest_rendition
from builder.pages.cards import first_photo, summarise
from builder.pages.links import make_absolute
from builder.pages.shelves import Shelves
from builder.pages.site_pages import DESCRIPTION_LENGTH
from builder.pages.xml import escape_text, quote_value

NEWEST = 20
"""Posts of a feed (outputs.md, Addresses)."""

MIDNIGHT = "T00:00:00+07:00"
"""Vietnamese midnight: posts state days and no hours."""


def compose_feeds(shelves: Shelves) -> tuple[SiteFile, ...]:
    """`feed.xml` and `feed.json`; what readers can't see yet is in neither."""
    hidden = {post.path for post in shelves.library.waiting}
    posts = [post for post in shelves.posts if post.path not in hidden][:NEWEST]
    return (
        SiteFile("feed.xml", _write_atom(posts, shelves)),
        SiteFile("feed.json", _write_json_feed(posts, shelves)),
    )


def changed_on(post: Post) -> date:
    """The last day on which a post says that it changed."""
    return max(
        post.publish_on or post.first_day, *(one.day for one in post.corrections), post.first_day
    )


def _write_atom(posts: Sequence[Post], shelves: Shelves) -> str:
    """Atom (RFC 4287)."""
    settings = shelves.library.settings
    site_url = settings.site_url or ""
    updated = max((changed_on(post) for post in posts), default=shelves.library.today)
    name = settings.school.name_on(shelves.library.today)
    own = quote_value(f"{site_url}feed.xml")
    entries = "".join(_write_entry(post, shelves) for post in posts)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quote_value(settings.language)}>\n'
        f"  <title>{escape_text(settings.site_name)}</title>\n"
        f"  <id>{escape_text(_identify('', settings.site_url, settings.site_name))}</id>\n"
        f"  <updated>{updated.isoformat()}{MIDNIGHT}</updated>\n"
        f"  <author><name>{escape_text(name)}</name></author>\n"
        f'  <link rel="alternate" type="text/html" href={quote_value(site_url or "./")}/>\n'
        f'  <link rel="self" type="application/atom+xml" href={own}/>\n'
        f"{entries}</feed>\n"
    )


def _write_entry(post: Post, shelves: Shelves) -> str:
    """One post of the Atom feed."""
    settings = shelves.library.settings
    address = (settings.site_url or "") + post.address
    label = settings.vocabulary.activity_types[post.activity_type].label_in(settings.language)
    own_id = _identify(post.address, settings.site_url, settings.site_name)
    published = post.publish_on or post.first_day
    authors = "".join(f"<author><name>{escape_text(one)}</name></author>" for one in post.authors)
    summary = summarise(post, shelves, DESCRIPTION_LENGTH)
    return (
        "  <entry>\n"
        f"    <title>{escape_text(post.title)}</title>\n"
        f"    <id>{escape_text(own_id)}</id>\n"
        f'    <link rel="alternate" type="text/html" href={quote_value(address)}/>\n'
        f"    <published>{published.isoformat()}{MIDNIGHT}</published>\n"
        f"    <updated>{changed_on(post).isoformat()}{MIDNIGHT}</updated>\n"
        f"    <category term={quote_value(post.activity_type)} label={quote_value(label)}/>\n"
        + (f"    {authors}\n" if authors else "")
        + (f"    <summary>{escape_text(summary)}</summary>\n" if summary else "")
        + f'    <content type="html">{escape_text(_absolute_body(post, shelves))}</content>\n'
        "  </entry>\n"
    )


def _write_json_feed(posts: Sequence[Post], shelves: Shelves) -> str:
    """JSON Feed 1.1."""
    settings = shelves.library.settings
    site_url = settings.site_url or ""
    name = settings.school.name_on(shelves.library.today)
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.site_name,
        "home_page_url": settings.site_url,
        "feed_url": f"{site_url}feed.json" if site_url else None,
        "language": settings.language,
        "authors": [{"name": name}],
        "items": [_compose_item(post, shelves) for post in posts],
    }
    return json.dumps(_without_none(feed), ensure_ascii=False, indent=2) + "\n"


def _compose_item(post: Post, shelves: Shelves) -> dict[str, object]:
    """One post of the JSON feed."""
    settings = shelves.library.settings
    site_url = settings.site_url or ""
    vocabulary = settings.vocabulary
    words = [vocabulary.activity_types[post.activity_type]]
    labels = [one.label_in(settings.language) for one in words]
    labels += [vocabulary.themes[one].label_in(settings.language) for one in post.themes]
    photo = first_photo(post, shelves)
    item: dict[str, object] = {
        "id": _identify(post.address, settings.site_url, settings.site_name),
        "url": site_url + post.address,
        "title": post.title,
        "content_html": _absolute_body(post, shelves),
        "summary": summarise(post, shelves, DESCRIPTION_LENGTH),
        "image": site_url + largest_rendition(shelves.pictures[photo.path]).address
        if photo
        else None,
        "date_published": f"{(post.publish_on or post.first_day).isoformat()}{MIDNIGHT}",
        "date_modified": f"{changed_on(post).isoformat()}{MIDNIGHT}",
        "authors": [{"name": one} for one in post.authors] or None,
        "tags": labels,
    }
    return _without_none(item)


def _without_none(record: dict[str, object]) -> dict[str, object]:
    """Only what is known: both formats leave the rest out."""
    return {key: value for key, value in record.items() if value is not None}


def _identify(address: str, site_url: str | None, site_name: str) -> str:
    """Lasting id: the address, or for a site without one a UUID of its name and the address."""
    if site_url is not None:
        return site_url + address
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site_name}/{address}").urn


def _absolute_body(post: Post, shelves: Shelves) -> str:
    """A post's text for readers that don't know where it stands."""
    body = shelves.bodies.get(post.path, "")
    return make_absolute(body, post.address, shelves.library.settings.site_url)
