"""Steps of a publication → commands of FTP.

RefusalError goes through where a server refuses what can't be done in another way.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from posixpath import basename, dirname
from tempfile import SpooledTemporaryFile

from builder.publish.drafts import Drafts
from builder.publish.ftp.control import Control, RefusalError
from builder.publish.line import LineLostError
from builder.publish.storage import (
    CHUNK_BYTES,
    Keep,
    Link,
    Move,
    Prune,
    Remove,
    Send,
    Step,
    StorageError,
)

_SPOOL_BYTES = 1 << 20


def carry_out(control: Control, drafts: Drafts, step: Step) -> None:
    """One step, whose paths are those of the server."""
    match step:
        case Send(content, path):
            _send(control, drafts, content.read_chunks(), path)
        case Keep(path, kept):
            _keep(control, drafts, path, kept)
        case Move(source, path):
            _move(control, drafts, source, path)
        case Remove(path):
            _remove(control, path)
        case Prune(folder):
            _prune(control, folder)
        case Link():
            raise TypeError("FTP knows no links")


def load(control: Control, path: str) -> bytes | None:
    """All bytes of a file; None where no file stands."""
    loaded = bytearray()
    try:
        control.fetch(path, loaded.extend)
    except RefusalError as error:
        if not _stands(control, path) or _is_folder(control, path):
            return None
        raise error.about(path) from error
    return bytes(loaded)


def make_folder(control: Control, path: str) -> bool:
    """Make a folder and those above it; False where it stood."""
    with suppress(RefusalError):
        control.ask("MKD", path)
        return True
    if _is_folder(control, path):
        return False
    if dirname(path) != path:
        make_folder(control, dirname(path))
    try:
        control.ask("MKD", path)
    except RefusalError:
        if _is_folder(control, path):
            return False
        raise
    return True


def drop(control: Control, drafts: Iterable[str]) -> None:
    """Temporary names go, as far as they are there."""
    for draft in drafts:
        with suppress(RefusalError):
            control.ask("DELE", draft)


def _send(control: Control, drafts: Drafts, chunks: Iterable[bytes], path: str) -> None:
    """Write beside the file, then take its place once the server tells its size."""
    draft = drafts.begin(path)
    try:
        try:
            sent = control.store(draft, chunks)
        except RefusalError:
            if not make_folder(control, dirname(path)):
                raise
            sent = control.store(draft, chunks)
        _check_size(control, draft, path, sent)
        _move(control, drafts, draft, path)
    except LineLostError:
        raise
    except Exception:
        drop(control, [draft])
        drafts.end(draft)
        raise
    drafts.end(draft)


def _check_size(control: Control, draft: str, path: str, sent: int) -> None:
    """StorageError where the server tells another size than was sent."""
    told = control.tell_size(draft)
    if told not in {None, sent}:
        raise StorageError("server-size", path=path, sent=str(sent), told=str(told))


def _keep(control: Control, drafts: Drafts, path: str, kept: str) -> None:
    """The bytes go to and fro: FTP has no copies."""
    with SpooledTemporaryFile(_SPOOL_BYTES) as spool:
        try:
            control.fetch(path, spool.write)
        except RefusalError:
            if _stands(control, path):
                raise
            return
        spool.seek(0)
        _send(control, drafts, iter(lambda: spool.read(CHUNK_BYTES), b""), kept)


def _move(control: Control, drafts: Drafts, source: str, path: str) -> None:
    """Take the place of a file; done already where an earlier try's answer got lost."""
    try:
        _rename(control, source, path)
    except RefusalError:
        if not _stands(control, source):
            if not _stands(control, path):
                raise
            return
        if make_folder(control, dirname(path)):
            _rename(control, source, path)
        elif _stands(control, path):
            _move_aside(control, drafts, source, path)
        else:
            raise


def _move_aside(control: Control, drafts: Drafts, source: str, path: str) -> None:
    """Where a server cannot replace, what stands steps aside, and back if that was in vain.

    It waits beside `source`, where whoever comes next looks for what is left.
    """
    aside = drafts.name(source)
    _rename(control, path, aside)
    try:
        _rename(control, source, path)
    except RefusalError:
        _rename(control, aside, path)
        raise
    drop(control, [aside])


def _rename(control: Control, source: str, path: str) -> None:
    """Give a file another name."""
    control.ask("RNFR", source)
    control.ask("RNTO", path)


def _remove(control: Control, path: str) -> None:
    """A file goes; one that isn't there is fine."""
    try:
        control.ask("DELE", path)
    except RefusalError:
        if _stands(control, path):
            raise


def _prune(control: Control, folder: str) -> None:
    """A folder goes if nothing is seen in it: not every server refuses to remove a full one."""
    if not control.list_names(folder):
        with suppress(RefusalError):
            control.ask("RMD", folder)


def _stands(control: Control, path: str) -> bool:
    """Whether anything stands at a path."""
    names = control.list_names(dirname(path))
    return not names.isdisjoint({basename(path), f"{basename(path)}/"})


def _is_folder(control: Control, path: str) -> bool:
    """Whether a folder stands at a path."""
    try:
        control.ask("CWD", path)
    except RefusalError:
        return False
    return True
