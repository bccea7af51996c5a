"""Library and summaries → the sections of the site, as its menu names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.locale import say
from builder.model.summary import PeriodSummary
from builder.pages.shelves import Shelves


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One section of the menu."""

    label: str
    path: str
    """Of the SiteFile that begins the section."""


def compose_navigation(
    shelves: Shelves, summaries: Sequence[PeriodSummary]
) -> tuple[NavigationEntry, ...]:
    """Sections that exist, in the order of the menu."""
    there = {
        "": True,
        "tin/": True,
        "hoat-dong/": bool(shelves.by_type),
        "chu-de/": bool(shelves.by_theme),
        "doi-tac/": bool(shelves.library.partners),
        "ke-hoach/": bool(shelves.library.plans),
        "tong-ket/": bool(summaries),
    }
    return tuple(
        NavigationEntry(say(f"section-{address.rstrip('/') or 'home'}", shelves.language), path)
        for address, path in ((one, _first_page(one, shelves)) for one in there if there[one])
    )


def _first_page(address: str, shelves: Shelves) -> str:
    """Page that a section begins with; plans have no list of their own, so the newest plan."""
    if address == "ke-hoach/":
        address = shelves.library.plans[-1].address
    return f"{address}index.md"
