"""Posts of one activity together → findings on permission and on givers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from builder.model.posts import Post, Resource
from builder.reading.rules.findings import Finding

FOREIGN_TYPES = frozenset({"hop-tac-quoc-te", "cu-di-hoc-tap"})
"""Types of activities that an authority must have allowed (domain.md 5.2)."""

_NAMELESS = ("ẩn danh", "giấu tên", "không nêu tên")


def find_in_activities(
    posts: Iterable[Post], is_text_only: Callable[[Post], bool]
) -> Iterator[tuple[Post, Finding]]:
    """Findings with the post that each is of; what one post of an event says, holds for all."""
    events: dict[str, list[Post]] = {}
    for post in posts:
        if not is_text_only(post):
            events.setdefault(post.event.id if post.event else post.path, []).append(post)
    for together in events.values():
        together.sort(key=lambda one: (not one.is_main, one.publication_key))
        yield from _find_permission(together)
        yield from _find_givers(together)


def _find_permission(posts: list[Post]) -> Iterator[tuple[Post, Finding]]:
    """The finding of an activity with foreigners that no post's document allows."""
    foreign = [one for one in posts if one.foreign_element or one.activity_type in FOREIGN_TYPES]
    if foreign and not any(one.permission for one in posts):
        post = foreign[0]
        stated = "foreign_element" if post.foreign_element else "activity_type"
        yield post, Finding("foreign-permission", post.place_of(stated))


def _find_givers(posts: list[Post]) -> Iterator[tuple[Post, Finding]]:
    """Findings of gifts whose giver is neither named nor the activity's only partner."""
    partners = {mention.id for post in posts for mention in post.partners}
    partners |= {one.partner.id for post in posts for one in post.resources if one.partner}
    if len(partners) == 1:
        return
    for post in posts:
        for resource in post.resources:
            if resource.partner is None and not _is_nameless(resource):
                yield post, Finding("sponsor-missing", resource.where)


def _is_nameless(resource: Resource) -> bool:
    """Whether a giver asked not to be named."""
    note = (resource.note or "").lower()
    return any(words in note for words in _NAMELESS)
