"""A SearchDocument → the small page that Pagefind reads in place of the one on the site.

Small, since half of a page on the site is menu and frame; and none of what an
index wants has to stand on the page that people read.
"""

from __future__ import annotations

from html import escape

from builder.locale.formats import format_day
from builder.model.search import SearchDocument

YEAR, KIND = "nam", "loai"
"""By which results can be narrowed; they stand in the address of a search too."""

STROKE = "\N{COMBINING SHORT STROKE OVERLAY}"
"""Pagefind finds “ê” under “e”, since it drops marks, but “đ” is a letter of its own to it.
So “đ” is written as “d” and a mark here, and back again where the browser shows it."""


def write_document(document: SearchDocument, language: str) -> str:
    """HTML with Pagefind's own attributes; what narrows a search keeps its letters."""
    shown = [("title", document.title), ("kind", document.kind)]
    narrowing = [(KIND, document.kind)]
    if document.day is not None:
        shown.append(("day", format_day(document.day)))
        narrowing.append((YEAR, str(document.day.year)))
    meta = "".join(
        f'<p data-pagefind-meta="{name}">{spell(escape(text))}</p>' for name, text in shown
    )
    filters = "".join(
        f'<p data-pagefind-filter="{name}">{escape(text)}</p>' for name, text in narrowing
    )
    return (
        f'<!doctype html><html lang="{language}"><body data-pagefind-body>'
        f"<div data-pagefind-ignore>{meta}{filters}</div>{spell(document.html)}</body></html>"
    )


def spell(text: str) -> str:
    """Text in which every letter without its marks is one of the alphabet's 26."""
    return text.replace("đ", f"d{STROKE}").replace("Đ", f"D{STROKE}")
