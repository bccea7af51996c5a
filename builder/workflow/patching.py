"""Posts of which only the text changed → the same site with the new texts in place of the old.

A teacher who mends a sentence waits for one page, not for a school's ten years.
Whatever else may have changed with a post is the whole build's to find out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from builder.cache.kept_texts import hash_text, read_stamp
from builder.cache.ledger import Ledger
from builder.disk.project_folder import CONFIGURATION, CONTENT
from builder.disk.sources import ProjectFiles, load_part
from builder.disk.staging import Stage, open_stage
from builder.disk.writing import write_whole
from builder.model.posts import Post
from builder.model.problems import Outcome
from builder.pages.body.rendering import BodyRenderer, BodySource
from builder.pages.text_places import exchange_text, is_shown_alike, list_places, path_of_page
from builder.reading.configuration.settings import read_settings
from builder.reading.posts.outside import is_same_outside
from builder.reading.some_posts import read_some_posts
from builder.reading.source.decoding import decode_leniently
from builder.workflow.addresses import Addresses
from builder.workflow.inventory import (
    Inventory,
    keep_inventory,
    load_addresses,
    load_inventory,
    place_of,
)
from builder.workflow.memory import Memory, open_memory
from builder.workflow.project_sources import list_sources
from builder.workflow.remembered import open_ledger
from builder.workflow.restaging import Scans, exchange_file, filling_stage, publish_renewed
from builder.workflow.standing import Recalled, Standing, Told

_POSTS = f"{CONTENT}/posts/"


@dataclass(frozen=True, slots=True)
class Edited:
    """A post with its text as it stands on the site, and as it is to stand there."""

    post: Post
    old: str
    new: str

    own_lines: frozenset[int] = frozenset()
    """Lines of which its own problems tell, with either text."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A file of the site with new texts in it."""

    file: str
    text: str
    """Text of its SiteFile."""


def patch_site(left: Recalled) -> Standing | None:
    """Put new texts in place of old ones, all at once; None where more changed."""
    standing = left.standing
    with open_stage(standing.target) as stage:
        products = _patch(stage, left)
        stamp = read_stamp(open_ledger(standing.folder))
    return None if products is None else standing._replace(stamp=stamp, products=products)


def _patch(stage: Stage, left: Recalled) -> str | None:
    """The same, alone with the site: hash of the signs of its files afterwards."""
    standing, changed = left.standing, left.changed
    ledger = open_ledger(standing.folder)
    project = _load(standing, changed)
    settings = read_settings(decode_leniently(project.texts[CONFIGURATION])).value
    inventory = load_inventory(ledger, stage.target, standing.products)
    addresses = load_addresses(ledger, stage.target)
    if settings is None or inventory is None or addresses is None:
        return None
    memory = open_memory(ledger, project, standing.today, only=changed)
    if read_stamp(ledger) != standing.stamp:
        return None
    renderer = BodyRenderer(settings, addresses.links, addresses.pictures)
    edited = edit_posts(changed, standing.today, project, memory, renderer)
    if not edited or any(_may_have_moved(standing.told, one) for one in edited):
        return None
    exchanged = exchange_texts(edited, inventory, stage.target, settings.site_url)
    if exchanged is None:
        return None
    files = {place_of(path): one.file for path, one in exchanged.items()}
    searched = _list_searched(edited, addresses)
    search = partial(_renew_search, standing.folder, settings.language, searched)
    products = _publish(stage, ledger, left, files, search if searched else None)
    if products is None:
        return None
    memory.save()
    now = inventory.with_texts({path: one.text for path, one in exchanged.items()})
    keep_inventory(ledger, stage.target, replace(now, products=products))
    return products


def _load(standing: Standing, changed: Collection[str]) -> ProjectFiles:
    """The project, with only those of its posts that changed."""
    return load_part(
        standing.folder,
        standing.seen.content,
        lambda path: path in changed or not path.startswith(_POSTS),
    )


def _publish(
    stage: Stage,
    ledger: Ledger,
    left: Recalled,
    files: Mapping[str, str],
    search: Callable[[Stage], frozenset[str] | None] | None,
) -> str | None:
    """Put those files into the site, by where they stand, if there are any.

    `search` lets readers find what is in them; None: they don't. The hash of the signs
    of all files afterwards; None where readers could not search the new texts.
    """
    products = left.standing.products
    if not files:
        return products
    if len(files) == 1 and search is None:
        [(path, text)] = files.items()
        return exchange_file(stage, ledger, left.products, path, text.encode())
    with filling_stage(Scans(stage, left.products), ledger, without=files.keys()) as signs:
        for path, text in files.items():
            write_whole(stage.folder / path, text.encode(), durable=False)
    searched = search(stage) if search else frozenset()
    if searched is None:
        return None
    return publish_renewed(stage, ledger, products, signs, {*files, *searched})


def edit_posts(
    paths: Collection[str], day: date, project: ProjectFiles, memory: Memory, renderer: BodyRenderer
) -> list[Edited] | None:
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
) -> Edited | None:
    """One of them."""
    if before is None or now is None or before.problems != now.problems:
        return None
    old, new = before.value, now.value
    html = memory.html.find_last(old.path) if old else None
    if old is None or new is None or html is None or not is_same_outside(old, new):
        return None
    converted = renderer.convert(new.body)
    memory.html.keep(new.path, hash_text(new.body), converted.encode("utf-8", "surrogatepass"))
    shown = _render(old, html.decode("utf-8", "surrogatepass"), renderer)
    own_lines = frozenset(one.where.line for one in now.problems)
    edited = Edited(new, shown, _render(new, converted, renderer), own_lines)
    return edited if is_shown_alike(new, edited.old, edited.new) else None


def _render(post: Post, html: str, renderer: BodyRenderer) -> str:
    """A post's text as its page shows it."""
    return renderer.render(BodySource(post.path, post.address, post.body), converted=html)


def _may_have_moved(told: Told, one: Edited) -> bool:
    """Whether anything was told of a line of a post's text that reading it alone doesn't tell."""
    place = re.compile(re.escape(one.post.path) + r":(\d+)")
    lines = {int(found) for text, _ in told.made for found in place.findall(text)}
    return any(line >= one.post.body_line for line in lines - one.own_lines)


def exchange_texts(
    edited: Iterable[Edited], inventory: Inventory, target: Path, site_url: str | None
) -> dict[str, Exchanged] | None:
    """Files of the site with new texts in them, by the path of their SiteFile.

    None where a file lacks the old text of a post that it tells of, or a post has no page.
    """
    exchanged: dict[str, Exchanged] = {}
    for one in edited:
        page = path_of_page(one.post)
        if page not in inventory.files:
            return None
        old, new = (list_places(one.post, text, site_url) for text in (one.old, one.new))
        for path in old.keys() & inventory.files.keys():
            before = (target / place_of(path)).read_bytes().decode()
            standing = exchanged[path].file if path in exchanged else before
            file = exchange_text(standing, old[path], new[path])
            if file is None:
                return None
            if file != standing:
                exchanged[path] = Exchanged(file, one.new if path == page else file)
    return exchanged


def _list_searched(edited: Iterable[Edited], addresses: Addresses) -> dict[str, list[Edited]]:
    """Those that readers search, by the part of the index that holds them."""
    searched: dict[str, list[Edited]] = {}
    for one in edited:
        part = addresses.parts.get(one.post.address)
        if part is not None:
            searched.setdefault(part, []).append(one)
    return searched


def _renew_search(
    project: Path, language: str, searched: Mapping[str, Sequence[Edited]], stage: Stage
) -> frozenset[str] | None:
    """Let readers find the new texts; files that changed, None where all is to be made anew."""
    from builder.workflow.search_parts import NewText, renew_part  # noqa: PLC0415  # not in each

    changed: set[str] = set()
    for part, edited in searched.items():
        new = [NewText(one.post.address, one.old, one.new) for one in edited]
        renewed = renew_part(project, language, part, new, stage.folder)
        if renewed is None:
            return None
        changed |= renewed
    return frozenset(changed)
