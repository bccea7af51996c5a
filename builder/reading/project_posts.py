"""Texts below `content/posts/` → posts with their translations, and those that are broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from builder.model.posts import Post, Status, Translation
from builder.model.problems import Outcome, Problem, Severity, Where
from builder.reading.posts.context import PostContext
from builder.reading.posts.memory import PostMemory, WatchedFiles
from builder.reading.posts.post import read_post
from builder.reading.posts.translation import find_original, read_translation
from builder.reading.source.decoding import decode_source
from builder.reading.sources import list_folder


@dataclass(frozen=True, slots=True)
class ReadPosts:
    """All posts that could be read, and the paths of those that errors name."""

    posts: tuple[Post, ...]
    broken: frozenset[str]


def read_posts(
    sources: Mapping[str, bytes], context: PostContext, memory: PostMemory | None = None
) -> tuple[ReadPosts, tuple[Problem, ...]]:
    """Posts in order of their paths; a translation with errors is left off its post.

    Posts that `memory` knows are not read again.
    """
    read_one = RememberingReader(context, memory).read if memory else partial(_read, context)
    files = dict(sorted(list_folder(sources, "posts")))
    posts: dict[str, Post] = {}
    broken: set[str] = set()
    problems: list[Problem] = []
    for path, data in files.items():
        if find_original(path) is None:
            read = read_one(data, path)
            problems += read.problems
            broken |= {path} if read.has_errors else set()
            posts |= {path: read.value} if read.value is not None else {}
    for path, data in files.items():
        original = find_original(path)
        if original is not None:
            decoded = decode_source(data, path)
            broken |= {path} if decoded.value is None else set()
            problems += decoded.problems
            if decoded.value is not None:
                one = _read_translation(decoded.value, path, original, context, files, posts)
                problems += one.problems
                _attach(posts, original, one)
    return ReadPosts(tuple(posts.values()), frozenset(broken)), tuple(problems)


def _read(context: PostContext, data: bytes, path: str) -> Outcome[Post]:
    """One post."""
    decoded = decode_source(data, path)
    if decoded.value is None:
        return Outcome(None, decoded.problems)
    return read_post(decoded.value, path, context)


class RememberingReader:
    """Reads only posts that the memory doesn't know."""

    def __init__(self, context: PostContext, memory: PostMemory) -> None:
        self._known, self._memory = context.files, memory
        self._files = WatchedFiles(context.files)
        self._context = replace(context, files=self._files)

    def read(self, data: bytes, path: str) -> Outcome[Post]:
        """One post."""
        recalled = self._memory.recall(path, data, self._known)
        if recalled is not None:
            return recalled
        self._files.begin()
        read = _read(self._context, data, path)
        if not self._files.was_listed:
            self._memory.keep(path, data, read, self._files.asked)
        return read


def _read_translation(
    text: str,
    path: str,
    original: str,
    context: PostContext,
    known: Iterable[str],
    posts: Mapping[str, Post],
) -> Outcome[Translation]:
    """Translation of a post; one of a draft stops as little as the draft does."""
    if original not in known:
        return Outcome(None, (Problem("translation-orphan", Where(path), {"original": original}),))
    read = read_translation(text, path, context, posts.get(original))
    if original in posts and posts[original].status is Status.DRAFT:
        return Outcome(
            None if read.has_errors else read.value,
            tuple(replace(one, severity=Severity.WARNING) for one in read.problems),
        )
    return read


def _attach(posts: dict[str, Post], original: str, translation: Outcome[Translation]) -> None:
    """Put a sound translation to its post."""
    post, read = posts.get(original), translation.value
    if post is not None and read is not None and not translation.has_errors:
        translations = MappingProxyType({**post.translations, read.language: read})
        posts[original] = replace(post, translations=translations)
