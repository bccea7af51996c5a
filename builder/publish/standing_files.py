"""Paths → those that are taken at a place, by asking for as few folders as that needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands below a folder, by paths from there, in order."""

    files: tuple[str, ...]
    folders: tuple[str, ...]
    """The folder itself, as an empty path, too."""


def walk_tree(storage: Storage, folder: str) -> Tree:
    """Everything below a folder of a place that tells folders, depth by depth."""
    files: list[str] = []
    folders: list[str] = []
    level = [""]
    while level:
        folders += level
        names = storage.list_each([_join(folder, path) for path in level])
        listed = [(path, name) for path in level for name in names[_join(folder, path)]]
        files += [_join(path, name) for path, name in listed if not name.endswith("/")]
        level = [_join(path, name[:-1]) for path, name in listed if name.endswith("/")]
    return Tree(tuple(sorted(files)), tuple(sorted(folders)))


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
    return f"{folder}/{name}" if folder and name else folder or name
