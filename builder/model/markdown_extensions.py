"""Extensions of Python-Markdown → whether the HTML of a text comes of the text alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_BUILT_IN = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists"),
        *("smarty", "tables", "toc", "wikilinks"),
    )
)
_LIBRARIES = ("markdown.extensions.", "pymdownx.", "material.extensions.")
_READING = frozenset(("pymdownx.b64", "pymdownx.snippets"))
"""Those of the libraries that read other files into a text."""

_READING_OPTION = "custom_icons"


def is_built_in(name: str) -> bool:
    """Whether a name is that of one of Python-Markdown's own."""
    return name in _BUILT_IN


def is_self_contained(names: Iterable[str], options: Mapping[str, object]) -> bool:
    """Whether no other file shows in a text; of an extension that we don't know nobody can tell."""
    are_known = all(
        is_built_in(name) or (name.startswith(_LIBRARIES) and name not in _READING)
        for name in names
    )
    return are_known and _READING_OPTION not in repr(options)
