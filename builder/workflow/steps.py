"""The steps of long work, told as it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

_T = TypeVar("_T")


class Tell(Protocol):
    """Whoever is told; codes have their words in the catalogs.

    Ten thousand calls must cost nothing where nobody looks.
    """

    def __call__(self, code: str) -> None:
        """A step begins, and the one before it ends."""

    def part(self, code: str) -> None:
        """A part of the step begins or goes on; the one before it ends or rests."""

    def count(self, done: int, total: int) -> None:
        """So many things of the part are done."""


class _Silent:
    """Tells nobody."""

    def __call__(self, code: str) -> None:
        """A step begins."""

    def part(self, code: str) -> None:
        """A part of it begins."""

    def count(self, done: int, total: int) -> None:
        """So many things are done."""


SILENT: Tell = _Silent()


def count_each(things: Iterable[_T], total: int, tell: Tell) -> Iterator[_T]:
    """The same things, each told as it comes."""
    for done, thing in enumerate(things, start=1):
        tell.count(done, total)
        yield thing
