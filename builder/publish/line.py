"""A line to a server that is opened anew where it breaks, a few times in one command."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Generic, Protocol, TypeVar

from builder.publish.storage import StorageError

PAUSES_SECONDS = (0.5, 2.0, 5.0)
"""How long is waited before each try to open a broken line again: three tries in one command."""


class LineLostError(Exception):
    """The line broke, or what came over it can't be understood any more."""


class UnreachableError(StorageError):
    """Nobody answers at the server's address, or not in time."""


class Line(Protocol):
    """An open way to a server."""

    def close(self) -> None:
        """Close it, whatever state it is in."""


L = TypeVar("L", bound=Line)
R = TypeVar("R")


class KeptLine(Generic[L]):
    """One line at a time; whoever works over it does its work again after a break."""

    def __init__(self, host: str, open_line: Callable[[], L]) -> None:
        self._host = host
        self._open_line = open_line
        self._pauses: Iterator[float] = iter(PAUSES_SECONDS)
        self._line: L | None = open_line()

    @property
    def line(self) -> L:
        """The open line; StorageError `server-line-lost` where it broke for good."""
        if self._line is None:
            raise self.say_lost()
        return self._line

    def do(self, work: Callable[[L], R]) -> R:
        """What `work` gives, which must bear to be done again."""
        while True:
            line = self.line
            try:
                return work(line)
            except LineLostError as error:
                self.reopen(line, error)

    def reopen(self, broken: L, reason: LineLostError) -> None:
        """Open a line in place of the broken one, unless somebody has done so already.

        StorageError `server-line-lost` where that fails too often.
        """
        if self.line is not broken:
            return
        self.close()
        for pause in self._pauses:
            time.sleep(pause)
            try:
                self._line = self._open_line()
            except UnreachableError:
                continue
            return
        raise self.say_lost() from reason

    def say_lost(self) -> StorageError:
        """The failure of a line that broke for good."""
        return StorageError("server-line-lost", host=self._host)

    def close(self) -> None:
        """Close the line, if one is open."""
        if self._line is not None:
            self._line.close()
        self._line = None
