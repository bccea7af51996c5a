"""Everything outside a project that what is made of it may depend on, as one hash.

Only what a program starts with is loaded here: a build of which nothing has
changed is told by this hash, and ends before the rest of the program is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import builder
from builder.model.variables import PASSWORDS
from builder.reports.font_folders import list_font_folders

_VARIABLES = ("OUTREACH_", "SOURCE_DATE_EPOCH", "MKDOCS")
"""How the names of variables begin that a build may listen to."""

_HASH_BYTES = 16


def hash_surroundings() -> bytes:
    """Hash of this program, the libraries beside it, the machine's fonts and our variables."""
    return _hash(tuple(_list_variables()))


@cache
def _hash(variables: tuple[str, ...]) -> bytes:
    """The same, looked at once: a program that runs stays what it was when it began."""
    digest = blake2b(sys.version.encode(), digest_size=_HASH_BYTES)
    for told in (*_list_own_files(), *_list_libraries(), *_list_fonts(), *variables):
        digest.update(told.encode("utf-8", "surrogateescape") + b"\0")
    return digest.digest()


def _list_own_files() -> Iterator[str]:
    """Our own files with their times: a developer's change counts as much as a new version."""
    package = Path(builder.__file__).parent
    for folder in (package, package.parent / "theme"):
        for place, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for name in sorted(names):
                found = os.stat(f"{place}/{name}")  # noqa: PTH116  # hundreds of them at each start
                yield f"{place}/{name} {found.st_size} {found.st_mtime_ns}"


def _list_libraries() -> Iterator[str]:
    """Names and versions of all libraries, as their folders tell them."""
    for place in sys.path:
        folder = Path(place)
        if folder.is_dir():
            names = (one.name for one in os.scandir(folder))
            yield from sorted(name for name in names if name.endswith(".dist-info"))


def _list_fonts() -> Iterator[str]:
    """Folders of fonts with the times at which they last gained or lost one."""
    for folder in list_font_folders():
        for place, _, _ in os.walk(folder):
            yield f"{place} {os.stat(place).st_mtime_ns}"  # noqa: PTH116


def _list_variables() -> Iterator[str]:
    """Variables of the environment.

    No password is one of them: nobody builds with it, and what is kept tells nothing of it.
    """
    return (
        f"{name}={value}"
        for name, value in sorted(os.environ.items())
        if name.startswith(_VARIABLES) and not name.startswith(PASSWORDS)
    )
