"""`build`: the site, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builder.disk.site_folder import check_site_folder
from builder.disk.staging import open_stage
from builder.reports.fonts import Fonts
from builder.workflow.content import Content, read_content
from builder.workflow.delivery import Engine
from builder.workflow.prepare import Order, prepare_delivery
from builder.workflow.steps import Tell


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a build."""

    content: Content
    folder: Path | None
    """Where the site stands; None: errors forbade it, and what stood still stands."""

    fonts: Fonts | None = None
    """In which its documents are printed."""


def run_build(
    order: Order,
    load_engine: Callable[[Path], Engine],
    *,
    site_folder: Path | None,
    tell: Tell,
) -> Built:
    """Build beside the site's folder and take its place whole.

    The content is judged first: an engine would speak of a broken
    `mkdocs.yml` in its own words.
    """
    tell("step-read")
    content = read_content(order.folder, order.today, for_pages=True)
    if content.library is None:
        return Built(content, None)
    engine = load_engine(order.folder)
    target = (site_folder or engine.site_folder).resolve()
    check_site_folder(target, order.folder)
    with open_stage(target) as stage:
        tell("step-compose")
        delivery = prepare_delivery(content, order)
        if delivery is None:
            return Built(content, None)
        tell("step-render")
        engine.render(delivery, stage.folder)
        tell("step-publish")
        stage.publish()
    return Built(content, target, delivery.fonts)
