"""Pages of a server on this machine, as a browser without a cache asks for them."""

from __future__ import annotations

import socket
import time

SECONDS = 30.0


def get(port: int, path: str) -> str:
    """A page with its head; empty where nobody listens any more."""
    question = f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n"
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=SECONDS) as connection:
            connection.sendall(question.encode())
            return b"".join(iter(lambda: connection.recv(65_536), b"")).decode("utf-8", "replace")
    except OSError:
        return ""


def wait_for(port: int, path: str, words: str) -> bool:
    """Whether a page comes to show some words."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if words in get(port, path):
            return True
        time.sleep(0.1)
    return False
