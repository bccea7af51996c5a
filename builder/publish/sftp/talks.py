"""What is read of an SFTP server, as conversations."""

from __future__ import annotations

from posixpath import dirname

from builder.publish.line import LineLostError
from builder.publish.paths import join_path
from builder.publish.sftp.packets import (
    Answer,
    Ask,
    Fields,
    Marks,
    Reply,
    Status,
    about_handle,
    about_path,
    extended,
    make_directory,
    make_link,
    open_standing,
    read_at,
    read_handle,
    read_marks,
    read_names,
    read_room,
)
from builder.publish.sftp.wire import Conversation
from builder.publish.storage import StorageError

_PIECE_BYTES = 32_000
_READS_AHEAD = 8
ROOM = b"statvfs@openssh.com"
_CODES = {
    Status.PERMISSION_DENIED: "publish-forbidden",
    Status.NO_SPACE: "publish-full",
    Status.QUOTA_EXCEEDED: "publish-full",
}
_MOST_WORDS = 120


def require(reply: Reply, path: str, expected: int = Answer.STATUS) -> None:
    """StorageError where the server refused what was asked about `path`."""
    if reply.status != Status.OK:
        raise refuse(reply, path)
    if reply.kind != expected:
        raise LineLostError(f"a reply of kind {reply.kind}")


def refuse(reply: Reply, path: str) -> StorageError:
    """What a server said against a path."""
    fields = Fields(reply.body)
    status = fields.take_word()
    words = fields.take_text().decode("utf-8", "replace")[:_MOST_WORDS] if fields.has_more else ""
    code = _CODES.get(Status(status) if status in _CODES else Status.FAILURE, "publish-refused")
    return StorageError(code, path=path, reason=" ".join(words.split()) or f"SFTP {status}")


def load(path: str) -> Conversation[bytes | None]:
    """All bytes of a file; None where no file stands."""
    (opened,) = yield (open_standing(path),)
    if opened.status == Status.NO_SUCH_FILE:
        return None
    require(opened, path, Answer.HANDLE)
    handle = read_handle(opened)
    (told,) = yield (about_handle(Ask.FSTAT, handle),)
    loaded = bytearray()
    is_file = told.kind != Answer.ATTRS or not read_marks(told).is_folder
    while is_file:
        piece = yield from read_ahead(handle, len(loaded), path)
        loaded += piece
        if not piece:
            break
    yield (about_handle(Ask.CLOSE, handle),)
    return bytes(loaded) if is_file else None


def read_ahead(handle: bytes, offset: int, path: str) -> Conversation[bytes]:
    """The next bytes of an open file; none at its end."""
    asked = [
        read_at(handle, offset + number * _PIECE_BYTES, _PIECE_BYTES)
        for number in range(_READS_AHEAD)
    ]
    read = bytearray()
    for reply in (yield asked):
        if reply.status == Status.EOF:
            break
        require(reply, path, Answer.DATA)
        piece = Fields(reply.body).take_text()
        read += piece
        # What follows a short piece was asked for at the wrong place.
        if len(piece) < _PIECE_BYTES:
            break
    return bytes(read)


def list_names(folder: str) -> Conversation[frozenset[str]]:
    """Names in a folder, those of folders with a stroke; none where there is no folder."""
    (opened,) = yield (about_path(Ask.OPENDIR, folder),)
    if opened.status == Status.NO_SUCH_FILE:
        return frozenset()
    require(opened, folder, Answer.HANDLE)
    handle, names = read_handle(opened), set()
    while True:
        (told,) = yield (about_handle(Ask.READDIR, handle),)
        if told.status == Status.EOF:
            break
        require(told, folder, Answer.NAME)
        names |= {name + "/" * marks.is_folder for name, marks in read_names(told)}
    yield (about_handle(Ask.CLOSE, handle),)
    return frozenset(names - {"./", "../", ".", ".."})


def read_link(path: str) -> Conversation[str | None]:
    """What is written in a link; None where none stands."""
    (told,) = yield (about_path(Ask.READLINK, path),)
    if told.kind != Answer.NAME:
        return None
    return next((name for name, _ in read_names(told)), None)


def look_at(path: str) -> Conversation[Marks | None]:
    """What stands at a path, links followed; None where nothing stands."""
    (told,) = yield (about_path(Ask.STAT, path),)
    if told.status == Status.NO_SUCH_FILE:
        return None
    require(told, path, Answer.ATTRS)
    return read_marks(told)


def make_folder(path: str) -> Conversation[bool]:
    """Make a folder and those above it; False where it stood."""
    (made,) = yield (make_directory(path),)
    if made.status == Status.NO_SUCH_FILE and dirname(path) not in {"", path}:
        yield from make_folder(dirname(path))
        (made,) = yield (make_directory(path),)
    if made.status == Status.OK:
        return True
    marks = yield from look_at(path)
    if marks is None or not marks.is_folder:
        raise refuse(made, path)
    return False


def remove(path: str) -> Conversation[None]:
    """A file goes; one that isn't there is fine."""
    (told,) = yield (about_path(Ask.REMOVE, path),)
    if told.status != Status.NO_SUCH_FILE:
        require(told, path)


def prune(folder: str) -> Conversation[None]:
    """A folder goes if it is empty: a server removes no other."""
    yield (about_path(Ask.RMDIR, folder),)


def drop(*drafts: str) -> Conversation[None]:
    """Temporary names go, as far as they are there."""
    yield tuple(about_path(Ask.REMOVE, draft) for draft in drafts)


def find_out_links(folder: str, token: str) -> Conversation[bool]:
    """Whether links can be made in a folder, or above it where it isn't; nothing stays behind."""
    while folder not in {"", "/", "."} and (yield from look_at(folder)) is None:
        folder = dirname(folder)
    probe, to = join_path(folder, f".outreach-{token}"), f"nowhere-{token}"
    (made,) = yield (make_link(probe, to),)
    if made.status != Status.OK:
        return False
    written = yield from read_link(probe)
    # A server that takes the two names the other way round has made the other one.
    yield from drop(probe if written == to else to)
    return written == to


def find_out_full(path: str) -> Conversation[bool]:
    """Whether the disk on which a file stands has no room left; False where nobody tells."""
    (told,) = yield (extended(ROOM, path),)
    return told.kind == Answer.EXTENDED and read_room(told) < _PIECE_BYTES
