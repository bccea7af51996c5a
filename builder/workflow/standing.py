"""What a command told of a site that stands, told again where nothing at all has changed.

Only what a program starts with is loaded here, as in `surroundings`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from builder.cache.ledger import Ledger
from builder.disk.project_folder import CONFIGURATION, CONTENT, find_project
from builder.disk.scan import scan_products, scan_sources, sign_file
from builder.workflow.day import find_today
from builder.workflow.fronts import are_fronts_same, is_patchable
from builder.workflow.remembered import forget_gone, open_ledger, recall, remember

_COMMAND, _TOLD = "command", "told"
"""Command lines with the sites that they made; what was told of each site."""

_SIGNS, _FRONTS = "signs", "fronts"
"""Of each site's sources and of what stands above their texts."""

_HASH_BYTES = 16

Line = tuple[str, bool]
"""A line that a command tells, and whether it goes to the error output."""


class Seen(NamedTuple):
    """All files that a site was made of, as they were before they were read."""

    content: dict[str, str]
    """Signs of the configuration and of all content, by path from the project's folder."""

    others: str
    watched: tuple[str, ...]
    """Folders outside the content, and the hash of the signs of their files."""

    fronts: Mapping[str, str]
    """Hashes of what stands above the texts of posts; empty where all of it is as it was kept."""


class Told(NamedTuple):
    """What a command says of the site."""

    made: list[Line]
    """Where something of it was made."""

    unchanged: list[Line]
    """Where all of it stood."""


class Standing(NamedTuple):
    """A site that stands as a command left it."""

    folder: Path
    """Of the project."""

    today: date
    target: Path
    told: Told
    seen: Seen

    stamp: str
    """Of what was kept of its texts: with another, they may be those of another site."""

    products: str
    """Hash of the signs of all its files, taken before anybody else could change them."""


class Recalled(NamedTuple):
    """What a command left, and what became of its sources since."""

    standing: Standing
    """With its sources as they are now."""

    changed: frozenset[str]
    """Paths of the posts that changed; none differs above its text."""

    products: Mapping[str, str]
    """Signs of all files of the site, by which it was found as the command left it."""


def recall_standing(arguments: Sequence[str]) -> Recalled | None:
    """What a command left; None where there are other files now, or more changed than texts.

    Then it must run anew.
    """
    folder = find_project(Path.cwd())
    ledger = open_ledger(folder)
    target = (ledger.read(_COMMAND, _name(arguments)) or b"").decode()
    kept = recall(ledger, _TOLD, target)
    if kept is None:
        return None
    then = json.loads(kept)
    if (then["name"], then["day"]) != (_name(arguments), find_today().isoformat()):
        return None
    if then["others"] != hash_others(then["watched"]):
        return None
    now = look_at_content(folder)
    changed = _find_changed(ledger, target, then["content"], now)
    if changed is None or (changed and not _may_be_texts(folder, ledger, target, changed)):
        return None
    products = scan_products(target)
    if then["products"] != hash_signs(products):
        return None
    seen = Seen(now, then["others"], tuple(then["watched"]), {})
    told = Told(*([(text, bool(aside)) for text, aside in lines] for lines in then["told"]))
    today = date.fromisoformat(then["today"])
    left = Standing(folder, today, Path(target), told, seen, then["stamp"], then["products"])
    return Recalled(left, changed, products)


def _find_changed(
    ledger: Ledger, target: str, content: str, now: Mapping[str, str]
) -> frozenset[str] | None:
    """Paths of sources with other signs than were kept under a hash of all; None: others are there.

    Where the hash is the same, what was kept is not even read.
    """
    if content == hash_signs(now):
        return frozenset()
    before = json.loads(recall(ledger, _SIGNS, target) or b"{}")
    if before.keys() != now.keys() or content != hash_signs(before):
        return None
    return frozenset(path for path, _ in before.items() ^ now.items())


def _may_be_texts(folder: Path, ledger: Ledger, target: str, changed: frozenset[str]) -> bool:
    """Whether sources that changed may be posts with nothing else than new texts."""
    if not is_patchable(changed):
        return False
    fronts = json.loads(recall(ledger, _FRONTS, target) or b"{}")
    return are_fronts_same(folder, changed, fronts)


def keep_standing(arguments: Sequence[str], left: Standing) -> None:
    """Keep what a command left, in place of what another one left at the same place."""
    then = {
        "name": _name(arguments),
        "day": find_today().isoformat(),
        "content": hash_signs(left.seen.content),
        "others": left.seen.others,
        "watched": left.seen.watched,
        "today": left.today.isoformat(),
        "products": left.products,
        "told": left.told,
        "stamp": left.stamp,
    }
    ledger, target = open_ledger(left.folder), str(left.target)
    remember(ledger, _SIGNS, target, json.dumps(left.seen.content).encode())
    if left.seen.fronts:
        remember(ledger, _FRONTS, target, json.dumps(left.seen.fronts).encode())
    remember(ledger, _TOLD, target, json.dumps(then).encode())
    sites = {name: site.decode() for name, site in ledger.read_all(_COMMAND).items()}
    past = (name for name, site in sites.items() if site == target or not Path(site).exists())
    ledger.forget(_COMMAND, past)
    forget_gone(ledger, _SIGNS, _FRONTS, _TOLD)
    ledger.write(_COMMAND, {_name(arguments): target.encode()})


def look_at_content(folder: Path) -> dict[str, str]:
    """Signs of a project's configuration and of all its content."""
    found = scan_sources(f"{folder}/{CONTENT}")
    signs = {f"{CONTENT}/{path}": sign for path, sign in found.items()}
    return signs | {CONFIGURATION: sign_file(f"{folder}/{CONFIGURATION}")}


def hash_others(folders: Iterable[str]) -> str:
    """Hash of the signs of all files below folders outside the content."""
    signs: dict[str, str] = {}
    for place in folders:
        signs |= {f"{place}/{path}": sign for path, sign in scan_sources(place).items()}
    return hash_signs(signs)


def hash_products(folder: str) -> str:
    """Hash of the signs of all files of a built site."""
    return hash_signs(scan_products(folder))


def hash_signs(signs: Mapping[str, str]) -> str:
    """One hash of the signs of many files."""
    told = "\0".join(f"{path}\0{signs[path]}" for path in sorted(signs))
    return blake2b(told.encode("utf-8", "surrogateescape"), digest_size=_HASH_BYTES).hexdigest()


def _name(arguments: Sequence[str]) -> str:
    """A command line, said in one folder."""
    return json.dumps([*arguments, str(Path.cwd())])
