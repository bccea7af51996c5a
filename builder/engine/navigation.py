"""The site's navigation: what `nav:` names, hand-written pages, our sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from mkdocs.utils import nest_paths

NavItem: TypeAlias = "str | Mapping[str, str | Sequence[NavItem]]"
"""One line of `nav:`: a path, or a label with a path or with the lines below it."""


def list_labels(nav: Iterable[NavItem] | str) -> Iterator[tuple[str, str | None]]:
    """Every path that `nav:` names, with its label; None where it has none of its own."""
    for item in [nav] if isinstance(nav, str) else nav:
        if isinstance(item, str):
            yield item, None
            continue
        for label, inner in item.items():
            if isinstance(inner, str):
                yield inner, label
            else:
                yield from list_labels(inner)


def compose_nav(
    written: Sequence[NavItem] | None, sections: Sequence[tuple[str, str]], pages: Iterable[str]
) -> list[NavItem]:
    """All lines of the navigation.

    A `nav:` that the school wrote stands first and wins where it names a
    section; without one, the sections stand before the hand-written `pages`.
    """
    named = {path for path, _ in list_labels(written or ())}
    ours: list[NavItem] = [{label: path} for label, path in sections if path not in named]
    if written is not None:
        return [*written, *ours]
    taken = {path for _, path in sections}
    return [*ours, *_nest(path for path in pages if path not in taken)]


def _nest(pages: Iterable[str]) -> list[NavItem]:
    """Paths under labels of their folders, as MkDocs itself nests them."""
    nested: list[NavItem] = nest_paths(pages)  # type: ignore[no-untyped-call]  # MkDocs is untyped
    return nested
