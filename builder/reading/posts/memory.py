"""What was read before, so that an unchanged post is not read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from builder.model.posts import Post
from builder.model.problems import Outcome


class PostMemory(Protocol):
    """Keeps what was read of posts; whoever makes one knows that all else is as it was."""

    def recall(self, path: str, data: bytes, files: frozenset[str]) -> Outcome[Post] | None:
        """What was read from this file; None where that may be different now."""

    def keep(self, path: str, data: bytes, read: Outcome[Post], asked: Mapping[str, bool]) -> None:
        """Keep what was read from a file, and which files were looked for and there."""


class WatchedFiles(frozenset[str]):
    """Paths of files that remember which of them, and which others, were looked for."""

    asked: dict[str, bool]
    was_listed = False
    """Whether all of them were looked at, so that any new one matters."""

    def begin(self) -> None:
        """Forget what was looked for."""
        self.asked, self.was_listed = {}, False

    def __contains__(self, path: object) -> bool:
        """Whether a file is there, remembered."""
        is_there = super().__contains__(path)
        self.asked[str(path)] = is_there
        return is_there

    def __iter__(self) -> Iterator[str]:
        """All of them."""
        self.was_listed = True
        return super().__iter__()
