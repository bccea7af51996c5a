"""A folder → what tells each of its files from the same file before or after a change."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

_FRESH_NS = 50_000_000
"""A file that changed less than this before it was looked at may change again unseen."""

Signs = Mapping[str, str]
"""Path of a file below a folder → size, time of its last change and number, as one text."""


def scan_sources(folder: str) -> dict[str, str]:
    """Signs of all files below a folder whose change must not be missed, in linked folders too.

    They hold the time at which the system last changed anything about the file,
    which no program can set. Those of a file that has just changed never equal any
    others. Empty where there is no such folder.
    """
    limit = time.time_ns() - _FRESH_NS
    found = _walk(folder, follow_links=True)
    return {path: _sign_source(known, limit) for path, known in found}


def sign_file(file: str) -> str:
    """The same of one file."""
    return _sign_source(os.stat(file), time.time_ns() - _FRESH_NS)  # noqa: PTH116


def _sign_source(found: os.stat_result, limit: int) -> str:
    """Signs of a file; `limit` is the time since which a change counts as having just been."""
    signs = f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
    is_fresh = found.st_mtime_ns > limit or found.st_ctime_ns > limit
    return f"{signs} {limit}" if is_fresh else signs


def scan_products(folder: str) -> dict[str, str]:
    """Signs of all files below a folder that only builds write; links between files don't count."""
    return {path: _sign_product(found) for path, found in _walk(folder, follow_links=False)}


def sign_products(folder: str, paths: Iterable[str]) -> dict[str, str]:
    """The same of some files; of those that are not there nothing."""
    signs: dict[str, str] = {}
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError):
            signs[path] = sign_product(f"{folder}/{path}")
    return signs


def sign_product(file: str) -> str:
    """The same of one file."""
    return _sign_product(os.stat(file, follow_symlinks=False))  # noqa: PTH116


def _sign_product(found: os.stat_result) -> str:
    """Signs of a file that a build wrote."""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def _walk(folder: str, *, follow_links: bool) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder with what the system knows of it; one that goes meanwhile is none.

    Where links are followed, it is told of what they lead to.
    """
    waiting = [("", folder)]
    entered: set[tuple[int, int]] = set()
    while waiting:
        above, place = waiting.pop()
        with suppress(FileNotFoundError), os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{above}{entry.name}/", entry.path))
                elif follow_links and entry.is_symlink() and entry.is_dir():
                    behind = entry.stat()
                    if (behind.st_dev, behind.st_ino) not in entered:
                        entered.add((behind.st_dev, behind.st_ino))
                        waiting.append((f"{above}{entry.name}/", entry.path))
                else:
                    try:
                        found = entry.stat(follow_symlinks=follow_links)
                    except FileNotFoundError:
                        continue
                    yield f"{above}{entry.name}", found
