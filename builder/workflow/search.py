"""A site that is written → the index by which readers search it, made where something changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from builder.disk.mirroring import mirror_files
from builder.disk.store import FolderStore
from builder.locale import say
from builder.model.library import Library
from builder.model.search import SearchDocument, SearchPart
from builder.model.site import SiteFile
from builder.pages.search_documents import compose_document
from builder.pages.search_page import SEARCH_INDEX
from builder.pages.site import Site
from builder.search.documents import write_document
from builder.search.packing import unpack_files
from builder.search.parts import plan_parts
from builder.search.written import read_written
from builder.workflow.search_parts import CACHE, pack_part
from builder.workflow.steps import SILENT, Tell, count_each

_PROCESSES = min(os.cpu_count() or 1, 2)
"""Each takes up to 250 MB."""


@dataclass(frozen=True, slots=True)
class SearchSources:
    """All that an index is made of besides the hand-written pages."""

    project: Path
    language: str
    parts: tuple[SearchPart, ...]
    """Of the posts; all other pages share an index, from which a browser begins."""

    pages: Mapping[str, SiteFile]
    """Our pages by address."""

    hand_written: tuple[str, ...]
    """Addresses of the pages that the engine makes by itself and that readers may find."""


def plan_search(library: Library) -> tuple[SearchPart, ...] | None:
    """Parts of the index, known before any page is; None where the school asks for no search."""
    if not library.settings.search:
        return None
    posts = sorted(library.posts, key=lambda post: (post.first_day, post.path))
    return plan_parts(
        (post.first_day.year, post.address) for post in posts if not post.summary_only
    )


def gather_search(
    project: Path,
    library: Library,
    parts: tuple[SearchPart, ...],
    site: Site,
    hand_written: tuple[str, ...],
) -> SearchSources:
    """What the index of a composed site is made of."""
    pages = {one.path.removesuffix("index.md"): one for one in site.files if one.meta is not None}
    return SearchSources(project, library.settings.language, parts, pages, hand_written)


def place_search(sources: SearchSources, folder: Path, tell: Tell = SILENT) -> frozenset[str]:
    """Put the index into a site's folder in which all pages stand; paths of files that changed.

    CommandError `search-failed` where a part is to be made and cannot be.
    """
    make = partial(_make_part, sources, folder)
    parts = (SearchPart("", ()), *sources.parts)
    with ThreadPoolExecutor(_PROCESSES) as pool:
        made = count_each(pool.map(make, parts), len(parts), tell)
        files = {
            f"{part.name}/{path}".lstrip("/"): data
            for part, packed in zip(parts, made, strict=True)
            for path, data in unpack_files(packed).items()
        }
    changed = mirror_files(folder / SEARCH_INDEX, files)
    return frozenset(f"{SEARCH_INDEX}{path}" for path in changed)


def _make_part(sources: SearchSources, folder: Path, part: SearchPart) -> bytes:
    """The files of one part, packed."""
    documents = _list_posts(sources, part) if part.name else _list_others(sources, folder)
    pages = {one.address: write_document(one, sources.language) for one in documents}
    store = FolderStore(sources.project / CACHE)
    return pack_part(store, part.name, pages, sources.language)


def _list_posts(sources: SearchSources, part: SearchPart) -> Iterator[SearchDocument]:
    """Posts of a part, in its order."""
    for address in part.addresses:
        document = compose_document(sources.pages[address], sources.language)
        if document is not None:
            yield document


def _list_others(sources: SearchSources, folder: Path) -> Iterator[SearchDocument]:
    """All pages that are no posts; hand-written ones as the engine wrote them."""
    posts = {address for part in sources.parts for address in part.addresses}
    for address, page in sources.pages.items():
        document = None if address in posts else compose_document(page, sources.language)
        if document is not None:
            yield document
    for address in sources.hand_written:
        file = folder / unquote(address) / "index.html"
        if file.is_file():
            label = say("search-kind-page", sources.language)
            yield read_written(file.read_text("utf-8"), address, label)
