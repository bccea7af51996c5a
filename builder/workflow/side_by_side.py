"""Many texts that don't depend on each other → the same texts, made on all cores."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from itertools import chain
from typing import BinaryIO

if sys.platform == "linux":
    import fcntl

_MOST_WORKERS = 4
"""More would hold more memory than they save time."""

_RUN = 2
"""Neighbours that one process makes in a row: they often share what is costly to begin."""

_PIPE_BYTES = 1 << 20
"""Room for what a process made before its turn to be read; it waits where that is full."""


def make_side_by_side(make: Callable[[int], str], count: int, *, pays_from: int) -> Iterator[str]:
    """`make(0)`, `make(1)`, … in order, made by forked processes where there are many.

    They work on while nobody asks for what they made. They find everything in
    their memory, so `make` may be any function. One that ends early leaves its
    rest to this process: a fault is then raised here, where it can be read.
    """
    made = _make(make, count, pays_from)
    return chain([next(made)], made) if count else made


def _make(make: Callable[[int], str], count: int, pays_from: int) -> Iterator[str]:
    """The same, begun when the first is asked for."""
    workers = _count_workers()
    if count < pays_from or workers == 1:
        yield from map(make, range(count))
        return
    with ExitStack() as ended:
        streams: list[BinaryIO] = []
        for worker in range(workers):
            process = _start(make, count, worker, workers, streams)
            ended.callback(os.waitpid, process, 0)
        for stream in streams:
            ended.callback(stream.close)
        for number in range(count):
            text = _receive(streams[number // _RUN % workers])
            if number == count - 1:
                ended.close()  # Nobody may ask for more than the last.
            yield make(number) if text is None else text


def _count_workers() -> int:
    """Processes that may work at once; 1 where a forked process might hang or isn't to be had."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST_WORKERS)


def _start(
    make: Callable[[int], str], count: int, worker: int, workers: int, streams: list[BinaryIO]
) -> int:
    """Fork a process that makes its share, and add the stream on which it is read."""
    reading, writing = os.pipe()
    gc.freeze()  # What the collector doesn't touch stays shared.
    process = os.fork()
    if process == 0:
        for stream in streams:
            os.close(stream.fileno())
        os.close(reading)
        _work(make, [one for one in range(count) if one // _RUN % workers == worker], writing)
    gc.unfreeze()
    os.close(writing)
    streams.append(os.fdopen(reading, "rb"))
    return process


def _work(make: Callable[[int], str], numbers: list[int], descriptor: int) -> None:
    """Make and send texts; never returns, so that nothing of the parent's is done twice."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent stops; then nobody reads the pipe.
    _widen(descriptor)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            for number in numbers:
                data = make(number).encode("utf-8", "surrogatepass")
                stream.write(len(data).to_bytes(8, "big") + data)
    finally:
        os._exit(0)


def _widen(descriptor: int) -> None:
    """Give a pipe more room where the system lets us."""
    if sys.platform == "linux":
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _receive(stream: BinaryIO) -> str | None:
    """The next text of a process; None where it ended before."""
    size = stream.read(8)
    if len(size) < 8:
        return None
    length = int.from_bytes(size, "big")
    data = stream.read(length)
    return data.decode("utf-8", "surrogatepass") if len(data) == length else None
