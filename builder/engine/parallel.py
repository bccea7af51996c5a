"""Our pages → their files in the site's folder, written on all cores beside MkDocs' own loop.

A page is a function of its SiteFile, so pages can be rendered in any order and
in any process. MkDocs goes its way with the hand-written pages, and with every
event of every plugin; it looks at none of ours again once they are rendered.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from builder.engine.policy import cover
from builder.engine.press import Press
from builder.workflow.side_by_side import make_side_by_side

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

PAYS_FROM = 200
"""Pages from which on processes win more than they cost."""

_HARMLESS = frozenset(("outreach", "search", "material/search"))
"""Plugins known to change nothing that a page of ours shows."""


def write_ahead(press: Press, files: Files, config: MkDocsConfig) -> Iterator[str]:
    """Begin to write our pages, and take them out of MkDocs' loop; done once all are asked for.

    Does nothing where a plugin may want to change a page.
    """
    if not _HARMLESS.issuperset(config.plugins):
        return iter(())
    pages = press.pages
    for page in pages:
        files.remove(page.file)
    if len(pages) >= PAYS_FROM:
        press.compile_templates()
    return make_side_by_side(
        lambda number: _write(press, number, config),
        len(pages),
        pays_from=PAYS_FROM,
        in_a_row=len(pages),
    )


def _write(press: Press, number: int, config: MkDocsConfig) -> str:
    """Render and write one page as MkDocs would; nothing is left to tell of it."""
    page = press.pages[number]
    html = cover(press.render(page), config)
    file = Path(page.file.abs_dest_path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(html.encode("utf-8", errors="xmlcharrefreplace"))
    return ""
