"""A built site that one process alone writes → the same with new texts put into its files.

`patching` has to find out what stands, and changes all of it at once. A preview
knows what stands, and may show one page before the next.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from builder.cache.kept_texts import read_stamp
from builder.disk.digests import FileDigests
from builder.disk.scan import scan_products, sign_product
from builder.disk.sources import ProjectFiles
from builder.disk.writing import write_whole
from builder.model.settings import Settings
from builder.pages.body.rendering import BodyRenderer
from builder.workflow.addresses import Addresses
from builder.workflow.build import Built
from builder.workflow.fronts import is_patchable
from builder.workflow.inventory import (
    Inventory,
    keep_inventory,
    load_addresses,
    load_inventory,
    place_of,
)
from builder.workflow.memory import Memory, open_memory
from builder.workflow.patching import Exchanged, edit_posts, exchange_texts
from builder.workflow.remembered import open_ledger
from builder.workflow.restaging import note_behind
from builder.workflow.standing import hash_products, hash_signs


@dataclass(frozen=True, slots=True)
class _Patch:
    """What was put into a site and is still to be remembered."""

    memory: Memory
    texts: Mapping[str, Exchanged]
    """By path of the SiteFile."""


class LiveSite:
    """A site that was just built, and all that the texts of its posts are made with."""

    def __init__(
        self,
        target: Path,
        project: ProjectFiles,
        settings: Settings,
        known: tuple[Inventory, Addresses],
        stamp: str,
    ) -> None:
        self._target, self._settings = target, settings
        self._inventory, self._addresses = known
        around = {path: data for path, data in project.texts.items() if not is_patchable([path])}
        self._around = replace(project, texts=around, digests=FileDigests(project.files))
        self._ledger, self._stamp = open_ledger(project.folder), stamp
        self._signs = scan_products(str(target))
        self._patch: _Patch | None = None

    def exchange(self, changed: Collection[str], today: date) -> Collection[str] | None:
        """Put the new texts of changed posts in place of the old ones; None where more changed.

        Paths of the SiteFiles that now hold a new one.
        """
        files = self._around.files
        if not is_patchable(changed) or not files.keys() >= set(changed):
            return None
        texts = {path: files[path].read_bytes() for path in changed}
        project = replace(self._around, texts={**self._around.texts, **texts})
        memory = open_memory(self._ledger, project, today, only=changed)
        if read_stamp(self._ledger) != self._stamp:
            return None
        settings, addresses = self._settings, self._addresses
        renderer = BodyRenderer(settings, addresses.links, addresses.pictures)
        edited = edit_posts(changed, today, project, memory, renderer)
        if edited is None:
            return None
        exchanged = exchange_texts(edited, self._inventory, self._target, settings.site_url)
        if exchanged is None:
            return None
        for path, one in exchanged.items():
            write_whole(self._target / place_of(path), one.file.encode(), durable=False)
        self._patch = _Patch(memory, exchanged)
        return exchanged.keys()

    def remember(self) -> None:
        """Keep what was exchanged, for the next build; nothing else may happen to the site before.

        Ended before it, the next build finds a site that it does not know and makes all of it.
        """
        if self._patch is None:
            return
        memory, texts = self._patch.memory, self._patch.texts
        places = [place_of(path) for path in texts]
        self._signs |= {place: sign_product(f"{self._target}/{place}") for place in places}
        now = self._inventory.with_texts({path: one.text for path, one in texts.items()})
        self._inventory = replace(now, products=hash_signs(self._signs))
        note_behind(self._ledger, self._target, places)
        memory.save()
        keep_inventory(self._ledger, self._target, self._inventory)
        self._stamp, self._patch = read_stamp(self._ledger), None


def begin_live(built: Built) -> LiveSite | None:
    """The site that a build left; None where it isn't known what it was made of."""
    if built.folder is None or built.seen is None or built.content.library is None:
        return None
    project = built.content.project
    ledger = open_ledger(project.folder)
    inventory = load_inventory(ledger, built.folder, hash_products(str(built.folder)))
    addresses = load_addresses(ledger, built.folder)
    if inventory is None or addresses is None:
        return None
    settings = built.content.library.settings
    return LiveSite(built.folder, project, settings, (inventory, addresses), built.stamp)
