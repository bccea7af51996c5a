"""Which files a release has: the list that stands at the target and says what is ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

SCHEMA = "school-outreach/manifest/1"

WORK_FOLDER = ".outreach"
"""Folder in which a target keeps what publishing needs; never part of a release."""

_NO_NAMES = frozenset(("", ".", ".."))
_MANIFESTS_AT_ONCE = 2
"""The one that stands and the one before it, each asked for several times."""

UNREADABLE = (ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What is raised by JSON that none of ours wrote: endless numbers and depths among it."""


@dataclass(frozen=True, slots=True)
class FileMark:
    """By what a file is known."""

    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files of one release; no other file at a target is ever touched."""

    files: Mapping[str, FileMark] = field(default_factory=lambda: MappingProxyType({}))
    """Path from the site's folder → what stands there, in order of paths."""

    published_at: str = ""
    """ISO 8601 with zone, for people; empty: never published."""

    withdrawn: str | None = None
    """Fingerprint of the list of withdrawn photos; None: there is no list.

    Where it differs from that of the release that stands, what goes is not kept: a
    photo whose consent is withdrawn stays nowhere at the target.
    """

    @property
    def id(self) -> str:
        """Short name of the files: equal files have equal names, whenever published."""
        told = "".join(f"{path}\0{mark.sha256}\n" for path, mark in sorted(self.files.items()))
        return hashlib.sha256(told.encode()).hexdigest()[:16]


class ManifestUnreadableError(ValueError):
    """What stands at the target in place of a manifest is none of ours."""


def write_manifest(manifest: Manifest) -> bytes:
    """A manifest as JSON, one file a line."""
    files = ",\n".join(
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps([mark.sha256, mark.size_bytes])}"
        for path, mark in sorted(manifest.files.items())
    )
    head = {
        "schema": SCHEMA,
        "published_at": manifest.published_at,
        "withdrawn": manifest.withdrawn,
    }
    begin = json.dumps(head, ensure_ascii=False).removesuffix("}")
    return f'{begin}, "files": {{\n{files}\n}}}}\n'.encode()


@lru_cache(maxsize=_MANIFESTS_AT_ONCE)
def read_manifest(data: bytes) -> Manifest:
    """The manifest of such a file; ManifestUnreadableError where it is none.

    Its paths decide what is deleted: one that would lead out of the site's folder makes
    the whole unreadable.
    """
    try:
        told = json.loads(data)
        if told["schema"] != SCHEMA:
            raise ManifestUnreadableError(str(told["schema"]))
        files = {
            str(path): FileMark(str(one[0]), int(one[1])) for path, one in told["files"].items()
        }
        published_at, withdrawn = str(told["published_at"]), told["withdrawn"]
        named = None if withdrawn is None else str(withdrawn)
        # Half of a letter, as JSON can write it, names no file and could not be written again.
        sums = (mark.sha256 for mark in files.values())
        "".join((published_at, named or "", *files, *sums)).encode()
    except (*UNREADABLE, IndexError, AttributeError) as error:
        raise ManifestUnreadableError(str(error)) from error
    strange = next((path for path in files if not is_site_path(path)), None)
    if strange is not None:
        raise ManifestUnreadableError(strange)
    return Manifest(MappingProxyType(files), published_at, named)


def is_site_path(path: str) -> bool:
    """Whether a path names a file below the site's folder that a release may have."""
    parts = path.split("/")
    return _NO_NAMES.isdisjoint(parts) and parts[0] != WORK_FOLDER and "\0" not in path
