"""Library and summaries → everything that the site is made of, before any engine sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.model.library import Library
from builder.model.search import SearchPart
from builder.model.site import CopiedFile, Picture, SiteFile
from builder.model.summary import PeriodSummary
from builder.pages.accessibility import compose_accessibility
from builder.pages.attachments import list_copies
from builder.pages.cards import CardMaker
from builder.pages.data.files import DataFiles
from builder.pages.downloads import Downloads
from builder.pages.feeds import changed_on, compose_feeds
from builder.pages.frame import compose_frame
from builder.pages.home import compose_home
from builder.pages.lists import compose_news
from builder.pages.moved import compose_moved
from builder.pages.navigation import NavigationEntry, compose_navigation
from builder.pages.partners import compose_partners
from builder.pages.plan import compose_plans
from builder.pages.post import compose_posts, compose_withdrawn
from builder.pages.preview import Preview, compose_problem_pages, list_broken
from builder.pages.search_page import compose_search_page
from builder.pages.shelves import Shelves, sort_shelves
from builder.pages.sitemap import compose_sitemap
from builder.pages.summary.pages import compose_summaries
from builder.pages.word_lists import compose_themes, compose_types


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
    downloads: Downloads | None = None,
    search: Sequence[SearchPart] | None = None,
) -> Site:
    """Compose all pages, data files, feeds and the sitemap.

    `pictures` are by path of the original, `bodies` by path of the source file
    (`list_bodies`), `hand_written` are the addresses of the pages that the
    engine makes by itself; the sitemap names them too. `downloads` are the
    documents beside the pages of summaries and plans, `search` the parts of the
    index; None: there is no search.
    """
    shelves = sort_shelves(library, pictures=pictures, bodies=bodies, preview=preview is not None)
    data = DataFiles(library)
    pages = _compose_pages(shelves, summaries, downloads, data)
    broken = _compose_broken(preview, pages, bodies, library.settings.language)
    home = list_broken(pages[0], broken, library.settings.language)
    navigation = compose_navigation(shelves, summaries)
    asked = _compose_search(search, navigation, preview, library.settings.language)
    pages = [home, *pages[1:], *broken, *asked]
    texts = (*data.compose_all(summaries), *_compose_texts(shelves, pages, hand_written))
    return Site(
        tuple(sorted((*pages, *texts), key=lambda file: file.path)),
        list_copies(page.text for page in pages),
        navigation,
        compose_frame(library, search=bool(asked)),
    )


def _compose_pages(
    shelves: Shelves,
    summaries: Sequence[PeriodSummary],
    downloads: Downloads | None,
    data: DataFiles,
) -> list[SiteFile]:
    """All pages of content that is in order, home first, and the files beside the summaries.

    Two posts of the preview may ask for one address, since only published ones
    are checked for it: the first of them has it.
    """
    library = shelves.library
    cards = CardMaker(shelves)
    featured = {post.path: cards.card_of(post) for post in shelves.posts if post.featured}
    pages = (
        compose_home(shelves, cards, summaries),
        *compose_news(shelves, cards),
        *compose_posts(shelves, cards),
        *compose_withdrawn(library.withdrawn, shelves.language),
        *compose_types(shelves, cards),
        *compose_themes(shelves, cards),
        *compose_partners(shelves, cards),
        compose_accessibility(library),
        # Documents may still be in the making: the pages that name them come last.
        *compose_summaries(library, summaries, cards=featured, downloads=downloads, data=data),
        *compose_plans(library, summaries, shelves.bodies, downloads),
    )
    by_path: dict[str, SiteFile] = {}
    for page in pages:
        by_path.setdefault(page.path, page)
    return list(by_path.values())


def _compose_texts(
    shelves: Shelves,
    pages: Sequence[SiteFile],
    hand_written: Sequence[str],
) -> Iterator[SiteFile]:
    """What stands beside the pages for other programs, but for the data files."""
    settings = shelves.library.settings
    changed = {post.address: changed_on(post) for post in shelves.posts}
    yield from compose_moved(shelves.posts, {page.path for page in pages}, settings)
    yield from compose_feeds(shelves)
    yield from compose_sitemap(pages, hand_written, changed, settings.site_url)


def _compose_search(
    search: Sequence[SearchPart] | None,
    navigation: Sequence[NavigationEntry],
    preview: Preview | None,
    language: str,
) -> tuple[SiteFile, ...]:
    """The page that asks the index, where there is one; the preview has none."""
    if search is None:
        return ()
    parts = None if preview is not None else [one.name for one in search]
    return (compose_search_page(parts, navigation, language),)


def _compose_broken(
    preview: Preview | None, pages: Sequence[SiteFile], bodies: Mapping[str, str], language: str
) -> tuple[SiteFile, ...]:
    """Pages of broken posts, in the preview alone."""
    if preview is None:
        return ()
    taken = {page.path for page in pages}
    return compose_problem_pages(preview.broken, bodies, taken, language)
