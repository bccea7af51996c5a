"""Host and port → an open socket, or the reason why nobody answers there."""

from __future__ import annotations

import socket

from builder.publish.line import UnreachableError

CONNECT_SECONDS = 15.0
ANSWER_SECONDS = 30.0


class _PromptSocket(socket.socket):
    """Acknowledges what came at once.

    A server that puts small parts together sends its next one only then, and a
    system that waits for something to send along with the word waits 40 ms.
    """

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        """Bytes that came; Linux forgets after each how they are to be acknowledged."""
        data = super().recv(size, flags)
        if hasattr(socket, "TCP_QUICKACK"):
            self.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        return data


def call(host: str, port: int) -> socket.socket:
    """A socket to a server, for small words to and fro; UnreachableError says why there is none."""
    try:
        called = socket.create_connection((host, port), CONNECT_SECONDS)
    except (OSError, UnicodeError) as error:
        raise say_unreachable(error, host, port) from error
    prompt = _PromptSocket(fileno=called.detach())
    prompt.settimeout(CONNECT_SECONDS)
    prompt.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return prompt


def say_unreachable(error: OSError | UnicodeError, host: str, port: int) -> UnreachableError:
    """Why nobody answers."""
    code = "server-unreachable"
    if isinstance(error, socket.gaierror | UnicodeError):
        code = "server-unknown"
    elif isinstance(error, TimeoutError):
        code = "server-silent"
    return UnreachableError(code, host=host, port=str(port))
