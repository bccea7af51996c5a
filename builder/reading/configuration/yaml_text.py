"""Text of `mkdocs.yml` → values as YAML types them, in data that any process can take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

MAX_VALUES = 20_000
"""Values that are read; an alias of aliases stands for more than any machine can hold."""

_PYTHON = "tag:yaml.org,2002:python/"
_STANDARD = "tag:yaml.org,2002:"
_APPLY = "!!python/object/apply"


class TooManyValues(Exception):  # noqa: N818 - told as a problem by `settings.py`, never shown
    """The file holds more values, aliases unfolded, than can be meant."""


@dataclass(frozen=True, slots=True)
class Option:
    """A key of the file with its value as a node of the parser."""

    key: str
    line: int
    column: int
    node: yaml.Node


def find_options(text: str) -> Mapping[str, Option]:
    """Keys of the file's outermost mapping; empty where there is none.

    The text has passed `read_mapping`, so it is not nested too deep; yaml.YAMLError
    where its aliases and anchors don't fit together.
    """
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    return {one.key: one for one in list_options(root)} if root else {}


def list_options(node: yaml.Node) -> Iterator[Option]:
    """Keys of a mapping in order; none where the node isn't one."""
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        mark = value.start_mark
        if isinstance(key, yaml.ScalarNode):
            yield Option(key.value, mark.line + 1, mark.column + 1, value)


def read_plain(node: yaml.Node) -> object:
    """Value of a node as text, number, yes or no, None, list and mapping alone.

    `!!python/name:a.b` becomes the text `!!python/name:a.b`, and
    `!!python/object/apply:a.b {…}` a mapping whose first key is
    `!!python/object/apply` with the value `a.b`, `args` and `kwds` after it. Of
    `!ENV [NAME, default]` the default is taken, since nothing here reads the
    environment. Any other tag is dropped.
    """
    return _Plain().read(node)


@dataclass(slots=True)
class _Plain:
    """Turns nodes into data; knows where it is, so that no alias leads in a circle."""

    values: int = 0
    inside: set[int] = field(default_factory=set)

    def read(self, node: yaml.Node) -> object:
        """Value of one node."""
        self.values += 1
        if self.values > MAX_VALUES or id(node) in self.inside:
            raise TooManyValues
        self.inside.add(id(node))
        try:
            return self._read(node)
        finally:
            self.inside.remove(id(node))

    def _read(self, node: yaml.Node) -> object:
        """Value of a node by its kind and tag."""
        kind, _, target = node.tag.removeprefix(_PYTHON).partition(":")
        if isinstance(node, yaml.ScalarNode):
            is_name = node.tag.startswith(f"{_PYTHON}name:")
            return f"!!python/name:{target}" if is_name else _read_scalar(node)
        called: dict[str, object] = {}
        if node.tag.startswith(_PYTHON) and kind == "object/apply":
            called[_APPLY] = target
        if isinstance(node, yaml.SequenceNode):
            items = [self.read(one) for one in node.value]
            if node.tag == "!ENV":
                return items[-1] if len(items) > 1 else None
            return {**called, "args": items} if called else items
        for key, value in node.value:
            self._add(called, key, value)
        return called

    def _add(self, read: dict[str, object], key: yaml.Node, value: yaml.Node) -> None:
        """Put one key into a mapping; `<<` brings keys that the mapping doesn't state itself."""
        if key.tag == f"{_STANDARD}merge":
            merged = self.read(value)
            for one in merged if isinstance(merged, list) else [merged]:
                if isinstance(one, dict):
                    read |= {name: other for name, other in one.items() if name not in read}
        elif isinstance(key, yaml.ScalarNode):
            read[key.value] = self.read(value)


def _read_scalar(node: yaml.ScalarNode) -> object:
    """Value of a scalar; what its type can't hold stays text."""
    if node.tag == f"{_STANDARD}timestamp" or not node.tag.startswith(_STANDARD):
        return node.value
    try:
        value: object = yaml.constructor.SafeConstructor().construct_object(node)
    except (ValueError, yaml.YAMLError):
        return node.value
    return value
