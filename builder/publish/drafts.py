"""Temporary names beside the files whose place they will take."""

from __future__ import annotations

import itertools
import os
from posixpath import dirname, join


class Drafts:
    """Names that nothing else has, and which of them may stand on the server just now.

    Each is new: a server that still writes what a broken line brought to an
    older one can't write into it.
    """

    def __init__(self) -> None:
        self._token = os.urandom(4).hex()
        self._numbers = itertools.count()
        self._standing: set[str] = set()

    def name(self, path: str) -> str:
        """A name beside `path`, short enough wherever the file's own is."""
        return join(dirname(path), f".{self._token}-{next(self._numbers)}.part")

    def begin(self, path: str) -> str:
        """A draft beside `path` that may stand from now on."""
        draft = self.name(path)
        self._standing.add(draft)
        return draft

    def end(self, draft: str) -> None:
        """The draft has taken its place or is gone."""
        self._standing.discard(draft)

    def take_left(self) -> tuple[str, ...]:
        """Drafts that broken lines may have left."""
        left = tuple(sorted(self._standing))
        self._standing.clear()
        return left
