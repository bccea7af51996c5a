"""Bytes → a file that is there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path


def write_whole(file: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace `file` by `data` in one step; folders above it are made.

    Who may read and write it stays as it was: colleagues share the folder.
    `durable` waits until the bytes are on the disk; what can be made again
    at any time need not wait.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name[:80]}.{secrets.token_hex(6)}.tmp")
    try:
        with draft.open("xb") as stream:
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        with contextlib.suppress(OSError):
            draft.chmod(stat.S_IMODE(file.stat().st_mode))
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def write_new(file: Path, data: bytes) -> bool:
    """Write a file that must not be there yet; False where it is, and it stays as it was."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        stream = file.open("xb")
    except FileExistsError:
        return False
    with stream:
        stream.write(data)
    return True


def write_staged(file: str, data: bytes) -> None:
    """Write a file that nobody looks at before all beside it stand; folders above it are made.

    A site has tens of thousands, and nothing is done twice.
    """
    make_folder(os.path.dirname(file))  # noqa: PTH120
    with open(file, "wb", buffering=0) as stream:  # noqa: PTH123
        stream.write(data)


def make_folder(folder: str) -> None:
    """Make a folder and those above it; one that stands is left as it is.

    It is tried before it is looked for: of ten thousands nearly each is new.
    """
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
