"""Nodes of `mkdocs.yml` → the plugin's own section of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.problems import Outcome, Problem, Where
from builder.reading.source.nodes import ListNode, MappingNode, Node, Scalar
from builder.reading.values.texts import tell_shape

PLUGIN = "outreach"
_SCHOOL = "school"
"""The key that every section has, and no plugin's name."""

_SHOWN = "school: {name: Trường THCS Hoa Mai}"


@dataclass(frozen=True, slots=True)
class Section:
    """The plugin's section, and the lines that it takes."""

    mapping: MappingNode
    first_line: int
    last_line: float
    """Infinite where nothing follows."""

    def holds(self, where: Where) -> bool:
        """Whether a place is in the section."""
        return self.first_line <= where.line <= self.last_line


def find_section(root: MappingNode) -> Outcome[Section]:
    """The section under `plugins`, a list or a mapping; empty where it sets nothing."""
    found = next((one for one in _list_plugins(root) if one[0].text == PLUGIN), None)
    if found is None:
        plugins = next((one.where for one in root.entries if one.key == "plugins"), root.where)
        return Outcome(None, (Problem("plugin-missing", plugins),))
    name, node = found
    if isinstance(node, Scalar) and not node.text.strip():
        beside = next((one.where for one, _ in _list_plugins(root) if one.text == _SCHOOL), None)
        if beside is not None:
            return Outcome(None, (Problem("plugin-indent", beside, {"key": _SCHOOL}),))
        node = MappingNode((), name.where)
    if not isinstance(node, MappingNode):
        return Outcome(None, (tell_shape(node, key=PLUGIN, wanted="mapping", known=_SHOWN),))
    return Outcome(Section(node, name.where.line, _line_before_next(root, name.where)))


def _list_plugins(root: MappingNode) -> Iterator[tuple[Scalar, Node]]:
    """Names of plugins with their options."""
    plugins = next((one.value for one in root.entries if one.key == "plugins"), None)
    items = plugins.items if isinstance(plugins, ListNode) else (plugins,)
    for item in items:
        if isinstance(item, Scalar):
            yield item, Scalar("", item.where)
        elif isinstance(item, MappingNode):
            for entry in item.entries:
                yield Scalar(entry.key, entry.where), entry.value


def _line_before_next(root: MappingNode, start: Where) -> float:
    """Last line before the plugin or key that follows."""
    starts = [name.where.line for name, _ in _list_plugins(root)]
    starts += [entry.where.line for entry in root.entries]
    return min((line - 1 for line in starts if line > start.line), default=float("inf"))
