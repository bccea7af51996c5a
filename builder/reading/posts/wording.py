"""Front matter and body of a post → the hash of what its file says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from builder.model.addresses import fold_key
from builder.reading.fields.keys import match_keys
from builder.reading.posts.keys import POST_KEYS
from builder.reading.source.front_matter import read_front_matter
from builder.reading.source.nodes import Entry, ListNode, Node, Scalar

_WAY = frozenset(
    (
        *("status", "draft", "approved_by", "approved_on", "approved_hash", "publish_on"),
        *("featured", "old_addresses"),
    )
)
"""Keys that lead a post on its way and say nothing to its reader."""


def hash_wording(entries: Mapping[str, Entry], body: str) -> str:
    """SHA-256 of all that a post's file says to readers and counts for the year.

    It is made of what was written, not of what that means: neither a change of
    the school's configuration nor a later version of this program undoes an
    approval. The order of keys, their names, quotes, comments, blanks around
    values and at the ends of the body make no difference.
    """
    said = {key: _plain(entry.value) for key, entry in entries.items() if key not in _WAY}
    stated = {key: value for key, value in said.items() if value not in ("", [], {})}
    text = json.dumps([stated, body.strip("\n").rstrip()], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def read_wording(text: str, path: str) -> str | None:
    """The hash of a file that nobody has read yet; None where it has no front matter."""
    document = read_front_matter(text, path).value
    if document is None:
        return None
    matched = match_keys(document.front, POST_KEYS)
    return hash_wording(matched.value or {}, document.body)


def _plain(node: Node) -> object:
    """A value as plain data, its blanks folded."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, ListNode):
        return [_plain(item) for item in node.items]
    return {fold_key(entry.key): _plain(entry.value) for entry in node.entries}
