"""Requests of SFTP → replies, with many files under way at once.

What waits for an answer is a generator, and while one waits others ask: a long line
costs its delay once in many files, not once in each request.
"""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, Protocol, TypeAlias, TypeVar

from builder.publish.line import LineLostError
from builder.publish.sftp.packets import Answer, Ask, Fields, Reply, Request

T = TypeVar("T")

Conversation: TypeAlias = Generator[Sequence[Request], Sequence[Reply], T]
"""Gives requests, is sent their replies in the same order, and returns what came of it."""

_MOST_UNDER_WAY = 64
_PACKET_BYTES = 32_000
"""Requests are gathered up to so many bytes: one encrypted packet carries many."""

_RECEIVE_BYTES = 1 << 17
_MOST_REPLY_BYTES = 1 << 20
_VERSION = 3
_LENGTH = struct.Struct(">I")
_HEAD = struct.Struct(">IBI")


class Channel(Protocol):
    """The way to the server; LineLostError where it breaks."""

    def sendall(self, data: bytes) -> None:
        """Send all of it."""

    def recv(self, size: int) -> bytes:
        """What has come, at least one byte; nothing where the other side has closed."""


class Wire:
    """A server's SFTP subsystem at the other end of a channel."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._outgoing = bytearray()
        self._incoming = bytearray()
        self._last_number = 0
        self._expected: dict[int, Callable[[Reply], None]] = {}
        self.extensions: Mapping[bytes, bytes] = self._greet()
        """What the server can do beyond the protocol, by name."""

    def converse(self, talks: Iterable[Conversation[T]]) -> Iterator[T]:
        """What conversations return, in the order in which they end; many are under way at once.

        Where one fails, those under way are brought to their end and given, and
        then the first failure is raised. LineLostError leaves them where they are.
        Between two that are given, others may be held over the same wire.
        """
        crowd = _Crowd(self, iter(talks))
        try:
            while crowd.go_on():
                while crowd.done:
                    yield crowd.done.popleft()
        finally:
            crowd.abandon()
        if crowd.failure is not None:
            raise crowd.failure

    def hold(self, talk: Conversation[T]) -> T:
        """What one conversation returns."""
        (returned,) = self.converse((talk,))
        return returned

    def expect(self, request: Request, take: Callable[[Reply], None]) -> int:
        """Ask with the next packet; `take` gets the reply. The request's number."""
        self._last_number = (self._last_number + 1) & 0xFFFFFFFF
        self._expected[self._last_number] = take
        self._outgoing += _HEAD.pack(5 + len(request.body), request.kind, self._last_number)
        self._outgoing += request.body
        if len(self._outgoing) >= _PACKET_BYTES:
            self._flush()
        return self._last_number

    def forget(self, numbers: Iterable[int]) -> None:
        """Pass over the replies to these requests."""
        for number in numbers:
            self._expected.pop(number, None)

    def take_replies(self) -> None:
        """Let everything asked go out, wait for a reply, and hand on all that have come."""
        self._flush()
        self._take_reply()
        while self._has_reply():
            self._take_reply()

    def _greet(self) -> Mapping[bytes, bytes]:
        """Agree on the version; what else the server offers."""
        self._channel.sendall(_HEAD.pack(5, Ask.INIT, _VERSION))
        packet = self._receive_packet()
        if not packet.startswith(bytes([Answer.VERSION])):
            raise LineLostError("no SFTP server answers")
        fields, offered = Fields(packet, at=5), {}
        while fields.has_more:
            name = fields.take_text()
            offered[name] = fields.take_text()
        return offered

    def _flush(self) -> None:
        """Send what was gathered."""
        if self._outgoing:
            self._channel.sendall(bytes(self._outgoing))
            self._outgoing.clear()

    def _take_reply(self) -> None:
        """Hand on the next reply, if somebody still waits for it."""
        packet = self._receive_packet()
        take = self._expected.pop(Fields(packet, at=1).take_word(), None)
        if take is not None:
            take(Reply(packet[0], packet[5:]))

    def _has_reply(self) -> bool:
        """Whether a whole reply has come already."""
        return len(self._incoming) >= 4 and len(self._incoming) >= 4 + self._next_length()

    def _receive_packet(self) -> bytes:
        """The next packet without its length."""
        while not self._has_reply():
            received = self._channel.recv(_RECEIVE_BYTES)
            if not received:
                raise LineLostError("the server closed the connection")
            self._incoming += received
            if len(self._incoming) >= 4 and self._next_length() > _MOST_REPLY_BYTES:
                raise LineLostError("a reply of impossible length")
        end = 4 + self._next_length()
        packet = bytes(self._incoming[4:end])
        del self._incoming[:end]
        return packet

    def _next_length(self) -> int:
        """Bytes of the packet that comes."""
        return int(_LENGTH.unpack_from(self._incoming)[0])


class _Crowd(Generic[T]):
    """Conversations under way over one wire."""

    def __init__(self, wire: Wire, waiting: Iterator[Conversation[T]]) -> None:
        self.done: deque[T] = deque()
        self.failure: Exception | None = None
        self._wire = wire
        self._waiting = waiting
        self._under_way: dict[int, _UnderWay[T]] = {}

    def go_on(self) -> bool:
        """Let new ones begin and wait until one has ended; False when none is left."""
        while self.failure is None and len(self._under_way) < _MOST_UNDER_WAY:
            talk = next(self._waiting, None)
            if talk is None:
                break
            self._advance(_UnderWay(talk))
        while self._under_way and not self.done:
            self._wire.take_replies()
        return bool(self.done)

    def abandon(self) -> None:
        """Leave what is still under way; its replies will be passed over."""
        for one in self._under_way.values():
            self._wire.forget(one.numbers)
            one.talk.close()
        self._under_way.clear()

    def _advance(self, one: _UnderWay[T]) -> None:
        """Let a conversation hear its replies and ask again."""
        heard = [reply for reply in one.replies if reply is not None]
        try:
            requests = one.talk.send(heard) if heard else next(one.talk)
        except StopIteration as end:
            self._under_way.pop(id(one), None)
            self.done.append(end.value)
        except LineLostError:
            raise
        except Exception as error:  # noqa: BLE001 - raised when the others have ended
            self._under_way.pop(id(one), None)
            self.failure = self.failure or error
        else:
            self._under_way[id(one)] = one
            self._ask(one, requests)

    def _ask(self, one: _UnderWay[T], requests: Sequence[Request]) -> None:
        """Ask, and go on with the conversation once every reply has come."""
        one.replies, one.missing = [None] * len(requests), len(requests)

        def take(place: int, reply: Reply) -> None:
            one.replies[place] = reply
            one.missing -= 1
            if not one.missing:
                self._advance(one)

        one.numbers = [
            self._wire.expect(request, partial(take, place))
            for place, request in enumerate(requests)
        ]


@dataclass(slots=True)
class _UnderWay(Generic[T]):
    """A conversation that waits for replies."""

    talk: Conversation[T]
    replies: list[Reply | None] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    missing: int = 0
