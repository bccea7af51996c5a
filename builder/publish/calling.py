"""Host and port → an open socket, or the reason why nobody answers there."""

from __future__ import annotations

import socket

from builder.publish.line import UnreachableError

CONNECT_SECONDS = 15.0
ANSWER_SECONDS = 30.0


def call(host: str, port: int) -> socket.socket:
    """A socket to a server; UnreachableError says why there is none."""
    blanks = {"host": host, "port": str(port)}
    try:
        called = socket.create_connection((host, port), CONNECT_SECONDS)
    except (socket.gaierror, UnicodeError) as error:
        raise UnreachableError("server-unknown", **blanks) from error
    except TimeoutError as error:
        raise UnreachableError("server-silent", **blanks) from error
    except OSError as error:
        raise UnreachableError("server-unreachable", **blanks) from error
    called.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return called
