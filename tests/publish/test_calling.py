"""Sockets to servers."""

from __future__ import annotations

import socket

import pytest

from builder.publish.calling import call


@pytest.mark.skipif(not hasattr(socket, "TCP_QUICKACK"), reason="this system decides by itself")
def test_what_came_is_acknowledged_at_once() -> None:
    """After an exchange Linux would wait for something to send along."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        called = call(*listener.getsockname())
        answering, _ = listener.accept()
        with called, answering:
            words = []
            for word in (b"one", b"two", b"three"):
                called.sendall(word)
                answering.sendall(answering.recv(16))
                words.append(called.recv(16))
            is_prompt = called.getsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK)

    assert ([b"one", b"two", b"three"], 1) == (words, is_prompt)
