"""Library and summaries → everything that the site is made of, before any engine sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.model.library import Library
from builder.model.site import CopiedFile, Picture, SiteFile
from builder.model.summary import PeriodSummary
from builder.pages.navigation import NavigationEntry, compose_navigation
from builder.pages.preview import Preview
from builder.pages.shelves import sort_shelves


@dataclass(frozen=True, slots=True)
class Site:
    """What an engine turns into the published folder."""

    files: tuple[SiteFile, ...]
    """Pages and texts, by path."""

    copies: tuple[CopiedFile, ...]
    """Documents that texts link to, by path."""

    navigation: tuple[NavigationEntry, ...]
    """Sections of the menu, which stand beside the hand-written pages."""

    frame: Mapping[str, object]
    """What every page's frame shows of the school: the engine's `extra.outreach`."""


def compose_site(
    library: Library,
    summaries: Sequence[PeriodSummary],
    *,
    pictures: Mapping[str, Picture],
    bodies: Mapping[str, str],
    preview: Preview | None = None,
    hand_written: Sequence[str] = (),
) -> Site:
    """Compose all pages, data files, feeds and the sitemap.

    `pictures` are by path of the original, `bodies` by path of the source file
    (`list_bodies`), `hand_written` are the addresses of the pages that the
    engine makes by itself; the sitemap names them too.
    """
    shelves = sort_shelves(library, pictures=pictures, bodies=bodies, preview=preview is not None)
    return Site((), (), compose_navigation(shelves, summaries), {})
