"""A post's text → how each file of the site writes it, so that one can take another's place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.posts import Post
from builder.pages.attachments import list_copies
from builder.pages.excerpts import SUMMARY_LENGTH, summarise_html
from builder.pages.links import make_absolute
from builder.pages.site_pages import DESCRIPTION_LENGTH
from builder.pages.xml import escape_text, quote_value


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a file of the site writes the text of a post."""

    text: str
    """As it stands there."""

    opening: str = ""
    """Stands once in the file, before the text; without it the file says nothing of the post."""

    closing: str = ""
    """Ends what is said of the post."""


def path_of_page(post: Post) -> str:
    """Path of the SiteFile that is all about a post."""
    return f"{post.address}index.md"


def list_places(post: Post, text: str, site_url: str | None) -> Mapping[str, TextPlace]:
    """Places of a post's text by the path of their SiteFile.

    Its page is all about it; a feed holds the newest posts alone, and what another
    post says may be the same.
    """
    absolute = make_absolute(text, post.address, site_url)
    address = (site_url or "") + post.address
    return {
        path_of_page(post): TextPlace(text),
        "feed.xml": TextPlace(
            f'<content type="html">{escape_text(absolute)}</content>',
            f'<link rel="alternate" type="text/html" href={quote_value(address)}/>',
            "</entry>",
        ),
        "feed.json": TextPlace(
            f'"content_html": {_write_json(absolute)},',
            f'"url": {_write_json(address)},',
            '"summary":',
        ),
    }


def exchange_text(file: str, old: TextPlace, new: TextPlace) -> str | None:
    """A file with a new text at the place of the old one; None where that isn't there just once."""
    start = file.find(old.opening)
    if start < 0:
        return file
    end = file.find(old.closing, start) if old.closing else len(file)
    if not old.text or file.count(old.text, start, end) != 1:
        return None
    return file[:start] + file[start:end].replace(old.text, new.text) + file[end:]


def is_shown_alike(post: Post, old: str, new: str) -> bool:
    """Whether everything else that is made of a text is the same with either: cards, documents."""
    lengths = () if post.summary else (SUMMARY_LENGTH, DESCRIPTION_LENGTH)
    is_card_same = all(summarise_html(old, one) == summarise_html(new, one) for one in lengths)
    return is_card_same and list_copies([old]) == list_copies([new])


def _write_json(text: str) -> str:
    """A text as JSON writes it."""
    return json.dumps(text, ensure_ascii=False)
