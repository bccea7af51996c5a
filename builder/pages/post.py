"""A post → its page, and the page of one that was taken down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from builder.locale import say
from builder.locale.formats import format_day, format_long_day
from builder.model.partners import Partner
from builder.model.posts import Post
from builder.model.site import SiteFile
from builder.pages.body.pictures import largest_rendition, picture_meta
from builder.pages.cards import Card, CardMaker, first_photo, summarise
from builder.pages.facts import compose_facts
from builder.pages.shelves import Shelves
from builder.pages.site_pages import DESCRIPTION_LENGTH, compose_page

RELATED = 4
"""Most cards below a post."""


def compose_posts(shelves: Shelves, cards: CardMaker) -> tuple[SiteFile, ...]:
    """Pages of all posts, each with its neighbours by day."""
    posts = shelves.posts
    newer, older = (None, *posts), (*posts[1:], None)
    return tuple(
        _compose_post(post, shelves, cards, newer=after, older=before)
        for post, after, before in zip(posts, newer, older, strict=False)
    )


def compose_withdrawn(posts: Sequence[Post], language: str) -> tuple[SiteFile, ...]:
    """Pages that say that a post was taken down, and nothing about what it told."""
    return tuple(
        compose_page(
            post.address,
            "withdrawn.html",
            title=say("withdrawn-title", language),
            meta={"lead": say("withdrawn-lead", language), "unlisted": True},
        )
        for post in posts
    )


def _compose_post(
    post: Post, shelves: Shelves, cards: CardMaker, *, newer: Post | None, older: Post | None
) -> SiteFile:
    """Page of one post."""
    card = cards.card_of(post)
    meta = {
        "description": summarise(post, shelves, DESCRIPTION_LENGTH),
        "type": {"label": card["type"], "address": card["type_address"]},
        "day": format_long_day(post.first_day, shelves.language),
        "iso": card["iso"],
        "badge": card["badge"],
        "lead": post.summary,
        "cover": _compose_cover(post, shelves),
        "facts": compose_facts(post, shelves),
        "corrections": [
            {"day": format_day(one.day), "iso": one.day.isoformat(), "text": one.text}
            for one in post.corrections
        ],
        "partners": list(_compose_partners(post, shelves)),
        "source": _compose_source(post.source),
        "authors": ", ".join(post.authors) or None,
        "ai_used": post.ai_used,
        "newer": newer and _compose_neighbour(newer),
        "older": older and _compose_neighbour(older),
        "related": [cards.card_of(one) for one in islice(_related(post, shelves), RELATED)],
        "og_type": "article",
        "og_image": _compose_og_image(post, shelves),
        "unlisted": card["badge"] is not None,
    }
    text = shelves.bodies.get(post.path, "")
    return compose_page(post.address, "post.html", title=post.title, text=text, meta=meta)


def _compose_cover(post: Post, shelves: Shelves) -> Card | None:
    """The cover with its caption; None where the text itself shows it."""
    cover = post.cover
    if cover is None or cover.path not in shelves.pictures:
        return None
    if any(photo.path == cover.path for photo in post.photos):
        return None
    picture = picture_meta(shelves.pictures[cover.path], cover.alt)
    return {"picture": picture, "caption": cover.caption}


def _compose_partners(post: Post, shelves: Shelves) -> Iterator[Card]:
    """Cards of the partners that have something to tell."""
    for one in shelves.partners_of(post):
        partner = shelves.library.partners.get(one)
        if partner is not None:
            yield {
                "name": partner.name,
                "address": partner.address,
                "kind": label_of_kind(partner, shelves),
            }


def label_of_kind(partner: Partner, shelves: Shelves) -> str | None:
    """Label of a partner's kind; None where it has no file."""
    if partner.kind is None:
        return None
    kinds = shelves.library.settings.vocabulary.partner_kinds
    return kinds[partner.kind].label_in(shelves.language)


def _compose_source(source: str | None) -> dict[str, object] | None:
    """The body whose news it is; a link is shown by its host."""
    if source is None:
        return None
    parts = urlsplit(source)
    if parts.scheme in ("http", "https") and parts.hostname:
        return {"text": parts.hostname, "address": source}
    return {"text": source, "address": None}


def _compose_neighbour(post: Post) -> dict[str, object]:
    """Link to the post before or after."""
    return {"title": post.title, "address": post.address, "day": format_day(post.first_day)}


def _related(post: Post, shelves: Shelves) -> Iterator[Post]:
    """Posts of its partners, then of its type, newest first, each once and never itself.

    A generator: the reader sees four, and a shelf may hold thousands.
    """
    seen = {post.path}
    near = [shelves.by_partner[one] for one in shelves.partners_of(post)]
    for shelf in (*near, shelves.by_type[post.activity_type]):
        for other in shelf:
            if other.path not in seen:
                seen.add(other.path)
                yield other


def _compose_og_image(post: Post, shelves: Shelves) -> dict[str, object] | None:
    """Picture that other sites show beside a link; they need its whole address."""
    site_url = shelves.library.settings.site_url
    photo = first_photo(post, shelves)
    if site_url is None or photo is None:
        return None
    large = largest_rendition(shelves.pictures[photo.path])
    return {
        "address": site_url + large.address,
        "width": large.width_px,
        "height": large.height_px,
        "alt": photo.alt,
    }
