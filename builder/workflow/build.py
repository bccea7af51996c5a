"""`build`: the site, all or nothing, and of what stands only what changed made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from builder.cache.kept_texts import read_stamp
from builder.cache.ledger import Ledger
from builder.disk.site_folder import check_site_folder
from builder.disk.staging import Stage, open_stage
from builder.reports.fonts import Fonts
from builder.workflow.content import Content, read_content
from builder.workflow.delivery import Delivery, Engine
from builder.workflow.fronts import hash_fronts
from builder.workflow.inventory import (
    keep_inventory,
    load_inventory,
    place_of,
    take_inventory,
)
from builder.workflow.prepare import Order, prepare_delivery
from builder.workflow.remembered import open_ledger
from builder.workflow.renewal import find_changed, renew_files, renew_search
from builder.workflow.restaging import Scans, filling_stage, publish_renewed
from builder.workflow.rubbish import leaving_rubbish
from builder.workflow.standing import (
    Seen,
    hash_others,
    hash_products,
    hash_signs,
    look_at_content,
)
from builder.workflow.steps import Tell


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a build."""

    content: Content
    folder: Path | None
    """Where the site stands; None: errors forbade it, and what stood still stands."""

    fonts: Fonts | None = None
    """In which its documents are printed."""

    seen: Seen | None = None
    """All files that the site was made of; None: it may change without any of them."""

    stamp: str = ""
    """Of what is kept of its texts."""

    products: str = ""
    """Hash of the signs of the site's files."""

    notes: tuple[str, ...] = ()
    """What the engine noted."""


@leaving_rubbish()
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
    looked_at = look_at_content(order.folder)
    content = read_content(order.folder, order.today, for_pages=True, tell=tell)
    if content.library is None:
        return Built(content, None)
    engine = load_engine(order.folder)
    target = _find_target(site_folder or engine.site_folder, order)
    watched = tuple(str(one) for one in engine.watched_folders)
    others = hash_others(watched)
    with open_stage(target) as stage:
        tell("step-compose")
        scans = Scans(stage)
        delivery = prepare_delivery(content, order, tell)
        if delivery is None:
            return Built(content, None, notes=engine.notes)
        ledger = open_ledger(order.folder)
        stamp = read_stamp(ledger)
        made = _make_site(scans, delivery, engine, ledger, tell)
    texts = content.project.texts
    seen = Seen(looked_at, others, watched, hash_fronts(texts)) if made.products else None
    notes = (*engine.notes, *made.notes)
    return Built(content, target, delivery.fonts, seen, stamp, made.products, notes)


def _find_target(site_folder: Path, order: Order) -> Path:
    """Where the site is to stand, which is a place where a site may."""
    target = site_folder.resolve()
    check_site_folder(target, order.folder)
    return target


class _Made(NamedTuple):
    """What became of the site."""

    notes: tuple[str, ...]

    products: str = ""
    """Hash of the signs of its files; empty where it isn't known what it is made of."""


def _make_site(
    scans: Scans, delivery: Delivery, engine: Engine, ledger: Ledger, tell: Tell
) -> _Made:
    """Put the site in its place: renewed where it is known what it was made of, else made whole."""
    tell("step-render")
    tell.part("part-compare")
    stage = scans.stage
    shell = engine.describe_shell(delivery)
    if shell is None:
        return _Made(_make_all(stage, delivery, engine, tell))
    now = take_inventory(delivery, shell)
    before = load_inventory(ledger, stage.target, hash_signs(scans.standing))
    changed = find_changed(before, now) if before else None
    if before is None or changed is None:
        notes = _make_all(stage, delivery, engine, tell)
        products = hash_products(str(stage.target))
    else:
        notes, products = before.notes, before.products
    if before and changed:
        places = {place_of(path) for path in changed}
        with filling_stage(scans, ledger, without=places) as signs:
            renew_files(stage, delivery, changed, shell, engine, tell)
        searched = renew_search(stage, delivery, tell)
        _tell_swap(tell)
        products = publish_renewed(stage, ledger, products, signs, places | searched)
    tell.part("part-remember")
    now = replace(now, products=products, notes=notes)
    keep_inventory(ledger, stage.target, now, delivery.addresses)
    return _Made(notes, products)


def _make_all(stage: Stage, delivery: Delivery, engine: Engine, tell: Tell) -> tuple[str, ...]:
    """Put a site in its place of which nothing stood before; what the engine noted."""
    notes = engine.render(delivery, stage.folder, tell)
    _tell_swap(tell)
    stage.publish()
    return notes


def _tell_swap(tell: Tell) -> None:
    """The site is to take its place."""
    tell("step-publish")
    tell.part("part-swap")
