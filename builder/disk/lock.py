"""One holder at a time: a lock that its holder's death releases."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from builder.model.failures import CommandError

_PAUSE_SECONDS = 0.1
_LOCKED_BYTE = 1 << 30
"""Far behind the text, which others must be able to read on Windows while the byte is locked."""

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _lock_folder(_folder: Path) -> None:
        """None can be locked."""

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _lock_folder(folder: Path) -> int | None:
        """The open folder, once no other process has it; None where it can't be had."""
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except OSError:
            return None
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        return descriptor


@contextlib.contextmanager
def hold_lock(file: Path, *, wait_seconds: float) -> Iterator[None]:
    """Hold the lock `file` for the block; its folder is made and, at the end, removed if empty.

    The operating system releases the lock of a dead holder, so nobody has
    to guess whether a process number still means the same process.
    CommandError `lock-held` tells who holds it after `wait_seconds`.
    """
    descriptor = _wait_for(file, time.monotonic() + wait_seconds)
    try:
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"{os.getpid()} {time.strftime('%H:%M')}".encode())
        yield
    finally:
        if sys.platform == "win32":
            os.close(descriptor)
        with contextlib.suppress(OSError):
            file.unlink()
        if sys.platform != "win32":
            os.close(descriptor)
        with contextlib.suppress(OSError):
            file.parent.rmdir()


@contextlib.contextmanager
def take_turn(folder: Path) -> Iterator[None]:
    """Let only one of the processes at a time do what stands in the block.

    They meet at a folder; where there is none, or the system can't lock it, nobody waits.
    """
    descriptor = _lock_folder(folder)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _wait_for(file: Path, deadline: float) -> int:
    """Descriptor of the locked file."""
    while True:
        descriptor = _try(file)
        if descriptor is not None:
            return descriptor
        if time.monotonic() > deadline:
            pid, _, since = _read_holder(file).partition(" ")
            raise CommandError("lock-held", pid=pid or "?", since=since or "?")
        time.sleep(_PAUSE_SECONDS)


def _try(file: Path) -> int | None:
    """Descriptor if the lock is ours now: locked, and still the file that others will open."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    except FileNotFoundError:
        return None
    try:
        _lock(descriptor)
        if os.path.samestat(os.fstat(descriptor), file.stat()):
            return descriptor
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass
    os.close(descriptor)
    return None


def _read_holder(file: Path) -> str:
    """Process and time that the holder wrote; empty where it is gone."""
    try:
        return file.read_bytes().decode("ascii", "replace")
    except OSError:
        return ""
