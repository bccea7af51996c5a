"""The parts of the index → the page that asks it."""

from __future__ import annotations

from collections.abc import Sequence

from builder.locale import say
from builder.model.site import SiteFile
from builder.pages.navigation import NavigationEntry
from builder.pages.site_pages import compose_page

SEARCH_PAGE = "tim-kiem/"
SEARCH_INDEX = "pagefind/"
"""Where the index stands; its parts are folders below."""


def compose_search_page(
    parts: Sequence[str] | None, sections: Sequence[NavigationEntry], language: str
) -> SiteFile:
    """`/tim-kiem/`; without parts, as in the preview, it says that it finds nothing here.

    Whoever has no JavaScript finds the ways to the lists.
    """
    here = [one for one in sections if one.path != "index.md"]
    meta = {
        "description": say("search-description", language),
        "index": SEARCH_INDEX if parts is not None else None,
        "parts": " ".join(parts or ()),
        "preview": say("search-preview", language) if parts is None else None,
        "lists": [
            {"label": one.label, "address": one.path.removesuffix("index.md")} for one in here
        ],
        "runs_wasm": True,
        "unlisted": True,
    }
    title = say("search-title", language)
    return compose_page(SEARCH_PAGE, "search.html", title=title, meta=meta)
