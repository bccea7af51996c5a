"""Files in memory → a folder that holds them and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path


def mirror_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write what is missing or different, remove what is no longer among the files.

    The folder belongs to a site under way: nobody reads it before it is whole.
    """
    for path in set(_list_paths(folder)).difference(files):
        (folder / path).unlink()
    made: set[Path] = set()
    for path, data in files.items():
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        if not _holds(file, data):
            file.write_bytes(data)


def _list_paths(folder: Path) -> Iterator[str]:
    """Paths of all files below a folder, which need not be there."""
    for parent, _, names in os.walk(folder):
        for name in names:
            yield Path(parent, name).relative_to(folder).as_posix()


def _holds(file: Path, data: bytes) -> bool:
    """Whether a file is there and the same."""
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except FileNotFoundError:
        return False
