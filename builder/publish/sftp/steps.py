"""Steps of a publication → conversations with an SFTP server.

Whether a server knows OpenSSH's ways to rename over a file and to give a file a
second name is in its greeting; without them there is a longer way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from posixpath import basename, dirname, join

from builder.publish.drafts import Drafts
from builder.publish.line import LineLostError
from builder.publish.sftp import talks
from builder.publish.sftp.packets import (
    Answer,
    Ask,
    Reply,
    Request,
    Status,
    about_handle,
    extended,
    make_link,
    open_new,
    open_standing,
    read_handle,
    read_marks,
    two_paths,
    write_at,
)
from builder.publish.sftp.wire import Conversation
from builder.publish.storage import (
    Content,
    Keep,
    Link,
    Move,
    Prune,
    Remove,
    Send,
    Step,
    StorageError,
)

RENAME_OVER = b"posix-rename@openssh.com"
HARD_LINK = b"hardlink@openssh.com"
_PIECE_BYTES = 32_000
"""What every server takes in one request (section 3 asks for 34,000 with all around it)."""


class StepTalks:
    """Makes the conversation of each step."""

    def __init__(self, extensions: Mapping[bytes, bytes], drafts: Drafts) -> None:
        self._extensions = extensions
        self._drafts = drafts

    def of(self, step: Step) -> Conversation[None]:
        """The conversation of a step, whose paths are those of the server."""
        match step:
            case Send(content, path):
                return self._send(content, path)
            case Keep(path, kept):
                return self._keep(path, kept)
            case Move(source, path):
                return self._move(source, path)
            case Remove(path):
                return talks.remove(path)
            case Prune(folder):
                return talks.prune(folder)
            case Link(path, to):
                return self._link(path, to)

    def _send(self, content: Content, path: str) -> Conversation[None]:
        """Bytes of this machine go to the server."""
        return self._write_beside(path, lambda handle: _write_content(handle, content, path))

    def _keep(self, path: str, kept: str) -> Conversation[None]:
        """A second name for the same bytes, else a copy."""
        for _ in range(3 if HARD_LINK in self._extensions else 0):
            (linked,) = yield (extended(HARD_LINK, path, kept),)
            if linked.status == Status.OK:
                return
            if linked.status != Status.NO_SUCH_FILE:
                yield from talks.remove(kept)
            elif (yield from talks.look_at(path)) is None:
                return
            else:
                yield from talks.make_folder(dirname(kept))
        yield from self._copy(path, kept)

    def _copy(self, path: str, kept: str) -> Conversation[None]:
        """The bytes go to and fro."""
        (opened,) = yield (open_standing(path),)
        if opened.status == Status.NO_SUCH_FILE:
            return
        talks.require(opened, path, Answer.HANDLE)
        source = read_handle(opened)
        yield from self._write_beside(kept, lambda handle: _write_copy(handle, source, kept))
        yield (about_handle(Ask.CLOSE, source),)

    def _write_beside(
        self, path: str, write: Callable[[bytes], Conversation[int]]
    ) -> Conversation[None]:
        """Let a draft be written, and let it take its place once the server tells its size."""
        draft = self._drafts.begin(path)
        handle = yield from _open_draft(draft, path)
        try:
            sent = yield from write(handle)
            yield from _end_writing(handle, sent, path)
        except LineLostError:
            raise
        except Exception as error:
            is_full = talks.ROOM in self._extensions and (yield from talks.find_out_full(draft))
            yield (about_handle(Ask.CLOSE, handle),)
            yield from talks.drop(draft)
            self._drafts.end(draft)
            if is_full and isinstance(error, StorageError):
                raise StorageError("publish-full", **error.blanks) from error
            raise
        yield from self._take_place(draft, path)

    def _move(self, source: str, path: str) -> Conversation[None]:
        """Take the place of a file; done already where an earlier try's answer got lost."""
        (moved,) = yield (self._rename(source, path),)
        if moved.status == Status.NO_SUCH_FILE and (yield from talks.look_at(source)):
            yield from talks.make_folder(dirname(path))
            (moved,) = yield (self._rename(source, path),)
        if moved.status == Status.OK:
            return
        if moved.status == Status.NO_SUCH_FILE and (yield from talks.look_at(path)):
            return
        if moved.status == Status.NO_SUCH_FILE or RENAME_OVER in self._extensions:
            raise talks.refuse(moved, path)
        yield from self._move_aside(source, path, moved)

    def _move_aside(self, source: str, path: str, refused: Reply) -> Conversation[None]:
        """Where a server cannot replace, what stands steps aside, and back if that was in vain.

        It waits beside `source`, where whoever comes next looks for what is left.
        """
        aside = self._drafts.name(source)
        (stepped,) = yield (self._rename(path, aside),)
        if stepped.status != Status.OK:
            raise talks.refuse(refused, path)
        (moved,) = yield (self._rename(source, path),)
        if moved.status == Status.OK:
            yield from talks.drop(aside)
        else:
            yield (self._rename(aside, path),)
        talks.require(moved, path)

    def _link(self, path: str, to: str) -> Conversation[None]:
        """A link that takes the place of another."""
        # Always the same name: what a cut leaves is taken away by the next link.
        draft = join(dirname(path), f".{basename(path)}.part")
        yield from talks.drop(draft)
        (linked,) = yield (make_link(draft, to),)
        if linked.status == Status.NO_SUCH_FILE:
            yield from talks.make_folder(dirname(path))
            (linked,) = yield (make_link(draft, to),)
        talks.require(linked, path)
        yield from self._take_place(draft, path)

    def _take_place(self, draft: str, path: str) -> Conversation[None]:
        """The draft takes its place or goes."""
        try:
            yield from self._move(draft, path)
        except StorageError:
            yield from talks.drop(draft)
            self._drafts.end(draft)
            raise
        self._drafts.end(draft)

    def _rename(self, source: str, path: str) -> Request:
        """Ask to rename, over what stands if the server can."""
        if RENAME_OVER in self._extensions:
            return extended(RENAME_OVER, source, path)
        return two_paths(Ask.RENAME, source, path)


def _open_draft(draft: str, path: str) -> Conversation[bytes]:
    """Handle of a new file, in a folder that is made where it is missing."""
    (opened,) = yield (open_new(draft),)
    if opened.status == Status.NO_SUCH_FILE:
        yield from talks.make_folder(dirname(draft))
        (opened,) = yield (open_new(draft),)
    talks.require(opened, path, Answer.HANDLE)
    return read_handle(opened)


def _write_content(handle: bytes, content: Content, path: str) -> Conversation[int]:
    """Write what stands on this machine; how many bytes that were."""
    sent = 0
    for chunk in content.read_chunks():
        yield from _write(handle, sent, chunk, path)
        sent += len(chunk)
    return sent


def _write_copy(handle: bytes, source: bytes, path: str) -> Conversation[int]:
    """Write what stands on the server; how many bytes that were."""
    sent = 0
    while piece := (yield from talks.read_ahead(source, sent, path)):
        yield from _write(handle, sent, piece, path)
        sent += len(piece)
    return sent


def _write(handle: bytes, offset: int, data: bytes, path: str) -> Conversation[None]:
    """Write bytes in pieces that every server takes."""
    replies = yield tuple(
        write_at(handle, offset + start, data[start : start + _PIECE_BYTES])
        for start in range(0, len(data), _PIECE_BYTES)
    )
    for reply in replies:
        talks.require(reply, path)


def _end_writing(handle: bytes, sent: int, path: str) -> Conversation[None]:
    """Close; the server must tell the size that was sent, if it tells one."""
    told, closed = yield (about_handle(Ask.FSTAT, handle), about_handle(Ask.CLOSE, handle))
    talks.require(closed, path)
    size = read_marks(told).size_bytes if told.kind == Answer.ATTRS else None
    if size not in {None, sent}:
        raise StorageError("server-size", path=path, sent=str(sent), told=str(size))
