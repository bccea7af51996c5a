"""From posts to what readers may see of them (posts.md, Who may see it)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from builder.locale.sorting import sort_key
from builder.model.posts import Post, Status
from builder.model.problems import Problem, Severity
from builder.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Shelves:
    """Posts by who may see them, each list by (first_day, path)."""

    published: tuple[Post, ...]
    withdrawn: tuple[Post, ...]
    waiting: tuple[Post, ...]
    """Drafts, posts in review, internal ones and those of a later day."""

    def without(self, paths: frozenset[str]) -> Shelves:
        """The shelves without the posts of these paths."""
        shelves = (self.published, self.withdrawn, self.waiting)
        return Shelves(*(tuple(p for p in shelf if p.path not in paths) for shelf in shelves))


def shelve_posts(posts: Iterable[Post], settings: Settings, today: date) -> Shelves:
    """Posts sorted by who may see them on a day."""
    published: list[Post] = []
    withdrawn: list[Post] = []
    waiting: list[Post] = []
    for post in sorted(posts, key=lambda one: (one.first_day, one.path)):
        if post.internal or (post.publish_on is not None and post.publish_on > today):
            waiting.append(post)
        elif post.status is Status.WITHDRAWN:
            withdrawn.append(post)
        elif _is_cleared(post, approval_required=settings.approval_required):
            published.append(post)
        else:
            waiting.append(post)
    return Shelves(tuple(published), tuple(withdrawn), tuple(waiting))


def check_approvals(posts: Sequence[Post], settings: Settings) -> tuple[Problem, ...]:
    """Approvals that don't count where the school requires them."""
    if not settings.approval_required:
        return ()
    approved = (p for p in posts if p.status is Status.APPROVED and not p.internal)
    return tuple(problem for post in approved for problem in _check_approval(post))


def _is_cleared(post: Post, *, approval_required: bool) -> bool:
    """Whether a post's status and approval let it out."""
    if approval_required:
        return post.status is Status.APPROVED and post.approved_by is not None
    return post.status in (None, Status.APPROVED)


def _check_approval(post: Post) -> Iterable[Problem]:
    """The problem of one approved post's approval, if it has one."""
    if post.approved_by is None:
        yield Problem("approver-missing", post.place_of("status"), severity=Severity.WARNING)
    elif _name_key(post.approved_by) in {_name_key(author) for author in post.authors}:
        where = post.place_of("approved_by")
        yield Problem("approver-is-author", where, {"written": post.approved_by})


def _name_key(name: str) -> object:
    """What two spellings of one person's name share: case, blanks and the place of a tone."""
    letters, tones, _ = sort_key(" ".join(name.split()))
    return letters, tones
