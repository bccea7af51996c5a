"""Library, pictures and texts → posts in the order of every list, each list made once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from builder.model.library import Activity, Library
from builder.model.posts import Post
from builder.model.site import Picture

Key = TypeVar("Key")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Shelves:
    """What all pages are made of."""

    library: Library
    pictures: Mapping[str, Picture]
    """By path of the original."""

    bodies: Mapping[str, str]
    """Path of a source file → its text as HTML."""

    posts: tuple[Post, ...]
    """Posts that have a page here, newest first; in the preview with those that wait."""

    by_year: Mapping[int, tuple[Post, ...]]
    """Newest year first."""

    by_type: Mapping[str, tuple[Post, ...]]
    """In the vocabulary's order; only types that occur, here and below."""

    by_theme: Mapping[str, tuple[Post, ...]]
    by_partner: Mapping[str, tuple[Post, ...]]
    """Partner's id → posts about what was done with them."""

    partner_activities: Mapping[str, tuple[Activity, ...]]
    """Partner's id → their activities, newest first."""

    @property
    def language(self) -> str:
        """Language of the pages."""
        return self.library.settings.language

    def partners_of(self, post: Post) -> tuple[str, ...]:
        """Ids of the partners of a post's activity, else those that the post names."""
        activity = self.library.activity_of.get(post.path)
        if activity is not None:
            return activity.partners
        return tuple(dict.fromkeys(one.id for one in post.partners))


def sort_shelves(
    library: Library,
    *,
    pictures: Mapping[str, Picture],
    bodies: Mapping[str, str],
    preview: bool = False,
) -> Shelves:
    """Put every post on its shelves, in one pass over the posts."""
    posts = [post for post in library.posts if not post.summary_only]
    if preview:
        posts += [post for post in library.waiting if not (post.internal or post.summary_only)]
    newest = tuple(sorted(posts, key=lambda post: (post.first_day, post.path), reverse=True))
    bare = Shelves(library, pictures, bodies, newest, {}, {}, {}, {}, {})
    vocabulary = library.settings.vocabulary
    by_year = _sort((post, (post.first_day.year,)) for post in newest)
    return Shelves(
        library,
        pictures,
        bodies,
        newest,
        by_year,
        _order(_sort((post, (post.activity_type,)) for post in newest), vocabulary.activity_types),
        _order(_sort((post, post.themes) for post in newest), vocabulary.themes),
        _sort((post, bare.partners_of(post)) for post in newest),
        _sort((one, one.partners) for one in reversed(library.activities)),
    )


def _sort(things: Iterable[tuple[Thing, Iterable[Key]]]) -> dict[Key, tuple[Thing, ...]]:
    """Things under each of their keys, in the order in which they come."""
    found: dict[Key, list[Thing]] = {}
    for thing, keys in things:
        for key in dict.fromkeys(keys):
            found.setdefault(key, []).append(thing)
    return {key: tuple(one) for key, one in found.items()}


def _order(
    shelves: Mapping[str, tuple[Post, ...]], words: Iterable[str]
) -> Mapping[str, tuple[Post, ...]]:
    """The same shelves in the order of a vocabulary."""
    return {word: shelves[word] for word in words if word in shelves}
