"""A small web server of this machine, to look at what was published."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote

Serve = Callable[..., str]


@contextmanager
def serving() -> Iterator[Serve]:
    """Serve files below an address that is given, until the block ends."""
    servers = []

    def begin(files: Mapping[str, bytes], *, packs: bool = False) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = unquote(self.path).removeprefix("/doi-ngoai/")
                data = files.get(path if path and not path.endswith("/") else f"{path}index.html")
                self.send_response(404 if data is None else 200)
                if packs:
                    self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(gzip.compress(data or b"") if packs else data or b"")

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/doi-ngoai/"

    try:
        yield begin
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
