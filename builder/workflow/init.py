"""`init`: a new school's site, from the starter that the package brings."""

from __future__ import annotations

from pathlib import Path

import builder
from builder.disk.copying import copy_tree
from builder.model.failures import CommandError


def run_init(folder: Path) -> Path:
    """Copy the starter into a new or empty folder; CommandError where something stands there."""
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise CommandError("init-is-file", folder=str(folder))
    if folder.exists() and any(folder.iterdir()):
        raise CommandError("init-not-empty", folder=str(folder))
    copy_tree(Path(builder.__file__).parent / "starter", folder)
    return folder
