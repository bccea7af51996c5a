"""A site that is written → the index by which readers search it, made where something changed."""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from builder.cache.named import find_named, load_named, save_named
from builder.disk.mirroring import mirror_files
from builder.disk.store import FolderStore
from builder.locale import say
from builder.model.library import Library
from builder.model.search import SearchDocument, SearchPart
from builder.model.site import SiteFile
from builder.pages.search_documents import compose_document
from builder.pages.search_page import SEARCH_INDEX
from builder.pages.site import Site
from builder.search.documents import spell, write_document
from builder.search.packing import pack_files, unpack_files
from builder.search.parts import plan_parts
from builder.search.written import read_written
from builder.workflow.steps import SILENT, Tell, count_each

CACHE = ".cache/outreach/tim-kiem"
_FIRST = "chung"
_QUICKLY = 1
"""How hard texts are pressed."""

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
    """Addresses of the pages that the engine makes by itself."""


@dataclass(frozen=True, slots=True)
class NewText:
    """A post's text that takes the place of another on its page."""

    address: str
    old: str
    new: str


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


def renew_part(
    project: Path, language: str, name: str, texts: Sequence[NewText], folder: Path
) -> frozenset[str] | None:
    """Make one part of the index anew with new texts of its posts; paths of files that changed.

    None where it isn't known what the part was made of.
    """
    store = FolderStore(project / CACHE)
    pages = _load_pages(store, name)
    for one in texts:
        old, new = spell(one.old), spell(one.new)
        if pages.get(one.address, "").count(old) != 1:
            return None
        pages[one.address] = pages[one.address].replace(old, new)
    packed = _pack_part(store, name, pages, language)
    changed = mirror_files(folder / SEARCH_INDEX / name, unpack_files(packed))
    return frozenset(f"{SEARCH_INDEX}{name}/{path}" for path in changed)


def _make_part(sources: SearchSources, folder: Path, part: SearchPart) -> bytes:
    """The files of one part, packed."""
    documents = _list_posts(sources, part) if part.name else _list_others(sources, folder)
    pages = {one.address: write_document(one, sources.language) for one in documents}
    store = FolderStore(sources.project / CACHE)
    return _pack_part(store, part.name, pages, sources.language)


def _pack_part(store: FolderStore, name: str, pages: Mapping[str, str], language: str) -> bytes:
    """The files of one part, packed; what is unchanged since the last run comes from the cache.

    Each part has its own name for the language, with which the names of its
    files begin: so a browser knows of which part a result is.
    """
    from builder.search.indexing import tell_recipe  # noqa: PLC0415  # not in every command

    language = "-".join(filter(None, (language, name)))
    key = _key_of(tell_recipe(language), pages.items())
    packed = find_named(store, f"{name or _FIRST}.zip", key)
    if packed is None:
        packed = _index([*pages.items()], language, is_first=not name)
        told = json.dumps(dict(pages)).encode()
        save_named(store, f"{name or _FIRST}.json.zz", key, zlib.compress(told, _QUICKLY))
        save_named(store, f"{name or _FIRST}.zip", key, packed)
    return packed


def _load_pages(store: FolderStore, name: str) -> dict[str, str]:
    """What a part was last made of: HTML by address; empty where that isn't known."""
    data = load_named(store, f"{name}.json.zz")
    pages: dict[str, str] = json.loads(zlib.decompress(data)) if data is not None else {}
    return pages


def _index(pages: Sequence[tuple[str, str]], language: str, *, is_first: bool) -> bytes:
    """The files of one part's index, packed; the program stands beside the first."""
    from builder.search.indexing import index_pages, leave_program  # noqa: PLC0415  # as above

    files = index_pages(pages, language)
    return pack_files(files if is_first else leave_program(files))


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


def _key_of(recipe: str, pages: Iterable[tuple[str, str]]) -> str:
    """One hash of all that a part is made of, in order."""
    digest = hashlib.sha256(recipe.encode())
    for page in pages:
        for text in page:
            digest.update(b"\0" + text.encode())
    return digest.hexdigest()
