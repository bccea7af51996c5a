"""What a server says over SFTP is believed only as far as it can be understood."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.publish.line import LineLostError
from builder.publish.sftp import talks
from builder.publish.sftp.packets import Answer, Ask, Reply, Request, about_path
from builder.publish.sftp.wire import Conversation, Wire
from builder.publish.storage import StorageError

GREETING = struct.pack(">IBI", 5, Answer.VERSION, 3)


@dataclass
class Server:
    """Answers each request by a rule."""

    rule: Callable[[Ask, bytes], tuple[int, bytes]]
    said: bytearray = field(default_factory=bytearray)
    heard: bytearray = field(default_factory=bytearray)
    most: int = 0
    """Requests that stood unanswered at one moment, at most."""

    waiting: list[tuple[int, Ask, bytes]] = field(default_factory=list)

    def sendall(self, data: bytes) -> None:
        """Hear requests."""
        self.heard += data
        while len(self.heard) >= 4:
            end = 4 + struct.unpack_from(">I", self.heard)[0]
            if len(self.heard) < end:
                return
            kind, number = struct.unpack_from(">BI", self.heard, 4)
            if kind == Ask.INIT:
                self.said += GREETING
            else:
                self.waiting.append((number, Ask(kind), bytes(self.heard[9:end])))
            del self.heard[:end]
        self.most = max(self.most, len(self.waiting))

    def recv(self, size: int) -> bytes:
        """Answer what waits, the newest first."""
        while self.waiting:
            number, kind, body = self.waiting.pop()
            answer, told = self.rule(kind, body)
            self.said += struct.pack(">IBI", 5 + len(told), answer, number) + told
        said = bytes(self.said[:size])
        del self.said[:size]
        return said


@dataclass
class Babbler:
    """Greets, and then says what it likes."""

    said: bytes

    def sendall(self, data: bytes) -> None:
        """Hears nothing."""

    def recv(self, size: int) -> bytes:
        """A few bytes at a time."""
        most = min(size, 7)
        piece, self.said = self.said[:most], self.said[most:]
        return piece


def status(number: int, words: str = "") -> tuple[int, bytes]:
    """An answer that says how a request ended."""
    told = words.encode()
    return Answer.STATUS, struct.pack(">I", number) + struct.pack(">I", len(told)) + told


def echo(name: str, times: int = 2) -> Conversation[str]:
    """A conversation that asks about a name some times."""
    for _ in range(times):
        (reply,) = yield (about_path(Ask.REMOVE, name),)
        talks.require(reply, name)
    return name


def test_many_are_under_way_and_none_is_lost() -> None:
    """Whatever the order of answers; but not more than a server bears."""
    server = Server(lambda _, __: status(0))
    names = [f"{n}" for n in range(500)]
    done = list(Wire(server).converse(echo(name, 1 + int(name) % 3) for name in names))

    assert (sorted(names), True) == (sorted(done), 16 < server.most <= 64)


def test_after_a_failure_those_under_way_end_and_no_other_begins() -> None:
    """What was done is told before the failure is."""
    server = Server(lambda _, body: status(3 if body.endswith(b"10") else 0))
    begun: list[str] = []

    def begin(name: str) -> Conversation[str]:
        begun.append(name)
        return echo(name)

    done: list[str] = []
    with pytest.raises(StorageError) as raised:
        done.extend(Wire(server).converse(begin(f"{n}") for n in range(500)))

    assert ("publish-forbidden", sorted(set(begun) - {"10"})) == (raised.value.code, sorted(done))
    assert len(begun) < 200


def test_another_conversation_may_be_held_between_two() -> None:
    """Answers find whom they belong to."""
    wire = Wire(Server(lambda _, __: status(0)))
    done = []
    for name in wire.converse(echo(f"{n}") for n in range(100)):
        done += [name, wire.hold(echo(f"between {name}"))]

    assert 200 == len(set(done))


def test_what_a_server_says_in_words_is_told_shortly() -> None:
    """On one line, and no more than a sentence bears."""
    server = Server(lambda _, __: status(4, "no\nroom " + "x" * 500))
    with pytest.raises(StorageError) as raised:
        Wire(server).hold(echo("a.html"))

    assert ("publish-refused", "a.html", "no room xxx", 120) == (
        raised.value.code,
        raised.value.blanks["path"],
        raised.value.blanks["reason"][:11],
        len(raised.value.blanks["reason"]),
    )


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0 hello",
        GREETING,
        GREETING + b"\x00\x00\x00\x01\x65",
        GREETING + struct.pack(">IBI", 5, Answer.STATUS, 1),
        GREETING + struct.pack(">I", 1 << 30),
        GREETING + struct.pack(">IBII", 9, Answer.HANDLE, 1, 400),
    ],
    ids=["nothing", "another", "no answer", "no number", "no status", "too long", "cut field"],
)
def test_a_server_that_makes_no_sense_is_a_lost_line(said: bytes) -> None:
    """And never a crash."""
    with pytest.raises(LineLostError):
        Wire(Babbler(said)).hold(talks.load("a.html"))


def requests() -> Sequence[Callable[[], Conversation[object]]]:
    """Everything that is read of a server."""
    return (
        lambda: talks.load("a"),
        lambda: talks.list_names("a"),
        lambda: talks.read_link("a"),
        lambda: talks.look_at("a"),
        lambda: talks.make_folder("a/b"),
        lambda: talks.find_out_links("a", "t"),
        lambda: talks.find_out_full("a"),
    )


@given(
    st.sampled_from(requests()),
    st.lists(st.tuples(st.sampled_from([101, 102, 103, 104, 105, 201, 7]), st.binary(max_size=60))),
)
def test_no_answer_crashes_us(
    begin: Callable[[], Conversation[object]], answers: list[tuple[int, bytes]]
) -> None:
    """Any bytes are understood, refused in a sentence, or a lost line."""
    left = iter(answers)
    server = Server(lambda _, __: next(left, status(4)))
    with contextlib.suppress(LineLostError, StorageError):
        Wire(server).hold(begin())

    assert [] == server.waiting


def test_requests_are_what_the_protocol_says() -> None:
    """Length, kind, number and a path with its length (section 3)."""
    heard = Babbler(GREETING)
    sent: list[bytes] = []
    heard.sendall = sent.append  # type: ignore[method-assign]
    wire = Wire(heard)
    wire.expect(Request(Ask.REMOVE, about_path(Ask.REMOVE, "\u00e0").body), lambda _: None)
    with pytest.raises(LineLostError):
        wire.take_replies()

    assert [
        bytes.fromhex("00000005 01 00000003"),
        bytes.fromhex("0000000b 0d 00000001 00000002 c3a0"),
    ] == sent


def test_a_reply_that_is_no_status_is_well() -> None:
    """Only a status can say that something went wrong."""
    assert 0 == Reply(Answer.HANDLE, b"\x00\x00\x00\x01x").status
