"""Pages of ours → their HTML, rendered side by side before MkDocs' own loop asks for it.

A page is a function of its SiteFile, so pages can be rendered in any order and
in any process. MkDocs then goes its way, with every event of every plugin; only
the template of each page gives what stands ready.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, DictLoader
from mkdocs.commands.build import get_context

from builder.engine.site_pages import READY_TEMPLATE, SitePage

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

PAYS_FROM = 200
"""Pages from which on processes win more than they cost."""

_HARMLESS = frozenset(("outreach", "search", "material/search"))
"""Plugins known to change nothing that a page of ours shows."""


@dataclass(frozen=True, slots=True)
class Press:
    """All that rendering a page needs."""

    env: Environment
    nav: Navigation
    files: Files
    config: MkDocsConfig

    def render(self, page: SitePage) -> str:
        """HTML of one page, as MkDocs' loop would make it."""
        page.active = True
        context = get_context(self.nav, self.files, self.config, page)
        html: str = self.env.get_template(str(page.meta["template"])).render(context)
        page.active = False
        return html


def render_ahead(press: Press) -> None:
    """Render our pages in several processes and keep what they give ready for MkDocs.

    Does nothing where it doesn't pay or might change a byte: few pages, one
    core, a system that cannot fork, a plugin that may want to change a page.
    """
    pages = [one.page for one in press.files if isinstance(one.page, SitePage)]
    workers = min(os.cpu_count() or 1, 8)
    can_fork = sys.platform == "linux" and workers > 1
    if len(pages) < PAYS_FROM or not can_fork or not _HARMLESS.issuperset(press.config.plugins):
        return
    for page in {str(one.meta["template"]): one for one in pages}.values():
        press.render(page)  # Compiles each template once, before the processes part.
    _inherited[:] = [(press, pages)]
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for page, html in zip(
            pages, pool.map(_render, range(len(pages)), chunksize=8), strict=True
        ):
            page.keep_ready(html)
    _inherited.clear()
    known = DictLoader({READY_TEMPLATE: "{{ page.take_ready() }}"})
    press.env.loader = ChoiceLoader([known, *filter(None, [press.env.loader])])


def _render(number: int) -> str:
    """One page, in a forked process."""
    press, pages = _inherited[0]
    return press.render(pages[number])


_inherited: list[tuple[Press, list[SitePage]]] = []
"""What forked processes find in their memory: neither templates nor navigation can be sent."""
