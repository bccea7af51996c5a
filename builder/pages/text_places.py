"""A post's text → how each file of the site writes it, so that one can take another's place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from xml.sax.saxutils import escape

from builder.model.posts import Post
from builder.pages.attachments import list_copies
from builder.pages.cards import SUMMARY_LENGTH, summarise_html
from builder.pages.feeds import make_absolute
from builder.pages.site_pages import DESCRIPTION_LENGTH


def list_places(post: Post, text: str, site_url: str | None) -> Mapping[str, str]:
    """SiteFiles that may show a post's text, each with the text as it writes it."""
    absolute = make_absolute(text, post.address, site_url)
    return {
        f"{post.address}index.md": text,
        "feed.xml": escape(absolute),
        "feed.json": json.dumps(absolute, ensure_ascii=False)[1:-1],
    }


def is_shown_alike(post: Post, old: str, new: str) -> bool:
    """Whether everything else that is made of a text is the same with either: cards, documents."""
    lengths = () if post.summary else (SUMMARY_LENGTH, DESCRIPTION_LENGTH)
    is_card_same = all(summarise_html(old, one) == summarise_html(new, one) for one in lengths)
    return is_card_same and list_copies([old]) == list_copies([new])
