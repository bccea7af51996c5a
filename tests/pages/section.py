"""A small school's pages, made as the workflow makes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from xml.etree import ElementTree as ET

from builder.counting import count_library
from builder.model.library import Library
from builder.model.posts import Photo, Post
from builder.model.problems import Where
from builder.model.settings import Settings
from builder.model.site import Picture, Rendition, SiteFile
from builder.pages.body.rendering import BodyRenderer, BodySource, list_bodies
from builder.pages.links import list_links
from builder.pages.preview import Preview
from builder.pages.site import Site, compose_site
from tests.counting.school import SETTINGS, library

SITE_URL = "https://hoamai.example/doi-ngoai/"
EXTENSIONS = ("tables", "fenced_code", "attr_list", "footnotes", "md_in_html")
TOLD = replace(SETTINGS, site_url=SITE_URL, markdown_extensions=EXTENSIONS)
"""Settings of a school whose site has an address."""


def picture(path: str) -> Picture:
    """A picture with two widths, named after its file."""
    name = path.rpartition("/")[2].partition(".")[0]
    small, large = (
        Rendition(f"anh/{name}-{width}.webp", width, width // 2) for width in (480, 960)
    )
    return Picture(path, (small, large))


def photo(path: str, alt: str = "Sân trường", caption: str | None = None) -> Photo:
    """A photo as a post shows it."""
    return Photo(path, alt, caption, Where("?"))


def render(text: str, *, settings: Settings = TOLD, pictures: Iterable[str] = ()) -> str:
    """HTML of a post at content/posts/2024/bai/index.md, beside a post `hoi-thi.md`."""
    links = {
        "content/posts/2024/hoi-thi.md": "tin/2024/hoi-thi/",
        "content/posts/2024/bai/ke-hoach.pdf": "tep/posts/2024/bai/ke-hoach.pdf",
    }
    shown = {path: picture(path) for path in pictures}
    source = BodySource("content/posts/2024/bai/index.md", "tin/2024/bai/", text)
    return BodyRenderer(settings, links, shown).render(source)


def compose(
    *posts: Post,
    pictures: Iterable[str] = (),
    preview: Preview | None = None,
    change: Mapping[str, object] | None = None,
    **facts: object,
) -> Site:
    """The site of these posts; `change` replaces fields of their library."""
    made = replace(library(*posts, **({"settings": TOLD} | facts)), **(change or {}))
    return compose_library(made, pictures=pictures, preview=preview)


def compose_library(
    made: Library,
    *,
    pictures: Iterable[str] = (),
    attached: Iterable[str] = (),
    preview: Preview | None = None,
) -> Site:
    """The site of a library with these files below `content/`."""
    shown = {path: picture(path) for path in pictures}
    renderer = BodyRenderer(made.settings, list_links(made, attached), shown)
    bodies = {one.path: renderer.render(one) for one in list_bodies(made, preview=preview)}
    summaries = count_library(made)
    return compose_site(made, summaries, pictures=shown, bodies=bodies, preview=preview)


def files(site: Site) -> dict[str, SiteFile]:
    """Files of a site by path."""
    return {one.path: one for one in site.files}


def meta(site: Site, address: str) -> Mapping[str, object]:
    """Front matter of the page at an address."""
    front = files(site)[f"{address}index.md"].meta
    assert front is not None
    return front


def read_xml(text: str) -> ET.Element:
    """A document that we wrote."""
    return ET.fromstring(text)  # noqa: S314  # nobody else's
