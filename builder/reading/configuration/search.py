"""The `plugins` of `mkdocs.yml` → whether the site has a search."""

from __future__ import annotations

from collections.abc import Iterator

from builder.reading.configuration.yaml_text import Option, read_plain

_NAMES = ("search", "material/search")


def read_search(plugins: Option | None) -> bool:
    """Whether MkDocs' own way to ask for a search is taken: the plugin is listed and not off."""
    listed = read_plain(plugins.node) if plugins else None
    return any(name in _NAMES and _is_on(options) for name, options in _list_plugins(listed))


def _list_plugins(listed: object) -> Iterator[tuple[object, object]]:
    """Names of plugins with their options; the key holds a list, or a mapping."""
    for item in listed if isinstance(listed, list) else [listed]:
        yield from item.items() if isinstance(item, dict) else [(item, None)]


def _is_on(options: object) -> bool:
    """Whether a plugin works with these options."""
    return not isinstance(options, dict) or options.get("enabled", True) is not False
