"""What a command told of a site that stands, told again where nothing at all has changed.

Only what a program starts with is loaded here, as in `surroundings`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from builder.cache.ledger import Ledger
from builder.disk.sources import CONFIGURATION, CONTENT, find_project
from builder.disk.scan import scan_products, scan_sources
from builder.workflow.day import find_today
from builder.workflow.surroundings import hash_surroundings

LEDGER = ".cache/outreach/so-tay.sqlite"
"""Where a project keeps what earlier commands made out."""

_KIND = "told"
_HASH_BYTES = 16

Line = tuple[str, bool]
"""A line that a command tells, and whether it goes to the error output."""


class Seen(NamedTuple):
    """All files that a site was made of, as they were before they were read."""

    content: str
    others: str
    watched: tuple[str, ...]
    """Folders outside the content."""


def recall_told(arguments: Sequence[str]) -> list[Line] | None:
    """What a command told when all that it depends on was as it is now; None where it must run."""
    folder = find_project(Path.cwd())
    kept = Ledger(folder / LEDGER).read(_KIND, _name(arguments))
    if kept is None:
        return None
    then = json.loads(kept)
    if then["around"] != _hash_around():
        return None
    if then["content"] != hash_content(folder) or then["others"] != hash_others(then["watched"]):
        return None
    if then["products"] != hash_products(then["target"]):
        return None
    return [(text, bool(aside)) for text, aside in then["told"]]


def keep_told(
    arguments: Sequence[str],
    folder: Path,
    seen: Seen,
    *,
    target: Path,
    told: Sequence[Line],
) -> None:
    """Keep what a command told of the site that it put at the target."""
    then = {
        "around": _hash_around(),
        **seen._asdict(),
        "target": str(target),
        "products": hash_products(str(target)),
        "told": told,
    }
    Ledger(folder / LEDGER).write(_KIND, {_name(arguments): json.dumps(then).encode()})


def hash_content(folder: Path) -> str:
    """Hash of the signs of a project's configuration and of all its content."""
    signs = scan_sources(f"{folder}/{CONTENT}")
    found = (folder / CONFIGURATION).stat()
    signs[CONFIGURATION] = f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
    return _hash_signs(signs)


def hash_others(folders: Iterable[str]) -> str:
    """Hash of the signs of all files below folders outside the content."""
    signs = {}
    for place in folders:
        signs |= {f"{place}/{path}": sign for path, sign in scan_sources(place).items()}
    return _hash_signs(signs)


def hash_products(folder: str) -> str:
    """Hash of the signs of all files of a built site."""
    return _hash_signs(scan_products(folder))


def _hash_signs(signs: dict[str, str]) -> str:
    """One hash of the signs of many files."""
    told = "\0".join(f"{path}\0{signs[path]}" for path in sorted(signs))
    return blake2b(told.encode("utf-8", "surrogateescape"), digest_size=_HASH_BYTES).hexdigest()


def _hash_around() -> str:
    """All outside the project, and the day."""
    return f"{hash_surroundings().hex()} {find_today().isoformat()}"


def _name(arguments: Sequence[str]) -> str:
    """A command line, said in one folder."""
    return json.dumps([*arguments, str(Path.cwd())])
