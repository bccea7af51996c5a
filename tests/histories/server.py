"""A process in which the program is loaded and which runs each command in a child of its own.

One order a line on its input, one answer a line on its output. A command costs
a fork in place of a start, so hundreds of them can be tried.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Mapping
from typing import Any, cast

from builder.cli import main

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CHANGES = frozenset(
    (
        *("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.chmod", "os.utime"),
        *("sqlite3.connect", "ctypes.dlsym"),
    )
)
"""Events of the interpreter by which a disk changes; folders are exchanged through ctypes."""

_NOT_LOADED = ("typst", "__main__")
"""Typst starts threads, which no fork survives."""


def serve() -> None:
    """Answer orders until there are no more."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        replies.write(json.dumps(_answer(json.loads(line))) + "\n")
        replies.flush()


def _answer(order: Mapping[str, Any]) -> Mapping[str, object]:
    """Run one command: its exit status, what it told, how often it changed the disk."""
    outputs = [os.memfd_create(name) for name in ("out", "err", "more")]
    child = os.fork()
    if child == 0:
        _run(order, outputs)
    if order.get("kill_after") is not None:
        time.sleep(order["kill_after"])
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    out, err, more = (_read(descriptor) for descriptor in outputs)
    known = json.loads(more or "{}")
    for name in known.get("modules", ()):
        _load(name)
    return {"status": status, "out": out, "err": err, "changes": known.get("changes", 0)}


def _read(descriptor: int) -> str:
    """What was written into a file in memory."""
    with os.fdopen(descriptor, "rb") as stream:
        stream.seek(0)
        return stream.read().decode("utf-8")


def _load(name: str) -> None:
    """Load a module that a command needed: the next one finds it."""
    if name.partition(".")[0] not in _NOT_LOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def _run(order: Mapping[str, Any], outputs: list[int]) -> None:
    """Run a command in this process and end it."""
    os.dup2(_offer(order["answers"]), 0)
    os.dup2(outputs[0], 1)
    os.dup2(outputs[1], 2)
    os.chdir(order["folder"])
    os.environ.pop("OUTREACH_TODAY", None)
    os.environ.update(order["environment"])
    known = set(sys.modules)
    if order.get("pays_from") is not None:
        _set_pays_from(order["pays_from"])
    counter = _Counter(order.get("kill_before"), order.get("refused"))
    sys.addaudithook(counter)
    status = _call(order["program"], order["arguments"])
    sys.stdout.flush()
    sys.stderr.flush()
    modules = sorted(set(sys.modules) - known)
    os.write(outputs[2], json.dumps({"modules": modules, "changes": counter.count}).encode())
    os._exit(status)


def _offer(answers: str) -> int:
    """A file from which a command reads what it asks for."""
    descriptor = os.memfd_create("in")
    os.write(descriptor, answers.encode())
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def _call(program: str, arguments: list[str]) -> int:
    """Exit status of a command; a fault of ours shows its traceback."""
    try:
        if program == "outreach":
            main(arguments)
        else:
            importlib.import_module(f"{program}.__main__").cli(arguments)
    except SystemExit as ended:
        return cast(int, ended.code or 0)
    except BaseException:  # noqa: BLE001  # whatever it is, it is told, and the test fails
        traceback.print_exc()
        return 70
    return 0


def _set_pays_from(count: int) -> None:
    """Let work be done side by side from so many texts and pages on."""
    from builder.engine import parallel  # noqa: PLC0415
    from builder.workflow import bodies  # noqa: PLC0415

    parallel.PAYS_FROM = bodies.PAYS_FROM = count


class _Counter:
    """Counts how often this process changes the disk, and ends it before one of the changes.

    Below a folder that is `refused` nothing can be changed, as on a disk that is full.
    """

    def __init__(self, kill_before: int | None, refused: str | None) -> None:
        self.count = 0
        self._kill_before, self._refused = kill_before, refused
        self._process = os.getpid()

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """One event of the interpreter."""
        if not (event in _CHANGES or (event == "open" and _is_writing(arguments))):
            return
        name = str(arguments[0])
        if self._refused is not None and name.startswith(self._refused):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), name)
        if os.getpid() != self._process:
            return
        if self.count == self._kill_before:
            os.kill(self._process, signal.SIGKILL)
        self.count += 1


def _is_writing(arguments: tuple[Any, ...]) -> bool:
    """Whether a file is opened to be changed."""
    mode, flags = arguments[1], arguments[2]
    return bool(flags & _WRITING) if mode is None else not mode.startswith("r") or "+" in mode


if __name__ == "__main__":
    serve()
