"""Many texts that don't depend on each other → the same texts, made on all cores."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, NamedTuple
from weakref import finalize

from builder.workflow.ordering import Orders, order_side_by_side

if sys.platform != "win32":
    import resource

FORKS = sys.platform == "linux"
"""Elsewhere a forked process isn't to be had, or may hang in what the system's libraries hold."""

_MOST_WORKERS = 4
"""More would hold more memory than they save time."""

_RUN = 2
"""Neighbours that one process makes in a row: they often share what is costly to begin."""

_MOST_GROWTH_KB = 48 * 1024

_MOST_MADE = 1000
"""Texts that one process makes: what it looked at in memory that it shared, it has copied."""

_SIZE = 8
"""Bytes of a length."""


def make_side_by_side(
    make: Callable[[int], str],
    count: int,
    *,
    pays_from: int = 1,
    in_a_row: int = _RUN,
    orders: Orders | None = None,
    load: Callable[[], None] = lambda: None,
    most_growth_kb: int = _MOST_GROWTH_KB,
) -> Iterator[str]:
    """`make(0)`, `make(1)`, … in order, made by forked processes where there are many.

    They begin at once, and work on while nobody asks for what they made. They
    find everything in their memory, so `make` may be any function. One that
    ends early leaves its rest to this process: a fault is then raised here,
    where it can be read. One makes at most so many neighbours `in_a_row`, and gives
    way to another that goes on in its place where it grew by more than
    `most_growth_kb`. What `load` loads is shared by those that follow each other.
    Where none can be forked, `orders` tell how processes are started that make the same.
    """
    if not FORKS and orders is not None:
        return order_side_by_side(make, count, orders, min(os.cpu_count() or 1, _MOST_WORKERS))
    workers = _count_workers()
    if workers == 1 or not 0 < pays_from <= count:
        return map(make, range(count))
    workers = min(workers, count)
    run = min(in_a_row, -(-count // workers))
    work = _Work(make, load, most_growth_kb)
    return _Texts(work, [number // run % workers for number in range(count)])


class _Work(NamedTuple):
    """What processes do."""

    make: Callable[[int], str]
    load: Callable[[], None]
    most_growth_kb: int


def _count_workers() -> int:
    """Processes that may work at once; 1 where a forked process might hang or isn't to be had."""
    if not FORKS or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST_WORKERS)


class _Texts(Iterator[str]):
    """Texts in order, as the processes make them."""

    def __init__(self, work: _Work, makers: Sequence[int]) -> None:
        """Start a process for each maker; `makers` tells of each number which one it is."""
        self._make, self._makers, self._next = work.make, makers, 0
        self._outputs: list[_Output] = []
        for maker in range(max(makers) + 1):
            numbers = [number for number, one in enumerate(makers) if one == maker]
            self._outputs.append(_start(work, numbers))
        # Nothing runs where an iterator that came to its end is thrown away: who stops the
        # program in that moment would not be heard.
        self._end = finalize(self, _close_all, self._outputs)

    def __next__(self) -> str:
        number = self._next
        if number == len(self._makers):
            raise StopIteration
        self._next += 1
        text = self._outputs[self._makers[number]].take()
        if self._next == len(self._makers):
            self._end()  # Nobody may ask for more than the last.
        return self._make(number) if text is None else text


def _close_all(outputs: Sequence[_Output]) -> None:
    """End processes."""
    for output in outputs:
        output.close()


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


def _start(work: _Work, numbers: list[int]) -> _Output:
    """Fork a process that makes its share."""
    reading, writing = os.pipe()
    memory = os.memfd_create("texts")
    _give_back()
    gc.freeze()  # What the collector doesn't touch stays shared.
    process = os.fork()
    if process == 0:
        os.close(reading)
        _follow(work, numbers, writing, memory)
    gc.unfreeze()
    os.close(writing)
    return _Output(process, os.fdopen(reading, "rb"), memory)


def _give_back() -> None:
    """Leave to the system what is free: each process that takes of it has it alone afterwards."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _follow(work: _Work, numbers: list[int], sizes: int, memory: int) -> None:
    """Make texts; never returns, so that nothing of the parent's is done twice.

    Processes make them one after another: what a process once took for a large
    text it keeps, so the next begins as small as this one.
    """
    gc.disable()  # It ends soon, and what it looked at would no longer be shared.
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent stops; then nobody reads the pipe.
    os.nice(5)  # The parent goes first: others wait for what only it can do.
    try:
        work.load()
        made = 0
        while numbers := numbers[made:]:
            made = _call_off(work, numbers, sizes, memory)
            if made == 0:
                break  # It was lost, and the parent finds out.
    finally:
        os._exit(0)


def _call_off(work: _Work, numbers: list[int], sizes: int, memory: int) -> int:
    """Let a process make the first of some texts; how many, 0 where it failed."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            made = _make_while_small(work, numbers, sizes, memory)
            os.write(writing, made.to_bytes(_SIZE, "big"))
        finally:
            os._exit(0)
    os.close(writing)
    told = os.read(reading, _SIZE)
    os.close(reading)
    os.waitpid(process, 0)
    return int.from_bytes(told, "big")


def _make_while_small(work: _Work, numbers: list[int], sizes: int, memory: int) -> int:
    """Make texts until this process has grown or made its share; how many."""
    most_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + work.most_growth_kb
    for made, number in enumerate(numbers, start=1):
        data = work.make(number).encode("utf-8", "surrogatepass")
        _write_all(memory, data)
        os.write(sizes, len(data).to_bytes(_SIZE, "big"))
        if made == _MOST_MADE or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > most_kb:
            return made
    return len(numbers)


def _write_all(memory: int, data: bytes) -> None:
    """Append to shared memory, which takes at most two gigabytes at once."""
    while data:
        data = data[os.write(memory, data) :]
