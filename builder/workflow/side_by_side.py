"""Many texts that don't depend on each other → the same texts, made on all cores."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO

_MOST_WORKERS = 4
"""More would hold more memory than they save time."""

_RUN = 2
"""Neighbours that one process makes in a row: they often share what is costly to begin."""

_SIZE = 8
"""Bytes of a length."""


def make_side_by_side(
    make: Callable[[int], str], count: int, *, pays_from: int = 1
) -> Iterator[str]:
    """`make(0)`, `make(1)`, … in order, made by forked processes where there are many.

    They begin at once, and work on while nobody asks for what they made. They
    find everything in their memory, so `make` may be any function. One that
    ends early leaves its rest to this process: a fault is then raised here,
    where it can be read.
    """
    workers = _count_workers()
    if workers == 1 or count < pays_from:
        return map(make, range(count))
    return _Texts(make, count, min(workers, count))


def _count_workers() -> int:
    """Processes that may work at once; 1 where a forked process might hang or isn't to be had."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST_WORKERS)


class _Texts(Iterator[str]):
    """Texts in order, as the processes make them."""

    def __init__(self, make: Callable[[int], str], count: int, workers: int) -> None:
        self._make, self._numbers = make, iter(range(count))
        self._left = count
        self._outputs = [_start(make, count, worker, workers) for worker in range(workers)]

    def __next__(self) -> str:
        number = next(self._numbers)
        text = self._outputs[number // _RUN % len(self._outputs)].take()
        self._left -= 1
        if not self._left:
            self.close()  # Nobody may ask for more than the last.
        return self._make(number) if text is None else text

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """End the processes."""
        while self._outputs:
            self._outputs.pop().close()


class _Output:
    """What a process makes; it never waits to be read.

    A pipe tells how long each text is, and memory that both share holds the texts.
    """

    def __init__(self, process: int, sizes: BinaryIO, memory: int) -> None:
        self._process, self._sizes, self._memory = process, sizes, memory
        self._position = 0

    def take(self) -> str | None:
        """The next text; None where the process ended before."""
        size = self._sizes.read(_SIZE)
        if len(size) < _SIZE:
            return None
        data = os.pread(self._memory, int.from_bytes(size, "big"), self._position)
        self._position += len(data)
        return data.decode("utf-8", "surrogatepass")

    def close(self) -> None:
        """End the process; it ends by itself where nobody reads its pipe."""
        self._sizes.close()
        os.close(self._memory)
        os.waitpid(self._process, 0)


def _start(make: Callable[[int], str], count: int, worker: int, workers: int) -> _Output:
    """Fork a process that makes its share."""
    reading, writing = os.pipe()
    memory = os.memfd_create("texts")
    gc.freeze()  # What the collector doesn't touch stays shared.
    process = os.fork()
    if process == 0:
        os.close(reading)
        numbers = [one for one in range(count) if one // _RUN % workers == worker]
        _work(make, numbers, writing, memory)
    gc.unfreeze()
    os.close(writing)
    return _Output(process, os.fdopen(reading, "rb"), memory)


def _work(make: Callable[[int], str], numbers: list[int], sizes: int, memory: int) -> None:
    """Make texts; never returns, so that nothing of the parent's is done twice."""
    gc.disable()  # It ends soon, and what it looked at would no longer be shared.
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent stops; then nobody reads the pipe.
    try:
        with os.fdopen(memory, "wb", buffering=0) as texts:
            for number in numbers:
                data = make(number).encode("utf-8", "surrogatepass")
                texts.write(data)
                os.write(sizes, len(data).to_bytes(_SIZE, "big"))
    finally:
        os._exit(0)
