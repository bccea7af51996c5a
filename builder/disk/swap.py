"""Two folders change places, in one step where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_OFFERED = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


def exchange_folders(first: Path, second: Path) -> bool:
    """Let two folders change names in one step; False where the system cannot, nothing done then.

    Linux's renameat2(2); some file systems (network shares) refuse the flag.
    """
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    names = (os.fsencode(first), os.fsencode(second))
    if call(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_OFFERED:
        return False
    raise OSError(number, os.strerror(number), str(second))


def swap_in(stage: Path, target: Path, old: Path) -> None:
    """Put `stage` at `target`; what stood there stands at `old` afterwards.

    Without an exchange there is a moment in which nothing stands at
    `target`; `old` is the trace by which `restore_target` knows it.
    """
    if not target.exists():
        stage.rename(target)
        return
    if exchange_folders(stage, target):
        stage.rename(old)
        return
    target.rename(old)
    try:
        stage.rename(target)
    except OSError:
        old.rename(target)
        raise


def restore_target(target: Path, old: Path) -> None:
    """Put back what stood at `target` where a kill fell between the two renames."""
    if old.exists() and not target.exists():
        old.rename(target)
