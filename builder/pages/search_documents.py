"""Pages of ours → what readers find them by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape

from builder.locale import say
from builder.model.search import SearchDocument
from builder.model.site import SiteFile

_SEARCHED: Mapping[str, tuple[str, ...]] = {
    "post": (
        *("lead", "cover.caption", "facts.values.text", "corrections.text"),
        *("authors", "source.text"),
    ),
    "partner": ("facts.values.text", "agreements.title"),
    "plan": ("facts.lines", "tasks.rows.title", "tasks.rows.targets", "tasks.rows.facts.value"),
    "summary": (
        *("lead", "notices.text", "sections.heading", "sections.intro"),
        "highlights.cards.title",
    ),
    "statement": ("lead", "sections.title", "sections.paragraphs"),
}
"""Kind of a page → what of its front matter is searched, besides its title and its text."""

_LATER_PAGE = re.compile(r"/trang/\d+/$")


def compose_document(page: SiteFile, language: str) -> SearchDocument | None:
    """What readers find a page by; None for lists, and for pages that are not to be found."""
    meta = page.meta or {}
    kind = str(meta.get("kind"))
    address = page.path.removesuffix("index.md")
    if kind not in _SEARCHED or meta.get("unlisted") or _LATER_PAGE.search(address):
        return None
    told = (one for path in _SEARCHED[kind] for one in _find_texts(meta, path.split(".")))
    title, iso = str(meta["title"]), meta.get("iso")
    return SearchDocument(
        address,
        title,
        next(_find_texts(meta, ["type", "label"]), None) or _name_kind(kind, language),
        page.text + "".join(f"<p>{escape(one)}</p>" for one in told),
        date.fromisoformat(str(iso)) if iso else None,
    )


def _name_kind(kind: str, language: str) -> str:
    """Word for pages that are no posts."""
    return say(f"search-kind-{'page' if kind == 'statement' else kind}", language)


def _find_texts(shown: object, path: list[str]) -> Iterator[str]:
    """Texts at a path of keys; lists on the way are gone through."""
    if isinstance(shown, list):
        for one in shown:
            yield from _find_texts(one, path)
    elif path and isinstance(shown, Mapping):
        yield from _find_texts(shown.get(path[0]), path[1:])
    elif isinstance(shown, str) and not path:
        yield shown
