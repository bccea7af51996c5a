"""Files of a project → a call whenever one of them changes, as the system tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from builder.disk.sources import is_hidden

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

_CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent),
    *(DirCreatedEvent, DirMovedEvent, DirDeletedEvent),
]
"""What is told: a build that opens ten thousand files to read them changes nothing."""


class Watched(NamedTuple):
    """What is watched."""

    file: str
    folders: tuple[str, ...]
    """With all below them."""


class Watch:
    """Watches one set of files after another.

    Where the system tells nothing, as on network drives, or can't watch so many
    folders, nothing is called: whoever must not miss a change looks by himself.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._observer: BaseObserver | None = None

    def follow(self, watched: Watched) -> None:
        """Watch these from now on, and no others."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
        observer = Observer()
        above = str(Path(watched.file).parent)
        observer.schedule(_Call(self._changed, watched.file), above, event_filter=_CHANGES)
        for folder in _list_outermost(watched.folders):
            call = _Call(self._changed, folder)
            observer.schedule(call, folder, recursive=True, event_filter=_CHANGES)
        with suppress(OSError):
            observer.start()
            self._observer = observer


class _Call(FileSystemEventHandler):
    """Calls on changes at a path or below it, but not of what programs write beside their files."""

    def __init__(self, call: Callable[[], None], place: str) -> None:
        self._call, self._place = call, place

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Call where it counts."""
        if any(self._counts(str(path)) for path in (event.src_path, event.dest_path) if path):
            self._call()

    def _counts(self, path: str) -> bool:
        """Whether a path is watched and no editor's own file."""
        is_inside = Path(path).is_relative_to(self._place)
        return is_inside and not is_hidden(path[len(self._place) :])


def _list_outermost(folders: tuple[str, ...]) -> Iterator[str]:
    """Folders that are there and in no other of them."""
    for folder in dict.fromkeys(folders):
        above = Path(folder).parents
        if Path(folder).is_dir() and not any(Path(one) in above for one in folders):
            yield folder
