"""Text of a mapping → its nodes with their places; every scalar stays the text that was written.

The parser's events are taken one by one and never by recursion, and an alias is
a told error: neither deep nesting nor an alias of aliases costs more than the text is long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import cast

import yaml

from builder.model.problems import Outcome, Problem, Severity, Where
from builder.reading.source.decoding import tidy_blanks
from builder.reading.source.nodes import Entry, ListNode, MappingNode, Node, Scalar
from builder.reading.source.yaml_errors import explain_error

MAX_DEPTH = 20
"""Levels of nesting that are read; nothing that is asked for needs more than six."""

_SHOWN = 60
"""Longest piece of a text that a sentence quotes."""

_NO_BLANK = re.compile(r"[^\d:]+:[^/]")
"""A key whose colon has no blank behind it."""

_COMMENT = re.compile(r"[ \t]+#[^\n]*")


def read_mapping(text: str, path: str, *, first_line: int = 1) -> Outcome[MappingNode]:
    """Nodes of a text whose first line is `first_line` of its file.

    None where the text can't be told apart into keys and values. With other
    errors the value holds all that could be read, so that the rest is checked too.
    """
    text = tidy_blanks(text)
    reading = _Reading(text, path, first_line)
    try:
        for event in iter(yaml.CBaseLoader(text).get_event, None):
            reading.take(event)
    except _Stop:
        return Outcome(None, tuple(reading.problems))
    except yaml.YAMLError as error:
        problem = explain_error(text, error, path, first_line)
        before = (one for one in reading.problems if one.where < problem.where)
        return Outcome(None, (*before, problem))
    return reading.finish()


class _Stop(Exception):  # noqa: N818 - no error of ours, a way out of the loop
    """The rest of the text can't be read; the reason stands in the problems."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    where: Where
    is_mapping: bool
    is_flow: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    key_end: int = 0


class _Reading:
    """Builds nodes from events, one open list or mapping a level."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._text = text
        self._path = path
        self._first_line = first_line
        self._may_lose = "#" in text
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self.problems: list[Problem] = []

    def take(self, event: yaml.Event) -> None:
        """Take the parser's next event."""
        if isinstance(event, yaml.ScalarEvent):
            scalar = Scalar(event.value, self._where(event), not event.style)
            self._refuse_sign(event, scalar.where, event.tag)
            self._add(scalar, event)
        elif isinstance(event, yaml.CollectionStartEvent):
            where = self._where(event)
            self._refuse_sign(event, where, event.tag)
            self._begin(event, where)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            where = self._where(event)
            self._tell_sign(f"*{event.anchor}", where)
            self._add(Scalar("", where, is_plain=False), event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._stop("front-many", self._where(event))

    def finish(self) -> Outcome[MappingNode]:
        """The whole mapping; an empty text is an empty mapping."""
        if isinstance(self._root, MappingNode):
            return Outcome(self._root, tuple(self.problems))
        if self._root is None or (isinstance(self._root, Scalar) and not self._root.text):
            empty = MappingNode((), Where(self._path, self._first_line))
            return Outcome(empty, tuple(self.problems))
        self.problems.append(Problem("front-shape", self._root.where))
        return Outcome(None, tuple(self.problems))

    def _begin(self, event: yaml.CollectionStartEvent, where: Where) -> None:
        """Begin a list or mapping."""
        if len(self._open) == MAX_DEPTH:
            raise self._stop("front-deep", where)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(where, is_mapping, bool(event.flow_style)))

    def _refuse_sign(self, event: yaml.NodeEvent, where: Where, tag: str | None) -> None:
        """Tell of a `&` or `!` before a value: teachers mean them as text."""
        if event.anchor is not None:
            self._tell_sign(f"&{event.anchor}", where)
        elif tag:
            self._tell_sign("!", where)

    def _tell_sign(self, sign: str, where: Where) -> None:
        """Tell of a sign that means more than itself."""
        self.problems.append(Problem("front-sign", where, {"sign": shorten(sign)}))

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        """End the innermost list or mapping."""
        ended = self._open.pop()
        if ended.is_mapping:
            self._add(MappingNode(tuple(ended.entries.values()), ended.where), event)
        else:
            self._add(ListNode(tuple(ended.items), ended.where), event)

    def _add(self, node: Node, event: yaml.Event) -> None:
        """Put a node where it belongs: the whole, a list's item, a key, or a key's value."""
        parent = self._open[-1] if self._open else None
        if parent is None:
            self._root = node
        elif not parent.is_mapping:
            parent.items.append(node)
            self._tell_comment(event)
        elif parent.key is None:
            self._add_key(parent, node, event)
        else:
            self._add_value(parent, parent.key, node, event)

    def _add_key(self, parent: _Open, node: Node, event: yaml.Event) -> None:
        """Keep a key until its value comes."""
        if not isinstance(node, Scalar):
            raise self._stop("front-key", node.where)
        if node.text == "<<" and node.is_plain:
            self._tell_sign("<<", node.where)
        parent.key = node
        parent.key_end = _end(event).index

    def _add_value(self, parent: _Open, key: Scalar, node: Node, event: yaml.Event) -> None:
        """Join a key and its value, unless the key stood before or has no colon."""
        parent.key = None
        twin = parent.entries.get(key.text)
        if parent.is_flow and _end(event).index == parent.key_end:
            code = "brace-colon" if _NO_BLANK.match(key.text) else "brace-comma"
            self.problems.append(Problem(code, key.where, {"written": shorten(key.text)}))
        elif twin is not None:
            self.problems.append(tell_twice(twin, Entry(key.text, key.where, node)))
        elif key.text != "<<":
            parent.entries[key.text] = Entry(key.text, key.where, node)
        self._tell_comment(event)

    def _tell_comment(self, event: yaml.Event) -> None:
        """Warn of text that a ` #` behind a value takes away."""
        is_block = isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">")
        if not self._may_lose or is_block:
            return
        found = _COMMENT.match(self._text, _end(event).index)
        if found:
            column = _end(event).column + found[0].index("#") + 1
            where = Where(self._path, self._first_line + _end(event).line, column)
            lost = {"lost": shorten(found[0].strip())}
            self.problems.append(Problem("comment-lost", where, lost, Severity.WARNING))

    def _where(self, event: yaml.Event) -> Where:
        """Where in the file an event begins."""
        mark = cast("yaml.Mark", event.start_mark)
        return Where(self._path, self._first_line + mark.line, mark.column + 1)

    def _stop(self, code: str, where: Where) -> _Stop:
        """Tell a problem behind which nothing can be read."""
        self.problems.append(Problem(code, where))
        return _Stop()


def _end(event: yaml.Event) -> yaml.Mark:
    """Where an event ends; the parser's own events always say so."""
    return cast("yaml.Mark", event.end_mark)


def tell_twice(first: Entry, second: Entry) -> Problem:
    """Problem of one key that stands twice in a mapping."""
    details = {
        "key": shorten(second.key),
        "first_key": shorten(first.key),
        "first_line": str(first.where.line),
        "second_line": str(second.where.line),
    }
    return Problem("key-twice", second.where, details, also=(first.where,))


def shorten(text: str) -> str:
    """A text as a sentence can quote it."""
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else f"{folded[:_SHOWN]}…"
