"""A folder → what tells each of its files from the same file before or after a change."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping

_FRESH_NS = 50_000_000
"""A file that changed less than this before it was looked at may change again unseen."""

Signs = Mapping[str, str]
"""Path of a file below a folder → size, time of its last change and number, as one text."""


def scan_sources(folder: str) -> dict[str, str]:
    """Signs of all files below a folder whose change must not be missed.

    They hold the time at which the system last changed anything about the file,
    which no program can set. Those of a file that has just changed never equal any
    others. Empty where there is no such folder.
    """
    limit = time.time_ns() - _FRESH_NS
    return {path: _sign_source(found, limit) for path, found in _walk(folder)}


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
    return {
        path: f"{found.st_size} {found.st_mtime_ns} {found.st_ino}" for path, found in _walk(folder)
    }


def _walk(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder, linked folders excepted, with what the system knows of it."""
    waiting = [("", folder)]
    while waiting:
        above, place = waiting.pop()
        try:
            entries = os.scandir(place)
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{above}{entry.name}/", entry.path))
                else:
                    yield f"{above}{entry.name}", entry.stat(follow_symlinks=False)
