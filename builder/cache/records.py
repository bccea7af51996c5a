"""Posts as they were read, kept until their text or anything they were read with changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from builder.cache.encoding import ENCODER
from builder.cache.kept_texts import KeptTexts, hash_data
from builder.model.posts import Post
from builder.model.problems import Outcome, Problem


@dataclass(frozen=True, slots=True)
class _Record:
    """One post's file as it was read."""

    post: Post | None
    problems: tuple[Problem, ...]
    asked: Mapping[str, bool]
    """Files that were looked for → whether they were there."""


class PostRecords:
    """What reading made of each post's file."""

    def __init__(self, kept: KeptTexts) -> None:
        self._kept = kept

    def recall(self, path: str, data: bytes, files: frozenset[str]) -> Outcome[Post] | None:
        """What was read from this file; None where that may be different now."""
        kept = self._kept.find(path, hash_data(data))
        if kept is None:
            return None
        record = _DECODER.decode(kept)
        if any((one in files) is not was_there for one, was_there in record.asked.items()):
            return None
        return Outcome(record.post, record.problems)

    def recall_last(self, path: str) -> Outcome[Post] | None:
        """What was last read at a path, whatever stood there; None where all else has changed."""
        kept = self._kept.find_last(path)
        if kept is None:
            return None
        record = _DECODER.decode(kept)
        return Outcome(record.post, record.problems)

    def keep(self, path: str, data: bytes, read: Outcome[Post], asked: Mapping[str, bool]) -> None:
        """Keep what was read from a file, and by which other files."""
        # A text that was encoded keeps its bytes beside its letters as long as it lives.
        post = read.value and replace(read.value, body="".join(read.value.body.partition("\n")))
        record = ENCODER.encode(_Record(post, read.problems, asked))
        self._kept.keep(path, hash_data(data), record)


_DECODER = msgspec.json.Decoder(_Record)
