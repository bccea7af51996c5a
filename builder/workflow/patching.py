"""Posts of which only the text changed → the same site with the new texts in place of the old.

A teacher who mends a sentence waits for one page, not for a school's ten years.
Whatever else may have changed with a post is the whole build's to find out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from builder.cache.kept_texts import read_stamp
from builder.cache.ledger import Ledger
from builder.disk.sources import CONFIGURATION, CONTENT, ProjectFiles, load_part
from builder.disk.staging import Stage, open_stage
from builder.disk.writing import write_whole
from builder.model.posts import Post
from builder.model.problems import Outcome
from builder.pages.body.rendering import BodyRenderer, BodySource
from builder.pages.text_places import is_shown_alike, list_places
from builder.reading.configuration.settings import read_settings
from builder.reading.posts.outside import is_same_outside
from builder.reading.project import read_some_posts
from builder.workflow.delivery import Addresses
from builder.workflow.inventory import (
    Inventory,
    keep_inventory,
    load_addresses,
    load_inventory,
    place_of,
)
from builder.workflow.memory import Memory, open_ledger, open_memory
from builder.workflow.project_sources import list_sources
from builder.workflow.restaging import fill_stage, publish_renewed
from builder.workflow.search import NewText, renew_part
from builder.workflow.standing import Standing, hash_products

_POSTS = f"{CONTENT}/posts/"
_MOST = 20
"""Changed posts up to which this is quicker than to look at all."""


@dataclass(frozen=True, slots=True)
class _Edited:
    """A post with its text as it stands on the site, and as it is to stand there."""

    post: Post
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Exchanged:
    """A file of the site with new texts in it."""

    file: str
    text: str
    """Text of its SiteFile."""


def patch_site(standing: Standing, changed: Collection[str]) -> Standing | None:
    """Put new texts in place of old ones, all at once; None where more may have changed.

    `changed` are the paths of the sources that did.
    """
    if len(changed) > _MOST or not all(path.startswith(_POSTS) for path in changed):
        return None
    with open_stage(standing.target) as stage:
        if not _patch(stage, standing, changed):
            return None
    return standing._replace(stamp=read_stamp(open_ledger(standing.folder)))


def _patch(stage: Stage, standing: Standing, changed: Collection[str]) -> bool:
    """The same, alone with the site."""
    ledger = open_ledger(standing.folder)
    project = load_part(
        standing.folder,
        standing.seen.content,
        lambda path: path in changed or not path.startswith(_POSTS),
    )
    settings = read_settings(project.texts[CONFIGURATION].decode("utf-8-sig")).value
    inventory = load_inventory(ledger, stage.target)
    addresses = load_addresses(ledger, stage.target)
    if settings is None or inventory is None or addresses is None:
        return False
    memory = open_memory(ledger, project, standing.today, only=changed)
    if read_stamp(ledger) != standing.stamp:
        return False
    renderer = BodyRenderer(settings, addresses.links, addresses.pictures)
    edited = _edit_all(changed, standing.today, project, memory, renderer)
    if edited is None:
        return False
    exchanged = _exchange(edited, inventory, stage.target, settings.site_url)
    if exchanged is None:
        return False
    if exchanged:
        files = _fill(stage, ledger, exchanged)
        searched = _renew_search(standing.folder, settings.language, addresses, edited, stage)
        if searched is None:
            return False
        publish_renewed(stage, ledger, inventory.products, files | searched)
    memory.save()
    texts = {path: one.text for path, one in exchanged.items()}
    products = hash_products(str(stage.target))
    keep_inventory(ledger, stage.target, replace(inventory.with_texts(texts), products=products))
    return True


def _edit_all(
    paths: Collection[str], day: date, project: ProjectFiles, memory: Memory, renderer: BodyRenderer
) -> list[_Edited] | None:
    """Changed posts that differ in their texts alone; None where any differs in more."""
    before = {path: memory.records.recall_last(path) for path in paths}
    now = read_some_posts(list_sources(project), paths, today=day, memory=memory.records)
    edited = [_edit(before[path], now.get(path), memory, renderer) for path in paths]
    known = [one for one in edited if one is not None]
    return known if len(known) == len(edited) else None


def _edit(
    before: Outcome[Post] | None,
    now: Outcome[Post] | None,
    memory: Memory,
    renderer: BodyRenderer,
) -> _Edited | None:
    """One of them."""
    if before is None or now is None or before.problems != now.problems:
        return None
    old, new = before.value, now.value
    html = memory.html.find_last(old.path) if old else None
    if old is None or new is None or html is None or not is_same_outside(old, new):
        return None
    converted = renderer.convert(new.body)
    memory.html.keep(new.path, new.body, converted.encode("utf-8", "surrogatepass"))
    shown = _render(old, html.decode("utf-8", "surrogatepass"), renderer)
    edited = _Edited(new, shown, _render(new, converted, renderer))
    return edited if is_shown_alike(new, edited.old, edited.new) else None


def _render(post: Post, html: str, renderer: BodyRenderer) -> str:
    """A post's text as its page shows it."""
    return renderer.render(BodySource(post.path, post.address, post.body), converted=html)


def _exchange(
    edited: Iterable[_Edited], inventory: Inventory, target: Path, site_url: str | None
) -> dict[str, _Exchanged] | None:
    """Files of the site with new texts in them, by their paths; None where one shows no old text.

    A page holds its text exactly once; a feed holds the newest posts alone.
    """
    exchanged: dict[str, _Exchanged] = {}
    for one in edited:
        old, new = (list_places(one.post, text, site_url) for text in (one.old, one.new))
        for path in old.keys() & inventory.files.keys():
            is_page = path.endswith(".md")
            file = target / place_of(path)
            text = exchanged[path].file if path in exchanged else file.read_bytes().decode()
            times = text.count(old[path]) if one.old else 0
            if times > 1 or (is_page and times == 0):
                return None
            if times and old[path] != new[path]:
                text = text.replace(old[path], new[path])
                exchanged[path] = _Exchanged(text, new[path] if is_page else text)
    return exchanged


def _fill(stage: Stage, ledger: Ledger, exchanged: Mapping[str, _Exchanged]) -> frozenset[str]:
    """Fill the stage with the site that stands and those files; where these are."""
    files = {place_of(path): one.file for path, one in exchanged.items()}
    fill_stage(stage, ledger, without=files.keys())
    for path, text in files.items():
        write_whole(stage.folder / path, text.encode(), durable=False)
    return frozenset(files)


def _renew_search(
    project: Path, language: str, addresses: Addresses, edited: Iterable[_Edited], stage: Stage
) -> frozenset[str] | None:
    """Let readers find the new texts; files that changed, None where all is to be made anew."""
    texts: dict[str, list[NewText]] = {}
    for one in edited:
        part = addresses.parts.get(one.post.address)
        if part is not None:
            texts.setdefault(part, []).append(NewText(one.post.address, one.old, one.new))
    changed: set[str] = set()
    for part, new in texts.items():
        renewed = renew_part(project, language, part, new, stage.folder)
        if renewed is None:
            return None
        changed |= renewed
    return frozenset(changed)
