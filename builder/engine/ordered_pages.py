"""A process that renders some pages of a site: an order in, the pages in the site's folder.

It builds a small site of them beside, as MkDocs would build the whole, and takes them from it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from builder.engine.mkdocs_build import MkDocsEngine
from builder.engine.page_orders import Order, read_order
from builder.workflow.addresses import Addresses
from builder.workflow.delivery import Delivery
from builder.workflow.fonts import find_fonts
from builder.workflow.ordering import answer
from builder.workflow.renewal import take_pages


def render(order: bytes) -> list[str]:
    """Render pages and put each in its place; nothing is left to tell of them."""
    ordered = read_order(order)
    with tempfile.TemporaryDirectory(prefix="outreach-") as aside:
        MkDocsEngine(Path(ordered.project)).render(_deliver(ordered), Path(aside))
        take_pages(Path(aside), Path(ordered.folder), ordered.pages)
    return [""] * len(ordered.pages)


def _deliver(ordered: Order) -> Delivery:
    """A delivery of what was ordered alone."""
    return Delivery(
        files=ordered.files,
        copies={path: Path(file) for path, file in ordered.copies.items()},
        cleaned={path: Path(file) for path, file in ordered.cleaned.items()},
        withheld=frozenset(ordered.withheld),
        navigation=ordered.navigation,
        frame=ordered.frame,
        addresses=Addresses({}, {}, {}),
        fonts=find_fonts(),
    )


if __name__ == "__main__":
    answer(render)
