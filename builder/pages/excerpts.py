"""The HTML of a text → its first words, as cards and descriptions show them."""

from __future__ import annotations

import re
from html import unescape

from builder.pages.site_pages import cut_text

SUMMARY_LENGTH = 180
"""Longest summary of a card, in characters; its two lines show no more."""

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def summarise_html(html: str, length: int) -> str | None:
    """Beginning of the first paragraph that holds text."""
    for found in _PARAGRAPH.finditer(html):
        text = unescape(_TAG.sub("", found[1])).strip()
        if text:
            return cut_text(text, length)
    return None
