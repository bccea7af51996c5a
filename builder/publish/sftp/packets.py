"""Words of SFTP version 3 ↔ bytes (draft-ietf-secsh-filexfer-02, what every server speaks)."""

from __future__ import annotations

import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from builder.publish.line import LineLostError

_WORD = struct.Struct(">I")
_LONG = struct.Struct(">Q")
_HAS_SIZE, _HAS_OWNER, _HAS_MODE, _HAS_TIMES, _HAS_MORE = 1, 2, 4, 8, 1 << 31
_READS = 0x01
_WRITES_NEW = 0x02 | 0x08 | 0x20
"""Write, create, and refuse where something stands already."""


class Ask(IntEnum):
    """What is asked of a server (section 3)."""

    INIT = 1
    OPEN = 3
    CLOSE = 4
    READ = 5
    WRITE = 6
    LSTAT = 7
    FSTAT = 8
    OPENDIR = 11
    READDIR = 12
    REMOVE = 13
    MKDIR = 14
    RMDIR = 15
    STAT = 17
    RENAME = 18
    READLINK = 19
    SYMLINK = 20
    EXTENDED = 200


class Answer(IntEnum):
    """What a server answers."""

    VERSION = 2
    STATUS = 101
    HANDLE = 102
    DATA = 103
    NAME = 104
    ATTRS = 105
    EXTENDED = 201


class Status(IntEnum):
    """How a request ended (section 7); the last two are of later versions and told anyway."""

    OK = 0
    EOF = 1
    NO_SUCH_FILE = 2
    PERMISSION_DENIED = 3
    FAILURE = 4
    UNSUPPORTED = 8
    NO_SPACE = 14
    QUOTA_EXCEEDED = 15


class Request(NamedTuple):
    """One request without its number."""

    kind: Ask
    body: bytes


class Reply(NamedTuple):
    """One reply without its number."""

    kind: int
    body: bytes

    @property
    def status(self) -> int:
        """How the request ended; OK where the reply is what was asked for."""
        return Fields(self.body).take_word() if self.kind == Answer.STATUS else Status.OK


@dataclass(slots=True)
class Fields:
    """Reads the fields of a packet one after the other; LineLostError where it ends too early."""

    data: bytes
    at: int = 0

    @property
    def has_more(self) -> bool:
        """Whether a field is left."""
        return self.at < len(self.data)

    def take_word(self) -> int:
        """A number of four bytes."""
        return int(_WORD.unpack(self._take(4))[0])

    def take_long(self) -> int:
        """A number of eight bytes."""
        return int(_LONG.unpack(self._take(8))[0])

    def take_text(self) -> bytes:
        """Bytes after their length."""
        return self._take(self.take_word())

    def take_marks(self) -> Marks:
        """What is known of a file."""
        flags = self.take_word()
        size = self.take_long() if flags & _HAS_SIZE else None
        if flags & _HAS_OWNER:
            self.take_long()
        mode = self.take_word() if flags & _HAS_MODE else None
        if flags & _HAS_TIMES:
            self.take_long()
        if flags & _HAS_MORE:
            for _ in range(2 * self.take_word()):
                self.take_text()
        return Marks(size, mode is not None and stat.S_ISDIR(mode))

    def _take(self, count: int) -> bytes:
        """The next bytes."""
        taken = self.data[self.at : self.at + count]
        if len(taken) < count:
            raise LineLostError("a packet ends before its time")
        self.at += count
        return taken


class Marks(NamedTuple):
    """What a server tells of a file."""

    size_bytes: int | None
    """None: it tells none."""

    is_folder: bool


def read_marks(reply: Reply) -> Marks:
    """Of a reply with marks."""
    return Fields(reply.body).take_marks()


def read_names(reply: Reply) -> Iterator[tuple[str, Marks]]:
    """Of a reply with names."""
    fields = Fields(reply.body)
    for _ in range(fields.take_word()):
        name = fields.take_text().decode("utf-8", "surrogateescape")
        fields.take_text()
        yield name, fields.take_marks()


def read_handle(reply: Reply) -> bytes:
    """By what an open file is named."""
    return Fields(reply.body).take_text()


def about_path(kind: Ask, path: str) -> Request:
    """A request that only names a file."""
    return Request(kind, _path(path))


def about_handle(kind: Ask, handle: bytes) -> Request:
    """A request that only names an open file."""
    return Request(kind, _text(handle))


def open_new(path: str) -> Request:
    """Open a file that must not stand yet, to write it."""
    return Request(Ask.OPEN, _path(path) + struct.pack(">II", _WRITES_NEW, 0))


def open_standing(path: str) -> Request:
    """Open a file to read it."""
    return Request(Ask.OPEN, _path(path) + struct.pack(">II", _READS, 0))


def make_directory(path: str) -> Request:
    """Make a folder with the rights that the server gives."""
    return Request(Ask.MKDIR, _path(path) + _WORD.pack(0))


def write_at(handle: bytes, offset: int, data: bytes) -> Request:
    """Write bytes at an offset."""
    return Request(Ask.WRITE, _text(handle) + _LONG.pack(offset) + _text(data))


def read_at(handle: bytes, offset: int, count: int) -> Request:
    """Read up to so many bytes from an offset."""
    return Request(Ask.READ, _text(handle) + _LONG.pack(offset) + _WORD.pack(count))


def two_paths(kind: Ask, first: str, second: str) -> Request:
    """A request that names two files."""
    return Request(kind, _path(first) + _path(second))


def make_link(path: str, to: str) -> Request:
    """Make a symbolic link.

    OpenSSH, and who follows it, takes what is written in the link first, against section 6.10.
    """
    return two_paths(Ask.SYMLINK, to, path)


def extended(name: bytes, *paths: str) -> Request:
    """A request beyond the protocol that names files."""
    return Request(Ask.EXTENDED, _text(name) + b"".join(_path(path) for path in paths))


def read_room(reply: Reply) -> int:
    """Bytes that are left for us, of a reply to `statvfs@openssh.com` (OpenSSH, PROTOCOL 4.5)."""
    fields = Fields(reply.body)
    _, block_bytes, _, _, blocks_left = (fields.take_long() for _ in range(5))
    return block_bytes * blocks_left


def _path(path: str) -> bytes:
    """A path as a field."""
    return _text(path.encode("utf-8", "surrogateescape"))


def _text(data: bytes) -> bytes:
    """Bytes as a field."""
    return _WORD.pack(len(data)) + data
