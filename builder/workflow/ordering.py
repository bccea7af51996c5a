"""Many texts → the same texts, ordered from processes that know nothing of this one.

Where no process can be forked (Windows, macOS), each begins with an empty memory:
it gets an order and answers it with the texts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from weakref import finalize

import msgspec

_ORDERED = "OUTREACH_ORDERED"
"""Set in the environment of a process that answers an order: it gives none itself."""


@dataclass(frozen=True, slots=True)
class Orders:
    """How texts are ordered from other processes."""

    module: str
    """Run as a program, it reads an order and answers it (`answer`)."""

    compose: Callable[[Sequence[int]], bytes]
    """The order of some of them, by number."""

    pays_from: int
    """Texts from which on processes win more than their start costs."""


def order_side_by_side(
    make: Callable[[int], str], count: int, orders: Orders, processes: int
) -> Iterator[str]:
    """`make(0)`, `make(1)`, … in order, a share from each process; they begin at once.

    What a process does not answer is made here, where a fault can be read.
    """
    if count < max(1, orders.pays_from) or not sys.executable or _ORDERED in os.environ:
        return map(make, range(count))
    share = -(-count // processes)
    shares = [range(first, min(first + share, count)) for first in range(0, count, share)]
    ordered = [_Process(orders.module, orders.compose(one)) for one in shares]
    return _await(make, shares, ordered)


def answer(make: Callable[[bytes], Sequence[str]]) -> None:
    """Read this process' order and answer it."""
    sys.stdout.buffer.write(msgspec.json.encode(make(sys.stdin.buffer.read())))


def _await(
    make: Callable[[int], str], shares: Sequence[range], ordered: Sequence[_Process]
) -> Iterator[str]:
    """The texts of each share as soon as its process has ended."""
    for share, process in zip(shares, ordered, strict=True):
        texts = process.wait()
        yield from texts if len(texts) == len(share) else map(make, share)


class _Process:
    """A process with an order. It ends with whoever gave it."""

    def __init__(self, module: str, order: bytes) -> None:
        process = subprocess.Popen(  # noqa: S603  # our own program
            (sys.executable, "-P", "-m", module),  # -P: the school's folder holds no program.
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, _ORDERED: "1"},
        )
        self._process, self._answer = process, b""
        self._talk = threading.Thread(target=self._converse, args=(order,), daemon=True)
        self._talk.start()
        self._end = finalize(self, process.kill)

    def wait(self) -> Sequence[str]:
        """Its texts; none where it failed."""
        self._talk.join()
        self._end.detach()
        try:
            return _DECODER.decode(self._answer) if self._process.returncode == 0 else ()
        except msgspec.DecodeError:
            return ()

    def _converse(self, order: bytes) -> None:
        """Hand over the order while the caller goes on, and take the answer."""
        self._answer = self._process.communicate(order)[0]


_DECODER = msgspec.json.Decoder(list[str])
