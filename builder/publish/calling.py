"""Host and port → an open socket, or the reason why nobody answers there."""

from __future__ import annotations

import socket

from builder.publish.line import UnreachableError

CONNECT_SECONDS = 15.0
ANSWER_SECONDS = 30.0


def call(host: str, port: int) -> socket.socket:
    """A socket to a server; UnreachableError says why there is none."""
    try:
        called = socket.create_connection((host, port), CONNECT_SECONDS)
    except (OSError, UnicodeError) as error:
        raise say_unreachable(error, host, port) from error
    called.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return called


def say_unreachable(error: OSError | UnicodeError, host: str, port: int) -> UnreachableError:
    """Why nobody answers."""
    code = "server-unreachable"
    if isinstance(error, socket.gaierror | UnicodeError):
        code = "server-unknown"
    elif isinstance(error, TimeoutError):
        code = "server-silent"
    return UnreachableError(code, host=host, port=str(port))
