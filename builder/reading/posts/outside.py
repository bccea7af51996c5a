"""Two readings of a post → whether anything but its own text can show the difference."""

from __future__ import annotations

from dataclasses import replace

from builder.model.posts import Post
from builder.reading.bodies.scan import read_body


def is_same_outside(old: Post, new: Post) -> bool:
    """Whether all other pages, figures and problems are the same with either.

    An approval holds for a text, and links to anchors reach from file to file:
    where there are any, the whole project is to be looked at.
    """
    if old.approved_hash or any(".md#" in one.body for one in (old, new)):
        return False
    return _strip(old) == _strip(new) and _anchors_of(old) == _anchors_of(new)


def _strip(post: Post) -> Post:
    """A post without its text, and without the places of its pictures in it."""
    nowhere = post.place_of("post")
    return replace(post, body="", photos=tuple(replace(one, where=nowhere) for one in post.photos))


def _anchors_of(post: Post) -> frozenset[str]:
    """What links can lead to."""
    return read_body(post.body, path=post.path, line=post.body_line).anchors
