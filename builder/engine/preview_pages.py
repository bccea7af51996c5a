"""A folder → its pages in browsers, each loaded again when the folder has changed.

It runs in a process of its own. The one that builds then has no threads, so that
it may fork, and pages are shown while it builds.
"""

from __future__ import annotations

import logging
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from builder.engine.preview_watch import Watch, Watched

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

_LOST = "404.html"
_LIVE = "/livereload/"
"""Where open pages ask whether there is anything new."""


class Place(NamedTuple):
    """Where the preview is."""

    host: str
    port: int
    path: str
    """Address of the home page on the server, as the site's own address ends."""


class Shown(NamedTuple):
    """The two folders that may be shown."""

    site: Path
    notice: Path
    """Holds one page, for all addresses, while there is no site to show."""


def show_pages(place: Place, shown: Shown, pipe: Connection) -> None:
    """Show pages until the other process ends.

    It is told None as soon as they can be asked for, or the number of the error that keeps
    them from it; from then on None for every change of the files that it wants watched.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    server = _Server(place, shown, begun=lambda: pipe.send(None))
    watch = Watch(changed=lambda: pipe.send(None))
    threading.Thread(target=_obey, args=(pipe, server, watch), daemon=True).start()
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs is partly untyped
    except OSError as error:
        pipe.send(error.errno)


def _obey(pipe: Connection, server: _Server, watch: Watch) -> None:
    """Do what the other process wants, to its end."""
    while True:
        try:
            wanted = pipe.recv()
        except (EOFError, OSError):
            server.shutdown()
            return
        if isinstance(wanted, Watched):
            watch.follow(wanted)
        else:
            server.show(notice=wanted)


class _Server(LiveReloadServer):
    """MkDocs' own server, without its watcher and without a builder.

    Pages that aren't there are loaded again too: a post that is mended may come back.
    """

    def __init__(self, place: Place, shown: Shown, *, begun: Callable[[], None]) -> None:
        super().__init__(lambda: None, place.host, place.port, str(shown.notice), place.path)
        self._shown, self._begun = shown, begun
        self._has_notice = True
        self._bell = _Bell()
        self.observer = self._bell  # type: ignore[assignment]  # all of a watcher that is called
        self.build_delay = 0
        self.watch(str(shown.site))

    def server_activate(self) -> None:
        """Listen, and tell that it does."""
        super().server_activate()
        self._begun()

    def show(self, *, notice: bool) -> None:
        """Show one of the folders, and let open pages be loaded again."""
        self._has_notice = notice
        self.root = str(self._shown.notice if notice else self._shown.site)
        self._bell.ring()

    def serve_request(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """A page; the notice, or the page for what isn't there, in place of it."""
        if environ["PATH_INFO"].startswith(_LIVE):
            return super().serve_request(environ, start_response)
        if self._has_notice:
            environ = self._turn_to("", environ)
        asked = _Answer(super().serve_request, environ)
        if asked.status.startswith("404") and Path(self.root, _LOST).is_file():
            lost = _Answer(super().serve_request, self._turn_to(_LOST, environ))
            asked.headers, asked.body = lost.headers, lost.body
        start_response(asked.status, asked.headers)
        return asked.body

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a browser that has gone away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def _turn_to(self, path: str, environ: WSGIEnvironment) -> WSGIEnvironment:
        """The same question about another page."""
        return {**environ, "PATH_INFO": self.mount_path + path}


class _Bell:
    """In place of MkDocs' watcher: it rings when it is told to."""

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> None:
        """Take what is to hear it."""
        self._handler, self._path = handler, path

    def ring(self) -> None:
        """Let it be heard."""
        self._handler.on_any_event(FileModifiedEvent(self._path))

    def start(self) -> None:
        """Nothing is to be begun."""

    def stop(self) -> None:
        """Nothing is to be ended."""

    def join(self) -> None:
        """Nothing is to be waited for."""


class _Answer:
    """What a server answers, before anybody is told."""

    def __init__(
        self,
        ask: Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]],
        environ: WSGIEnvironment,
    ) -> None:
        self.status, self.headers = "", list[tuple[str, str]]()
        self.body = ask(environ, self._start)

    def _start(
        self, status: str, headers: list[tuple[str, str]], _error: object = None
    ) -> Callable[[bytes], object]:
        """Note how the answer begins; what it is made of follows."""
        self.status, self.headers = status, headers
        return lambda _data: None
