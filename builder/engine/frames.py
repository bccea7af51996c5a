"""Pages of one template and folder → what the theme puts around them, rendered once for all.

A theme's frame costs several times what a page's own text costs, and is the
same around every page that stands in no menu.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.structure.files import InclusionLevel

from builder.engine.site_pages import SitePage

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.runtime import Context

_HOLES = ("site_meta", "htmltitle", "content")
"""Blocks of our templates in which anything of a page may show."""

_SIGN = "so-hole-"
_OPEN, _CLOSE = f"\ue000{_SIGN}", "\ue001"
"""Around the name of a hole: signs of Unicode's private use, which no theme writes."""

_HOLE = re.compile(f"{_OPEN}(\\w+){_CLOSE}")
_ABSENT = object()


class VariesError(Exception):
    """A theme's frame shows something by which its pages differ."""


class Frame:
    """A whole page with holes in it.

    While it is rendered it may read of its pages only what is equal in all, so
    that a filled frame is the page to the byte; VariesError where it reads more.
    """

    def __init__(
        self, template: Template, variables: Mapping[str, object], pages: Sequence[SitePage]
    ) -> None:
        self._guise = _Guise(_Typical(pages))
        self._context = template.new_context({**variables, "page": self._guise})
        for name in _HOLES:
            self._context.blocks.setdefault(name, []).insert(0, _make_hole(name))
        self._pieces = _HOLE.split("".join(template.root_render_func(self._context)))
        text = "".join(self._pieces[::2]).casefold()
        if _SIGN in text or not {*_HOLES, *_NAMES}.issuperset(self._pieces[1::2]):
            raise VariesError

    def fill(self, page: SitePage) -> str:
        """HTML of one of its pages."""
        self._guise.worn = page
        filled = (
            self._fill(piece, page) if index % 2 else piece
            for index, piece in enumerate(self._pieces)
        )
        return "".join(filled)

    def _fill(self, name: str, page: SitePage) -> str:
        """What stands in one hole of a page."""
        if name in _NAMES:
            return escape(_NAMES[name](page))
        return "".join(self._context.blocks[name][1](self._context))


def find_shelf(page: SitePage) -> tuple[str, str, str] | None:
    """What pages with one frame have in common; None for a page of the menu, which marks it.

    Template, folder and file name: from one folder, links lead everywhere by the same path.
    """
    if page.file.inclusion is not InclusionLevel.NOT_IN_NAV:
        return None
    folder, _, file_name = page.url.rpartition("/")
    return page.template, folder.rpartition("/")[0], file_name


_NAMES: dict[str, Callable[[SitePage], object]] = {
    "title": lambda page: page.meta["title"],
    "canonical_url": lambda page: page.canonical_url,
}
"""What a frame may write anywhere in its text."""


def _make_hole(name: str) -> Callable[[Context], Iterator[str]]:
    """A block that shows nothing but where it stands."""
    return lambda _context: iter((_mark(name),))


def _mark(name: str) -> str:
    """Sign of a hole."""
    return f"{_OPEN}{name}{_CLOSE}"


class _Guise:
    """The `page` of a frame's templates and their macros, whichever page is filled in."""

    def __init__(self, worn: object) -> None:
        self.worn = worn

    def __getattr__(self, name: str) -> object:
        return getattr(self.worn, name)


class _Typical:
    """What a frame may read of its pages: what they have in common, and signs for their names."""

    active = True

    def __init__(self, pages: Sequence[SitePage]) -> None:
        self._pages = pages
        self.meta = _TypicalMeta(pages)
        folder, _, file_name = pages[0].url.rpartition("/")
        parent = folder.rpartition("/")
        self.url = f"{parent[0]}{parent[1]}{_mark('url')}/{file_name}"

    def __getattr__(self, name: str) -> object:
        values = [getattr(page, name) for page in self._pages]
        return _mark(name) if name in _NAMES and all(values) else _agree(values)


class _TypicalMeta(Mapping[str, object]):
    """Front matter of which only what all pages have in common can be read."""

    def __init__(self, pages: Sequence[SitePage]) -> None:
        self._pages = pages

    def __getitem__(self, key: str) -> object:
        if key == "title":
            return _mark(key)
        value = _agree([page.meta.get(key, _ABSENT) for page in self._pages])
        if value is _ABSENT:
            raise KeyError(key)
        return value

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        raise VariesError

    def __len__(self) -> int:
        raise VariesError


def _agree(values: Sequence[object]) -> object:
    """The one value that all are; VariesError where they differ."""
    if any(one != values[0] for one in values):
        raise VariesError
    return values[0]
