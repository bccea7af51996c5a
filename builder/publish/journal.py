"""What is to stand at a target once all of it is there: the journal that any machine can end."""

from __future__ import annotations

import json
from dataclasses import dataclass

from builder.publish.failures import PublishError
from builder.publish.manifest import (
    UNREADABLE,
    Manifest,
    ManifestUnreadableError,
    read_manifest,
    write_manifest,
)
from builder.publish.storage import Storage


@dataclass(frozen=True, slots=True)
class Journal:
    """A publication whose files are all at the target."""

    to: Manifest
    keeps: bool
    """Whether what is replaced is kept for going back."""


def write_journal(journal: Journal) -> bytes:
    """A journal as a line of JSON and the manifest below it."""
    return json.dumps({"keeps": journal.keeps}).encode() + b"\n" + write_manifest(journal.to)


def load_journal(storage: Storage, path: str) -> Journal | None:
    """The journal that stands; None where every publication came to its end."""
    data = storage.load(path)
    if data is None:
        return None
    head, _, manifest = data.partition(b"\n")
    try:
        return Journal(read_manifest(manifest), keeps=bool(json.loads(head)["keeps"]))
    except UNREADABLE as error:
        raise _unreadable(path) from error


def load_manifest(storage: Storage, path: str) -> Manifest | None:
    """The manifest that stands; None where nothing was ever published."""
    data = storage.load(path)
    try:
        return None if data is None else read_manifest(data)
    except ManifestUnreadableError as error:
        raise _unreadable(path) from error


def _unreadable(path: str) -> PublishError:
    """Without knowing which files are ours nothing can be changed safely."""
    return PublishError("publish-list-unreadable", "publish-stands-untouched", path=path)
