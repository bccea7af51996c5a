"""A built site → a release; of its files only those are read that may be others than before.

A file is known by size, times and number, one of which no program can set (`disk.scan`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from builder.cache.ledger import Ledger
from builder.disk.scan import scan_sources
from builder.model.withdrawal import WITHDRAWN_PHOTOS
from builder.publish.manifest import FileMark
from builder.publish.release import Release, load_release
from builder.workflow.remembered import forget_gone, open_ledger

_MARKS = "marks"
"""Signs and sums of the files of each site that was published, by its folder."""


def load_marked_release(site: Path, project: Path, now: datetime) -> Release:
    """The site as a release of this moment."""
    try:
        withdrawn = hashlib.sha256((project / WITHDRAWN_PHOTOS).read_bytes()).hexdigest()
    except FileNotFoundError:
        withdrawn = None
    ledger, signs = open_ledger(project), scan_sources(str(site))
    known = _recall_marks(ledger, site, signs)
    release = load_release(
        site,
        published_at=now.astimezone().isoformat(timespec="seconds"),
        withdrawn=withdrawn,
        known=known,
    )
    if known != release.manifest.files:
        _keep_marks(ledger, site, signs, release.manifest.files)
    return release


def _recall_marks(ledger: Ledger, site: Path, signs: Mapping[str, str]) -> Mapping[str, FileMark]:
    """Marks of those files that are the same as when they were kept."""
    kept = json.loads(ledger.read(_MARKS, str(site)) or b"{}")
    return {
        path: FileMark(sha256, size_bytes)
        for path, (sign, sha256, size_bytes) in kept.items()
        if signs.get(path) == sign
    }


def _keep_marks(
    ledger: Ledger, site: Path, signs: Mapping[str, str], marks: Mapping[str, FileMark]
) -> None:
    """Keep the marks of files, by the signs that they had before they were read."""
    kept = {
        path: (signs[path], mark.sha256, mark.size_bytes)
        for path, mark in marks.items()
        if path in signs
    }
    ledger.write(_MARKS, {str(site): json.dumps(kept).encode()})
    forget_gone(ledger, _MARKS)
