"""The `markdown_extensions` of `mkdocs.yml` → names and options, as MkDocs takes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builder.model.problems import Outcome, Problem, Where
from builder.reading.configuration.yaml_text import Option, read_plain

BUILT_IN = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs always brings."""


@dataclass(frozen=True, slots=True)
class Extensions:
    """Extensions of Python-Markdown with their options."""

    names: tuple[str, ...]
    options: Mapping[str, Mapping[str, object]]


def read_extensions(option: Option | None, path: str) -> Outcome[Extensions]:
    """Extensions in order, each once, after those that MkDocs brings.

    They are a list of names and of mappings from a name to its options, or one
    mapping. What is neither is an error.
    """
    names = dict.fromkeys(BUILT_IN)
    options: dict[str, Mapping[str, object]] = {}
    value = read_plain(option.node) if option else None
    for name, stated in _list_extensions(value):
        if name is None or not isinstance(stated, dict | None):
            where = Where(path, option.line if option else 1, option.column if option else 1)
            return Outcome(None, (Problem("extensions-shape", where),))
        names.setdefault(name)
        if stated:
            options[name] = MappingProxyType(stated)
    return Outcome(Extensions(tuple(names), MappingProxyType(options)))


def _list_extensions(value: object) -> Iterator[tuple[str | None, object]]:
    """Names with their options; None for a name that is none."""
    items = value if isinstance(value, list) else [value] if value is not None else []
    for item in items:
        if isinstance(item, dict):
            yield from ((str(name), options) for name, options in item.items())
        else:
            yield (item if isinstance(item, str) else None), None
