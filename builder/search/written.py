"""A page that the engine wrote by itself → a SearchDocument."""

from __future__ import annotations

import re
from html import unescape

from builder.model.search import SearchDocument

_TEXTS = tuple(
    re.compile(rf"<{tag}\b[^>]*>(.*)</{tag}>", re.DOTALL | re.IGNORECASE)
    for tag in ("article", "main", "body")
)
"""Where a page's own text stands; a school's template may lack the first ones."""

_TITLES = tuple(
    re.compile(rf"<{tag}\b[^>]*>(.*?)</{tag}>", re.DOTALL | re.IGNORECASE)
    for tag in ("h1", "title")
)
_NO_TEXT = re.compile(r'<a class="headerlink".*?</a>|<[^>]*>', re.DOTALL)


def read_written(html: str, address: str, kind: str) -> SearchDocument:
    """The page at an address as readers find it; without any heading its address is its title."""
    text = next((found[1] for one in _TEXTS if (found := one.search(html))), html)
    heading = next((found[1] for one in _TITLES if (found := one.search(html))), "")
    title = " ".join(unescape(_NO_TEXT.sub("", heading)).split())
    return SearchDocument(address, title or address, kind, text)
