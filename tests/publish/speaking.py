"""Somebody at a port who is no server of ours."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def speak(says: bytes) -> Iterator[int]:
    """Somebody at a port who says the same to everybody."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        heard: list[socket.socket] = []

        def answer() -> None:
            with contextlib.suppress(OSError):
                client, _ = listener.accept()
                heard.append(client)
                client.sendall(says)

        thread = threading.Thread(target=answer)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            thread.join()
            for client in heard:
                client.close()
