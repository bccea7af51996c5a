"""What a post says of its cover → a `Photo`."""

from __future__ import annotations

from builder.model.posts import Photo
from builder.model.problems import Outcome, Problem
from builder.reading.bodies.scan import resolve
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import match_keys
from builder.reading.posts.keys import COVER_KEYS
from builder.reading.source.nodes import ListNode, MappingNode, Node, Scalar
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.texts import tell_shape


def read_cover(
    node: Node, *, key: str, path: str, files: frozenset[str], photos: tuple[Photo, ...]
) -> Outcome[Photo]:
    """Cover of the post at `path`: a path, or a mapping of picture, words and caption.

    A bare path takes its words from the body, where the body shows it too.
    """
    if isinstance(node, ListNode):
        return Outcome(None, (tell_shape(node, key=key, wanted="text"),))
    fields, image = _read_parts(node)
    alt, caption = fields.text("alt") or "", fields.text("caption")
    if image is None or not image.text.strip():
        return Outcome(None, tuple(fields.problems))
    written = {"written": shorten(image.text)}
    target = resolve(path, image.text.strip())
    if target is None or target[0] not in files:
        fields.problems.append(Problem("cover-missing", image.where, written))
        return Outcome(None, tuple(fields.problems))
    shown = next((photo.alt for photo in photos if photo.path == target[0]), "")
    cover = Photo(target[0], alt or shown, caption, image.where)
    return Outcome(cover, tuple(fields.problems))


def _read_parts(node: Scalar | MappingNode) -> tuple[Fields, Scalar | None]:
    """Keys of a cover, none for a bare path, and the scalar that names its picture."""
    if isinstance(node, Scalar):
        return Fields({}), node
    matched = match_keys(node, COVER_KEYS, required=("image",))
    fields = Fields(matched.value or {}, list(matched.problems))
    fields.require("image")
    fields.text("image")
    value = fields.entries["image"].value if "image" in fields.entries else None
    return fields, value if isinstance(value, Scalar) else None
