"""Files in memory → a folder that holds them and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path


def mirror_files(folder: Path, files: Mapping[str, bytes]) -> frozenset[str]:
    """Write what is missing or different, remove what is no longer among the files.

    The folder belongs to a site under way: nobody reads it before it is whole. But
    its files may stand in another site too, so each is replaced and none is written
    into. Paths of those that changed.
    """
    gone = set(_list_paths(folder)).difference(files)
    for path in gone:
        _remove(folder / path, folder)
    made: set[Path] = set()
    written: set[str] = set()
    for path, data in files.items():
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        if not _holds(file, data):
            file.unlink(missing_ok=True)
            file.write_bytes(data)
            written.add(path)
    return frozenset(gone | written)


def _list_paths(folder: Path) -> Iterator[str]:
    """Paths of all files below a folder, which need not be there."""
    for parent, _, names in os.walk(folder):
        for name in names:
            yield Path(parent, name).relative_to(folder).as_posix()


def _remove(file: Path, folder: Path) -> None:
    """Delete a file, and the folders that it alone filled."""
    file.unlink()
    for parent in file.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()


def _holds(file: Path, data: bytes) -> bool:
    """Whether a file is there and the same."""
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except FileNotFoundError:
        return False
