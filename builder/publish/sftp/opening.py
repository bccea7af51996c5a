"""A target on a server that speaks SFTP → an open connection and its folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from posixpath import dirname
from typing import TypeVar

import paramiko

from builder.model.targets import PublishTarget
from builder.publish.calling import ANSWER_SECONDS
from builder.publish.drafts import Drafts
from builder.publish.line import KeptLine, LineLostError, UnreachableError
from builder.publish.paths import at_folder, join_path
from builder.publish.sftp import talks
from builder.publish.sftp.login import log_in
from builder.publish.sftp.steps import RENAME_OVER, StepTalks
from builder.publish.sftp.wire import Conversation, Wire
from builder.publish.storage import Connection, Step, Storage, StorageError, Surroundings

K = TypeVar("K")
T = TypeVar("T")


@contextmanager
def open_sftp(target: PublishTarget, surroundings: Surroundings) -> Iterator[Connection]:
    """Log in; a line that breaks is opened again."""
    drafts = Drafts()
    kept = KeptLine(target.host or "", lambda: _SftpLine(target, surroundings, drafts))
    try:
        yield SftpConnection(kept, dirname(target.path or ""))
    finally:
        with suppress(StorageError, LineLostError):
            _drop(kept.line, drafts.take_left())
        kept.close()


@dataclass(frozen=True, slots=True)
class SftpConnection:
    """A server on which we are logged in."""

    kept: KeptLine[_SftpLine]
    probed: str
    """Folder in which it is found out whether links can be made; it need not stand."""

    @property
    def offers_links(self) -> bool:
        """Whether a link can be made, and renamed over another."""
        if RENAME_OVER not in self.kept.line.wire.extensions:
            return False
        token = os.urandom(4).hex()
        return self.kept.do(lambda line: line.wire.hold(talks.find_out_links(self.probed, token)))

    def storage_at(self, folder: str) -> Storage:
        """A folder of the server."""
        return SftpStorage(self.kept, folder)


@dataclass(frozen=True, slots=True)
class SftpStorage:
    """Files below one folder of a server."""

    kept: KeptLine[_SftpLine]
    folder: str

    def load(self, path: str) -> bytes | None:
        """All bytes of a file."""
        return self._hold(lambda: talks.load(join_path(self.folder, path)))

    def list_names(self, folder: str) -> frozenset[str]:
        """Names in a folder."""
        return self._hold(lambda: talks.list_names(join_path(self.folder, folder)))

    def list_each(self, folders: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """Names in each of some folders, many asked for at once."""
        return self.kept.do(
            lambda line: dict(
                line.wire.converse(
                    _return(folder, talks.list_names(join_path(self.folder, folder)))
                    for folder in folders
                )
            )
        )

    def make_folder(self, folder: str) -> bool:
        """Make a folder; not tried again where the line breaks: nobody would know who made it."""
        try:
            return self.kept.line.wire.hold(talks.make_folder(join_path(self.folder, folder)))
        except LineLostError as error:
            raise self.kept.say_lost() from error

    def read_link(self, path: str) -> str | None:
        """What is written in a link."""
        return self._hold(lambda: talks.read_link(join_path(self.folder, path)))

    def carry_out(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Carry out many steps at once; those under way when the line breaks are begun again."""
        waiting, under_way = iter(steps), dict[int, Step]()
        while True:
            line = self.kept.line
            waiting, under_way = chain(tuple(under_way.values()), waiting), {}
            try:
                for number, _ in line.wire.converse(self._talk(line, waiting, under_way)):
                    yield under_way.pop(number)
                return
            except LineLostError as error:
                self.kept.reopen(line, error)

    def _talk(
        self, line: _SftpLine, steps: Iterable[Step], under_way: dict[int, Step]
    ) -> Iterator[Conversation[tuple[int, None]]]:
        """The conversation of each step; what is under way is written down."""
        for number, step in enumerate(steps):
            under_way[number] = step
            yield _return(number, line.talks.of(at_folder(step, self.folder)))

    def _hold(self, begin: Callable[[], Conversation[T]]) -> T:
        """What a conversation returns that bears to be held again."""
        return self.kept.do(lambda line: line.wire.hold(begin()))


def _drop(line: _SftpLine, left: Sequence[str]) -> None:
    """Remove what broken lines left, now that their servers have come to an end with it."""
    if left:
        line.wire.hold(talks.drop(*left))


class _SftpLine:
    """One login, until it breaks."""

    def __init__(self, target: PublishTarget, surroundings: Surroundings, drafts: Drafts) -> None:
        self._transport = log_in(target, surroundings)
        try:
            channel = self._transport.open_session(timeout=ANSWER_SECONDS)
            channel.settimeout(ANSWER_SECONDS)
            channel.invoke_subsystem("sftp")
            self.wire = Wire(_Channel(channel))
            self.talks = StepTalks(self.wire.extensions, drafts)
        except (paramiko.SSHException, LineLostError, OSError, EOFError) as error:
            self.close()
            raise UnreachableError("server-without-sftp", host=target.host or "") from error

    def close(self) -> None:
        """End the login."""
        self._transport.close()


@dataclass(frozen=True, slots=True)
class _Channel:
    """A channel of SSH whose failures are those of a lost line."""

    channel: paramiko.Channel

    def sendall(self, data: bytes) -> None:
        """Send all of it."""
        try:
            self.channel.sendall(data)
        except (OSError, EOFError, paramiko.SSHException) as error:
            raise LineLostError("nothing more can be sent") from error

    def recv(self, size: int) -> bytes:
        """What has come."""
        try:
            return self.channel.recv(size)
        except (OSError, EOFError, paramiko.SSHException) as error:
            raise LineLostError("nothing more comes") from error


def _return(name: K, talk: Conversation[T]) -> Conversation[tuple[K, T]]:
    """The conversation with its name beside what it returns."""
    returned = yield from talk
    return name, returned
