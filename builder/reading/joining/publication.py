"""From posts to what readers may see of them (posts.md, Who may see it)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from builder.model.posts import Post, Status
from builder.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Shelves:
    """Posts by who may see them, each list by (first_day, path)."""

    published: tuple[Post, ...]
    withdrawn: tuple[Post, ...]
    waiting: tuple[Post, ...]
    """Drafts, posts in review, changed after approval, internal ones and those of a later day."""

    outdated: frozenset[str]
    """Paths of those that changed after their approval."""

    def without(self, paths: frozenset[str]) -> Shelves:
        """The shelves without the posts of these paths."""
        shelves = (self.published, self.withdrawn, self.waiting)
        left = (tuple(p for p in shelf if p.path not in paths) for shelf in shelves)
        published, withdrawn, waiting = left
        return Shelves(published, withdrawn, waiting, self.outdated)


def shelve_posts(
    posts: Iterable[Post], settings: Settings, today: date, outdated: frozenset[str]
) -> Shelves:
    """Posts sorted by who may see them on a day.

    `outdated` are paths of posts that changed after their approval.
    """
    published: list[Post] = []
    withdrawn: list[Post] = []
    waiting: list[Post] = []
    for post in sorted(posts, key=lambda one: (one.first_day, one.path)):
        if post.internal or (post.publish_on is not None and post.publish_on > today):
            waiting.append(post)
        elif post.status is Status.WITHDRAWN:
            withdrawn.append(post)
        elif post.path not in outdated and _is_cleared(
            post, approval_required=settings.approval_required
        ):
            published.append(post)
        else:
            waiting.append(post)
    return Shelves(tuple(published), tuple(withdrawn), tuple(waiting), outdated)


def _is_cleared(post: Post, *, approval_required: bool) -> bool:
    """Whether a post's status and approval let it out."""
    if approval_required:
        return post.status is Status.APPROVED and post.approved_by is not None
    return post.status in (None, Status.APPROVED)
