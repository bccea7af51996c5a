"""nginx, which serves what was published as a school's host does."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from tests.servers.launching import find_program, make_ground, pick_port, run_server

_SETTINGS = """\
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log stderr error;
events {{ worker_connections 64; }}
http {{
    types {{
        text/html html; text/css css; image/webp webp; image/png png; image/svg+xml svg;
        application/json json; application/javascript js; text/xml xml;
    }}
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/a;
    proxy_temp_path {folder}/b;
    fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d;
    scgi_temp_path {folder}/e;
    gzip on;
    gzip_min_length 0;
    gzip_types text/css application/json;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        index index.html;
    }}
}}
"""


@contextlib.contextmanager
def run_nginx(root: Path) -> Iterator[str]:
    """Serve a folder; the address of its first page, with `/` at the end."""
    program = find_program("nginx", "nginx-light")
    with make_ground("nginx") as folder:
        port = pick_port()
        settings = folder / "nginx.conf"
        settings.write_text(_SETTINGS.format(folder=folder, port=port, root=root), encoding="utf-8")
        command = (program, "-p", str(folder), "-c", str(settings), "-e", "stderr")
        with run_server(command, folder / "log", port=port):
            yield f"http://127.0.0.1:{port}/"
