"""A folder of files → the same files in another folder."""

from __future__ import annotations

from pathlib import Path

from builder.disk.writing import write_whole


def copy_tree(source: Path, target: Path) -> None:
    """Copy every file below `source`, without its permissions: a package's may be read-only."""
    for file in sorted(source.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            write_whole(target / file.relative_to(source), file.read_bytes())
