"""Paths → those that are taken at a place, by asking for as few folders as that needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.publish.storage import Storage


def find_taken(storage: Storage, paths: Iterable[str]) -> Iterator[str]:
    """Paths at which something stands, in order, each once.

    A file where one of the paths needs a folder is given by its own path. A
    folder that isn't there is asked for once, and nothing below it.
    """
    names: dict[str, frozenset[str]] = {"": storage.list_names("")}
    told: set[str] = set()
    for path in sorted(paths):
        taken = _find_taken(storage, path, names)
        if taken is not None and taken not in told:
            told.add(taken)
            yield taken


def walk_files(storage: Storage, folder: str) -> Iterator[str]:
    """Every file below a folder, by its path from there; of a place that tells folders."""
    for name in sorted(storage.list_names(folder)):
        if name.endswith("/"):
            yield from (f"{name}{path}" for path in walk_files(storage, _join(folder, name[:-1])))
        else:
            yield name


def walk_folders(storage: Storage, folder: str) -> Iterator[str]:
    """Every folder below a folder, by its own path; of a place that tells folders."""
    for name in sorted(storage.list_names(folder)):
        if name.endswith("/"):
            below = _join(folder, name[:-1])
            yield below
            yield from walk_folders(storage, below)


def _find_taken(storage: Storage, path: str, names: dict[str, frozenset[str]]) -> str | None:
    """The path, or the file above it, that stands; None where the path is free."""
    folder = ""
    *parents, last = path.split("/")
    for name in parents:
        listed = names[folder]
        below = _join(folder, name)
        if f"{name}/" not in listed and name not in listed:
            return None
        if below not in names:
            names[below] = storage.list_names(below)
            if not names[below] and f"{name}/" not in listed and storage.load(below) is not None:
                return below
        folder = below
    return path if {last, f"{last}/"} & names[folder] else None


def _join(folder: str, name: str) -> str:
    """Path of a name in a folder."""
    return f"{folder}/{name}" if folder else name
