"""Posts as they are asked for while a project is read → how many of them are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.disk.project_folder import CONTENT
from builder.model.posts import Post
from builder.model.problems import Outcome
from builder.reading.posts.memory import PostMemory
from builder.reading.posts.translation import find_original
from builder.workflow.steps import Tell


class CountedPosts:
    """A memory that reading asks once for each post, and that tells of each."""

    def __init__(self, memory: PostMemory, paths: Iterable[str], tell: Tell) -> None:
        """Take the paths of all texts of a project."""
        posts = (path for path in paths if path.startswith(f"{CONTENT}/posts/"))
        self._total = sum(find_original(path) is None for path in posts)
        self._done = 0
        self._memory, self._tell = memory, tell

    def recall(self, path: str, data: bytes, files: frozenset[str]) -> Outcome[Post] | None:
        """What was read from this file; None where that may be different now."""
        self._done += 1
        self._tell.count(self._done, self._total)
        return self._memory.recall(path, data, files)

    def keep(self, path: str, data: bytes, read: Outcome[Post], asked: Mapping[str, bool]) -> None:
        """Keep what was read from a file, and which files were looked for and there."""
        self._memory.keep(path, data, read, asked)
