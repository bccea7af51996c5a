"""A line that breaks where a test wants it to: a relay between a publisher and a server.

It counts what the publisher sends, over all connections together. For FTP it
also stands between the connections that carry files: the port that a server
names in its reply is replaced by one of the relay's own.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from typing import TypeVar

_PIECE = 1 << 16
_PASSIVE = re.compile(rb"^(227 [^(]*\(\d+,\d+,\d+,\d+),(\d+),(\d+)(\).*)$", re.DOTALL)
_HOST = "127.0.0.1"
_PATIENCE_SECONDS = 20
T = TypeVar("T")


@dataclass
class Counted:
    """What clients did since the line was last mended."""

    sent_bytes: int = 0
    commands: int = 0
    """Lines of FTP's control connection, or pieces of any other talk."""

    cuts: int = 0
    connections: int = 0


class Cutter:
    """Relays to a port of this machine; breaks after so many bytes or commands of the client."""

    def __init__(self, server_port: int, *, speaks_ftp: bool = False) -> None:
        self.counted = Counted()
        self.port = 0
        self._server_port = server_port
        self._speaks_ftp = speaks_ftp
        self._bytes_left: int | None = None
        self._commands_left: int | None = None
        self._stays_down = True
        self._stalls = False
        self._down = False
        self._writers: set[asyncio.StreamWriter] = set()
        self._listeners: list[asyncio.Server] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._ask(self._begin())

    def cut_after(
        self,
        *,
        sent_bytes: int | None = None,
        commands: int | None = None,
        stays_down: bool = True,
        stalls: bool = False,
    ) -> None:
        """Break once the clients have sent so much from now on; nobody gets through until `mend`.

        What was sent up to there still reaches the server. Without
        `stays_down` the next connection goes through. A line that `stalls`
        is not closed: nothing comes through any more.
        """

        async def arm() -> None:
            self._bytes_left, self._commands_left = sent_bytes, commands
            self._stays_down, self._stalls = stays_down, stalls

        self._ask(arm())

    @property
    def is_dead(self) -> bool:
        """Whether a line that stalls has come to where nothing gets through any more."""
        left = (self._bytes_left, self._commands_left)
        return self._stalls and any(one is not None and one < 0 for one in left)

    def mend(self) -> Counted:
        """Let everything through again; what was counted until now.

        A connection that went dead is closed: what comes after a gap must not get through.
        """

        async def begin_anew() -> Counted:
            if self.is_dead:
                self._drop()
            self._bytes_left = self._commands_left = None
            self._down = False
            counted, self.counted = self.counted, Counted()
            return counted

        return self._ask(begin_anew())

    def close(self) -> None:
        """Stop, with all that is open."""
        self._ask(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _ask(self, work: Coroutine[None, None, T]) -> T:
        """Do something in the relay's own thread."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE_SECONDS)

    async def _begin(self) -> None:
        """Listen."""
        listener = await asyncio.start_server(self._take, _HOST, 0)
        self._listeners.append(listener)
        self.port = listener.sockets[0].getsockname()[1]

    async def _end(self) -> None:
        """Close all."""
        for listener in self._listeners:
            listener.close()
        self._drop()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.wait(others, timeout=_PATIENCE_SECONDS / 2)

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Relay what a client says to the server."""
        await self._relay(reader, writer, self._server_port, is_control=True)

    async def _relay(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        port: int,
        *,
        is_control: bool,
    ) -> None:
        """Carry both ways until both ends have closed or the line breaks."""
        self.counted.connections += 1
        if self._down:
            writer.transport.abort()
            return
        writers = {writer}
        try:
            theirs, ours = await asyncio.open_connection(_HOST, port)
            writers.add(ours)
            self._writers |= writers
            await asyncio.gather(
                self._carry_up(reader, ours, is_control=is_control),
                self._carry_down(theirs, writer, is_control=is_control),
            )
        except OSError:
            pass
        finally:
            self._writers -= writers
            for one in writers:
                one.close()

    async def _carry_up(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_control: bool
    ) -> None:
        """What the client sends, counted."""
        while piece := await reader.read(_PIECE):
            kept = self._count(piece, is_control=is_control)
            writer.write(kept)
            if len(kept) < len(piece):
                if self._stalls:
                    continue
                self._break(writer)
                return
            await writer.drain()
        with contextlib.suppress(OSError):
            writer.write_eof()

    async def _carry_down(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_control: bool
    ) -> None:
        """What the server answers."""
        while piece := await reader.read(_PIECE):
            writer.write(await self._replace_port(piece) if is_control else piece)
            await writer.drain()
        with contextlib.suppress(OSError):
            writer.write_eof()

    def _count(self, piece: bytes, *, is_control: bool) -> bytes:
        """What of a piece still goes through."""
        commands = 1
        if self._speaks_ftp:
            commands = piece.count(b"\n") if is_control else 0
        self.counted.sent_bytes += len(piece)
        self.counted.commands += commands
        kept = piece
        if self._commands_left is not None:
            self._commands_left -= commands
            if self._commands_left < 0:
                kept = b""
        if self._bytes_left is not None:
            kept = kept[: max(0, self._bytes_left)]
            self._bytes_left -= len(piece)
        return kept

    async def _replace_port(self, piece: bytes) -> bytes:
        """The reply to PASV with a port of ours in it."""
        passive = _PASSIVE.match(piece) if self._speaks_ftp else None
        if passive is None:
            return piece
        start, high, low, rest = passive.groups()
        port = int(high) * 256 + int(low)

        async def take_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            listener.close()
            self._listeners.remove(listener)
            await self._relay(reader, writer, port, is_control=False)

        listener = await asyncio.start_server(take_once, _HOST, 0)
        self._listeners.append(listener)
        own = listener.sockets[0].getsockname()[1]
        return b"%s,%d,%d%s" % (start, own // 256, own % 256, rest)

    def _break(self, last: asyncio.StreamWriter) -> None:
        """Break every connection; to `last` goes what was still sent."""
        self.counted.cuts += 1
        self._down = self._stays_down
        self._bytes_left = self._commands_left = None
        self._writers.discard(last)
        last.close()
        self._drop()

    def _drop(self) -> None:
        """Break every connection at once."""
        dropped, self._writers = self._writers, set()
        for writer in dropped:
            writer.transport.abort()


@contextlib.contextmanager
def run_cutter(server_port: int, *, speaks_ftp: bool = False) -> Iterator[Cutter]:
    """A relay to a server of this machine."""
    cutter = Cutter(server_port, speaks_ftp=speaks_ftp)
    try:
        yield cutter
    finally:
        cutter.close()
