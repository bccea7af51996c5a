"""Our pages → their files in the site's folder, written on all cores beside MkDocs' own loop.

A page is a function of its SiteFile, so pages can be rendered in any order and
in any process. MkDocs goes its way with the hand-written pages, and with every
event of every plugin; it looks at none of ours again once they are rendered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from builder.disk.writing import write_staged
from builder.engine.policy import cover
from builder.engine.press import Press
from builder.engine.site_pages import SitePage
from builder.workflow.ordering import Orders
from builder.workflow.side_by_side import make_side_by_side

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

PAYS_FROM = 200
"""Pages from which on processes win more than they cost."""

ORDER_FROM = 2000
"""The same where each process has to be started anew, and MkDocs with it."""

_LONG = "outreach/summary.html"
"""Template of the pages that take ten times as long as most."""

PageOrder = Callable[[Sequence[str]], bytes]
"""Paths of SiteFiles → the order of their pages."""

_HARMLESS = frozenset(("outreach", "search", "material/search"))
"""Plugins known to change nothing that a page of ours shows."""


def write_ahead(
    press: Press, files: Files, config: MkDocsConfig, order: PageOrder | None = None
) -> Iterator[str]:
    """Begin to write our pages, and take them out of MkDocs' loop; done once all are asked for.

    Does nothing where a plugin may want to change a page. `order` composes the order of some of
    them, for processes that start anew.
    """
    if not _HARMLESS.issuperset(config.plugins):
        return iter(())
    pages = _spread(press.pages)
    for page in pages:
        files.remove(page.file)
    if len(pages) >= PAYS_FROM:
        press.compile_templates()
    return make_side_by_side(
        lambda number: _write(press, pages[number], config),
        len(pages),
        pays_from=PAYS_FROM,
        in_a_row=len(pages),
        orders=order and _compose_orders(pages, order),
    )


def _spread(pages: Sequence[SitePage]) -> list[SitePage]:
    """The pages with the long ones evenly among them, so that each process gets as many.

    The rest stays in its order: neighbours stand near each other in memory, and of
    what a process looks at it has to hold a copy.
    """
    long = [page for page in pages if page.template == _LONG]
    spread = [page for page in pages if page.template != _LONG]
    step = len(pages) // (len(long) + 1)
    for place, page in enumerate(long, start=1):
        spread.insert(place * step, page)
    return spread


def _compose_orders(pages: Sequence[SitePage], order: PageOrder) -> Orders:
    """How pages are ordered from processes that start anew."""
    return Orders(
        "builder.engine.ordered_pages",
        lambda numbers: order([pages[number].file.src_uri for number in numbers]),
        pays_from=ORDER_FROM,
    )


def _write(press: Press, page: SitePage, config: MkDocsConfig) -> str:
    """Render and write one page as MkDocs would; nothing is left to tell of it."""
    html = cover(press.render(page), config)
    write_staged(page.file.abs_dest_path, html.encode("utf-8", errors="xmlcharrefreplace"))
    return ""
