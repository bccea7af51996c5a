"""Text of a hand-written page → whether readers find it when they search."""

from __future__ import annotations

from builder.reading.source.front_matter import read_front_matter
from builder.reading.source.nodes import MappingNode, Node, Scalar
from builder.reading.values.texts import is_yes


def is_searched(text: str, path: str) -> bool:
    """False where its front matter says `search: {exclude: true}`, as Material's documents tell.

    All else that stands there, mistakes too, is MkDocs' business.
    """
    document = read_front_matter(text, path).value
    said = _find(_find(document.front if document else None, "search"), "exclude")
    return not (isinstance(said, Scalar) and is_yes(said.text))


def _find(node: Node | None, key: str) -> Node | None:
    """Value of a key; None where there is no such key."""
    entries = node.entries if isinstance(node, MappingNode) else ()
    return next((one.value for one in entries if one.key == key), None)
