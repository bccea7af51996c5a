"""A library and the withdrawn pictures → the library without them, wherever they were shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from builder.model.library import Activity, Introduction, Library
from builder.model.partners import Partner
from builder.model.plans import Plan
from builder.model.posts import Post, Translation
from builder.model.problems import Outcome, Problem, Severity, Where
from builder.reading.bodies.links import end_of_picture
from builder.reading.bodies.scan import read_body, resolve
from builder.reading.bodies.text import blank_out

TextT = TypeVar("TextT", Introduction, Partner, Plan, Translation)


def take_down(library: Library, withdrawn: frozenset[str]) -> Outcome[Library]:
    """The library as readers may see it, with a warning where a text still shows a picture.

    It comes last: approvals and figures are of what was written, and a post stays
    although a picture of it goes.
    """
    if not withdrawn:
        return Outcome(library)
    down = _TakingDown(withdrawn)
    posts = {post.path: down.of_post(post) for post in _list_posts(library)}
    activities = tuple(_swap_posts(one, posts) for one in library.activities)
    intro = library.introduction
    taken = replace(
        library,
        posts=tuple(posts[one.path] for one in library.posts),
        waiting=tuple(posts[one.path] for one in library.waiting),
        withdrawn=tuple(posts[one.path] for one in library.withdrawn),
        activities=activities,
        activity_of=MappingProxyType({p.path: one for one in activities for p in one.posts}),
        partners=MappingProxyType(
            {key: down.of_text(one) for key, one in library.partners.items()}
        ),
        plans=tuple(down.of_text(one) for one in library.plans),
        introduction=down.of_text(intro) if intro else None,
    )
    return Outcome(taken, tuple(down.problems))


def _list_posts(library: Library) -> tuple[Post, ...]:
    """Every post of a library."""
    return (*library.posts, *library.waiting, *library.withdrawn)


def _swap_posts(activity: Activity, posts: Mapping[str, Post]) -> Activity:
    """An activity that is told by other records of its posts."""
    told = tuple(posts[one.path] for one in activity.posts)
    return replace(activity, posts=told, main=posts[activity.main.path])


class _TakingDown:
    """Takes pictures out of records, and remembers where it met them."""

    def __init__(self, withdrawn: frozenset[str]) -> None:
        self._withdrawn = withdrawn
        self.problems: list[Problem] = []

    def of_post(self, post: Post) -> Post:
        """A post without withdrawn pictures."""
        cover = post.cover
        if cover is not None and cover.path in self._withdrawn:
            self._tell(cover.path, cover.where)
            cover = None
        translations = {key: self.of_text(one) for key, one in post.translations.items()}
        body = post.body
        if any(photo.path in self._withdrawn for photo in post.photos):
            body = self._blank(body, post.path, post.body_line)
        elif cover is post.cover and translations == post.translations:
            return post
        photos = tuple(photo for photo in post.photos if photo.path not in self._withdrawn)
        own = MappingProxyType(translations)
        return replace(post, body=body, cover=cover, photos=photos, translations=own)

    def of_text(self, text: TextT) -> TextT:
        """A text beside the posts, or a translation, without withdrawn pictures."""
        if not text.body.strip():
            return text
        body = self._blank(text.body, text.path or "", text.body_line)
        return text if body == text.body else replace(text, body=body)

    def _blank(self, body: str, path: str, line: int) -> str:
        """A body with blanks in place of each picture and its caption; its lines stay."""
        scanned = read_body(body, path=path, line=line)
        for pointer in scanned.pointers:
            target = resolve(path, pointer.address) if pointer.is_picture else None
            if target is None or target[0] not in self._withdrawn:
                continue
            self._tell(target[0], scanned.text.place(pointer.position))
            end = end_of_picture(scanned.text, pointer.end)
            body = body[: pointer.position] + blank_out(body[pointer.position : end]) + body[end:]
        return body

    def _tell(self, path: str, where: Where) -> None:
        """Remember a place that shows a picture."""
        self.problems.append(Problem("photo-withdrawn", where, {"photo": path}, Severity.WARNING))
