"""What the site is made of, before any engine sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file handed to the engine: a page, or a text that stands as it is.

    A page is a function of its SiteFile: `meta` and `text` hold all that it shows.
    """

    path: str
    """From the site's root: `tin/2023/ten-bai/index.md` for a page, `feed.xml` for a text."""

    text: str
    """A page's body as sanitised HTML; else the whole file."""

    meta: Mapping[str, object] | None = None
    """Front matter of a page, of strings, numbers, booleans, None, lists and mappings alone.
    None: no page."""


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A file of the school's, e.g. an attached document, that is published as it is."""

    path: str
    """From the site's root."""

    source: str
    """From the project folder."""


@dataclass(frozen=True, slots=True)
class Download:
    """A document beside a page that readers take with them."""

    path: str
    """From the site's root: `tong-ket/2023/bao-cao.docx`."""

    size_bytes: int
    label: str | None = None
    """What it is; None: its name tells."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The documents of a page."""

    downloads: tuple[Download, ...] = ()
    """In the order in which the page lists them."""

    print_view: str | None = None
    """HTML of the one by which the page is printed; None: it is printed as a screen shows it."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a published picture."""

    address: str
    """From the site's root, without the leading `/`."""

    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the site shows it: upright, without metadata, in several widths."""

    source: str
    """Path of the original from the project folder; it never reaches the site."""

    renditions: tuple[Rendition, ...]
    """By width, smallest first; at least one."""
