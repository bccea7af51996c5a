"""A project → the process that shows its preview, for the one that builds it."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlsplit

from builder.disk.project_folder import CONFIGURATION
from builder.engine.mkdocs_build import MkDocsEngine
from builder.engine.preview_pages import Place, Shown, show_pages
from builder.engine.preview_watch import Watched
from builder.model.failures import CommandError

_QUIET_SECONDS = 0.055
"""Without a change. A file that is being written is whole then, and its time tells it from the
same file after another change."""

_PATIENCE = 20
"""So many quiet moments are waited for, at most, while files keep changing."""


class PreviewServer:
    """The process that shows the preview, as the one that builds sees it."""

    def __init__(self, place: Place, pipe: Connection) -> None:
        self.address = f"http://{place.host}:{place.port}/{place.path.strip('/')}".rstrip("/") + "/"
        self._pipe = pipe
        self._watched: Watched | None = None

    def watch(self, project: Path, folders: Iterable[Path]) -> None:
        """Watch a project's configuration and all below folders."""
        wanted = Watched(str(project / CONFIGURATION), tuple(map(str, folders)))
        if wanted != self._watched:
            self._watched = wanted
            self._pipe.send(wanted)

    def wait(self, seconds: float) -> bool:
        """Wait until files changed and are left alone again; False where none did for so long."""
        if not self._pipe.poll(seconds):
            return False
        for _ in range(_PATIENCE):
            while self._pipe.poll():
                self._pipe.recv()
            if not self._pipe.poll(_QUIET_SECONDS):
                break
        return True

    def show(self, *, notice: bool) -> None:
        """Let every open page be loaded again: from the site, or the notice in place of any."""
        self._pipe.send(notice)


@contextmanager
def open_preview(project: Path, site: Path, notice: Path) -> Iterator[PreviewServer]:
    """Show the notice where `dev_addr` says, and the site when it is told to; gone with the block.

    CommandError where it cannot listen there.
    """
    config = MkDocsEngine(project).config
    place = Place(*config.dev_addr, urlsplit(config.site_url or "").path)
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(
        target=show_pages, args=(place, Shown(site, notice), theirs), daemon=True
    )
    with _deaf():
        process.start()
    theirs.close()
    try:
        _check(ours.recv(), place)
        yield PreviewServer(place, ours)
    finally:
        process.terminate()
        process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Start a process that Ctrl+C does not reach: whoever started it ends it."""
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def _check(refused: int | None, place: Place) -> None:
    """Raise what keeps a server from listening."""
    address = f"{place.host}:{place.port}"
    if refused == errno.EADDRINUSE:
        raise CommandError("serve-port-taken", address=address)
    if refused is not None:
        raise CommandError("serve-refused", address=address, reason=os.strerror(refused))
