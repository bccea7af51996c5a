"""A folder on this machine → the project that it belongs to."""

from __future__ import annotations

from pathlib import Path

from builder.model.failures import CommandError

CONFIGURATION = "mkdocs.yml"
CONTENT = "content"
KEPT = ".cache"
"""What commands keep for the next ones; whoever deletes it loses time and nothing else."""


def find_project(start: Path) -> Path:
    """The nearest folder with an `mkdocs.yml`, from `start` upwards; CommandError if none."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / CONFIGURATION).is_file():
            return folder
    raise CommandError("no-project", folder=str(start))
