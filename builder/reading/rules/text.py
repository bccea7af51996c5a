"""A post's front matter and scanned body → all its words in one text, with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.model.posts import Post
from builder.model.problems import Where
from builder.reading.bodies.scan import Body
from builder.reading.rules.watch import Watch
from builder.reading.source.nodes import Entry, ListNode, MappingNode, Node, Scalar

SHOWN = (
    "title", "summary", "location", "cover", "authors", "partners", "resources", "source",
    "permission", "corrections",
)  # fmt: skip
"""Keys of a post whose values readers see, or search engines do."""


@dataclass(frozen=True, slots=True)
class ReviewedText:
    """What rules look at: the words of one file that readers will see."""

    written: str
    """A line end, values of the front matter, each on its own line, then the body as written."""

    lowered: str
    """The same in lower case, letter for letter."""

    body: Body
    """The body as scanned: its tags, links and pictures, and its text without code."""

    body_start: int
    """Where in `written` the body begins."""

    values: tuple[tuple[int, Scalar], ...]
    """Values of the front matter with where in `written` they begin."""

    watch: Watch
    active: frozenset[str]
    """Rules that are neither switched off nor allowed here; others need not look."""

    openings: frozenset[str]
    """Words that rules wait for and that begin somewhere in the text."""

    post: Post | None = None
    """The post; of a translation its original. None: the text is no post's."""

    def place(self, position: int) -> Where:
        """Place in the file of a character of `written`."""
        if position >= self.body_start:
            return self.body.text.place(position - self.body_start)
        start, value = self.values[bisect_right(self.values, position, key=_begin) - 1]
        where = value.where
        if "\n" in value.text:
            return where
        return Where(where.path, where.line, where.column + position - start + (not value.is_plain))

    def is_shown(self, position: int) -> bool:
        """Whether readers see a character of `written`: it stands in no comment."""
        at = position - self.body_start
        if at < 0 or not self.body.text.masked[at].isspace():
            return True
        before = self.body.text.written.rfind("<!--", 0, at + 1)
        return before < 0 or 0 <= self.body.text.written.find("-->", before) < at


def list_values(entries: Mapping[str, Entry], keys: Iterable[str] = SHOWN) -> Iterator[Scalar]:
    """Texts that stand under some keys, at whatever depth."""
    for key in keys:
        if key in entries:
            yield from _walk(entries[key].value)


def join_text(
    body: Body,
    watch: Watch,
    active: frozenset[str],
    *,
    waited_for: re.Pattern[str],
    values: Iterable[Scalar] = (),
    post: Post | None = None,
) -> ReviewedText:
    """The text that rules look at; `waited_for` finds the words that rules wait for."""
    parts = [""]
    starts: list[tuple[int, Scalar]] = []
    position = 1
    for value in values:
        starts.append((position, value))
        parts.append(value.text)
        position += len(value.text) + 1
    written = "\n".join((*parts, body.text.written))
    lowered = _lower(written)
    openings = frozenset(waited_for.findall(lowered))
    return ReviewedText(
        written, lowered, body, position, tuple(starts), watch, active, openings, post
    )


def _walk(node: Node) -> Iterator[Scalar]:
    """Texts of a value."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _walk(item)
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield from _walk(entry.value)


def _begin(value: tuple[int, Scalar]) -> int:
    """Where a value begins."""
    return value[0]


def _lower(text: str) -> str:
    """A text in lower case whose letters stand where they stood."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)
