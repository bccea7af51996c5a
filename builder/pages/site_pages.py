"""A page's address and what it shows → its SiteFile."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.site import SiteFile

DESCRIPTION_LENGTH = 200
"""Longest description of a page, in characters."""


def compose_page(
    address: str, template: str, *, title: str, text: str = "", meta: Mapping[str, object]
) -> SiteFile:
    """Page at an address, shown by a template of `theme/outreach/`.

    The side columns of the frame stay hidden: our pages have their own.
    """
    kind = template.removesuffix(".html")
    front = {"template": f"outreach/{template}", "title": title, "kind": kind, **meta}
    front.setdefault("description", None)
    front["hide"] = ["navigation", "toc"]
    return SiteFile(f"{address}index.md", text, front)


def cut_text(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    """Text of at most so many characters, cut after a word and marked with “…”."""
    words = " ".join(text.split())
    if len(words) <= length:
        return words
    whole = words[:length].rpartition(" ")[0] or words[: length - 1]
    return f"{whole.rstrip(' ,;:.–-')}…"
