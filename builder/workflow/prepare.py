"""A project → all that an engine needs to make its site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder.disk.sources import ProjectFiles
from builder.model.library import Library
from builder.model.problems import Problem
from builder.pages.body.rendering import BodyRenderer, list_bodies
from builder.pages.links import list_links
from builder.pages.preview import BrokenPost, Preview
from builder.pages.site import Site, compose_site
from builder.reading.posts.torn_front import guess_address
from builder.reading.source.decoding import decode_leniently
from builder.reading.surroundings.hand_written import is_searched
from builder.workflow.addresses import Addresses
from builder.workflow.bodies import Bodies
from builder.workflow.content import Content
from builder.workflow.delivery import Delivery
from builder.workflow.documents import begin_documents
from builder.workflow.fonts import find_fonts
from builder.workflow.pictures import Gallery
from builder.workflow.search import SearchSources, gather_search, plan_search
from builder.workflow.steps import SILENT, Tell


@dataclass(frozen=True, slots=True)
class Order:
    """What a command asks for."""

    folder: Path
    today: date
    lenient: bool = False
    """Go on without the posts that errors name."""

    preview: bool = False
    """Show what waits and what is broken."""

    plain: bool = False
    """For an engine that makes a page of every Markdown file: none is offered to be taken away."""


def prepare_delivery(content: Content, order: Order, tell: Tell = SILENT) -> Delivery | None:
    """Render and compose a site; None where errors forbid it and the order does not go on."""
    may_leave_out = order.lenient and not any(one.forbids for one in content.problems)
    goes_on = may_leave_out or order.preview or not content.has_errors
    if content.library is None or content.gallery is None or not goes_on:
        return None
    return _deliver(content, content.library, content.gallery, order, tell)


def _deliver(
    content: Content, library: Library, gallery: Gallery, order: Order, tell: Tell
) -> Delivery:
    """Compose the site and name the files that it copies."""
    links = list_links(library, content.project.files)
    written = {path: links[path] for path in _list_hand_written(library, links)}
    content.memory.posts.settle(content.project.texts)
    documents = begin_documents(content, library, find_fonts(), plain=order.plain, tell=tell)
    tell.part("part-pages")
    preview = Preview(_list_broken(content, library)) if order.preview else None
    renderer = BodyRenderer(library.settings, links, gallery.pictures)
    sources = list_bodies(library, preview=preview)
    site = compose_site(
        library,
        content.summaries,
        pictures=gallery.pictures,
        bodies=Bodies(sources, renderer, content.converted, content.memory.html, tell),
        preview=preview,
        hand_written=tuple(written.values()),
        downloads=documents,
        search=None if order.plain else plan_search(library),
    )
    content.memory.html.settle(content.project.texts)
    attached = {one.path: content.project.files[one.source] for one in site.copies}
    copies = attached | documents.list_files() | gallery.list_files(with_waiting=order.preview)
    search = _gather_search(content, library, site, written, order)
    parts = {one: part.name for part in (search.parts if search else ()) for one in part.addresses}
    addresses = Addresses(links, gallery.pictures, parts)
    return _pack(content, site, copies, search, addresses)


def _pack(
    content: Content,
    site: Site,
    copies: Mapping[str, Path],
    search: SearchSources | None,
    addresses: Addresses,
) -> Delivery:
    """All of it, as an engine takes it."""
    pages = content.pages
    return Delivery(
        files=site.files,
        copies=copies,
        cleaned=pages.files if pages else {},
        withheld=pages.unreadable if pages else frozenset(),
        navigation=tuple((one.label, one.path) for one in site.navigation),
        frame=site.frame,
        addresses=addresses,
        fonts=find_fonts(),
        search=search,
    )


def _gather_search(
    content: Content, library: Library, site: Site, written: Mapping[str, str], order: Order
) -> SearchSources | None:
    """What the site is searched by; a preview's index would lag behind what is shown.

    `written` are the addresses of the hand-written pages, by their paths.
    """
    parts = plan_search(library)
    if parts is None or order.plain or order.preview:
        return None
    searched = tuple(written[path] for path in written if _is_searched(path, content.project))
    return gather_search(content.project.folder, library, parts, site, searched)


def _is_searched(page: str, project: ProjectFiles) -> bool:
    """Whether readers may find a hand-written page."""
    return is_searched(decode_leniently(project.files[page].read_bytes()), page)


def _list_hand_written(library: Library, links: Mapping[str, str]) -> list[str]:
    """Paths of pages that the engine makes by itself; the introduction becomes ours."""
    folder = library.settings.pages_folder.rstrip("/") + "/"
    introduction = library.introduction.path if library.introduction else None
    return [
        path
        for path in links
        if path.startswith(folder) and path.endswith(".md") and path != introduction
    ]


def _list_broken(content: Content, library: Library) -> tuple[BrokenPost, ...]:
    """Posts that errors left out, each with the problems that name it."""
    naming: dict[str, list[Problem]] = {}
    for problem in content.problems:
        for path in dict.fromkeys((problem.where.path, *(one.path for one in problem.also))):
            naming.setdefault(path, []).append(problem)
    texts = {path: _decode(content, path) for path in library.left_out}
    return tuple(
        BrokenPost(path, text, tuple(naming.get(path, ())), *guess_address(text))
        for path, text in texts.items()
    )


def _decode(content: Content, path: str) -> str:
    """Text of a post, with signs in place of what can't be read."""
    return content.project.texts[path].decode("utf-8", errors="replace")
