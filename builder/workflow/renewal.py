"""A site that stands and a new delivery → the site anew, only what changed made again."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from builder.disk.staging import Stage
from builder.workflow.delivery import Delivery, Engine, Shell
from builder.workflow.inventory import Inventory, place_of
from builder.workflow.search import place_search
from builder.workflow.steps import Tell


def find_changed(before: Inventory, now: Inventory) -> frozenset[str] | None:
    """Paths of files that are new, gone or made of something else; None where all may be."""
    if before.shell != now.shell:
        return None
    return frozenset(dict(before.files.items() ^ now.files.items()))


def renew_files(
    stage: Stage,
    delivery: Delivery,
    changed: frozenset[str],
    shell: Shell,
    engine: Engine,
    tell: Tell,
) -> None:
    """Make anew in a stage what changed; the rest may come there meanwhile."""
    pages = {one.path for one in delivery.files if one.path in changed and one.meta is not None}
    if pages:
        _render(stage, narrow(delivery, shell, pages), pages, engine, tell)
    tell.part("part-files")
    for one in delivery.files:
        if one.path in changed and one.meta is None:
            _make_room(stage.folder / one.path).write_bytes(one.text.encode())
    for path, source in {**delivery.copies, **delivery.cleaned}.items():
        if path in changed:
            shutil.copyfile(source, _make_room(stage.folder / path))


def renew_search(stage: Stage, delivery: Delivery, tell: Tell) -> frozenset[str]:
    """Let readers search a stage in which all pages stand; paths of the files that changed."""
    if delivery.search is None:
        return frozenset()
    tell.part("part-search")
    return place_search(delivery.search, stage.folder, tell)


def narrow(delivery: Delivery, shell: Shell, pages: Iterable[str]) -> Delivery:
    """The same delivery with only some of its pages, and what the engine needs to render them."""
    paths = shell.needed.union(pages)
    return replace(
        delivery,
        search=None,
        files=tuple(one for one in delivery.files if one.path in paths),
        copies={path: source for path, source in delivery.copies.items() if path in paths},
    )


def _render(
    stage: Stage, delivery: Delivery, pages: Iterable[str], engine: Engine, tell: Tell
) -> None:
    """Render a small site beside the stage and take the changed pages from it."""
    engine.render(delivery, stage.aside, tell)
    take_pages(stage.aside, stage.folder, pages)
    shutil.rmtree(stage.aside)


def take_pages(aside: Path, folder: Path, pages: Iterable[str]) -> None:
    """Move rendered pages from a small site into another, by the paths of their SiteFiles."""
    for place in map(place_of, pages):
        shutil.move(aside / place, _make_room(folder / place))


def _make_room(file: Path) -> Path:
    """The same file, with the folders above it made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
