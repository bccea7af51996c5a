"""`status`: a library → what waits, for whom, since when, and what the school accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from builder.model.library import Library
from builder.model.posts import Allowance, Post
from builder.model.waiting import Reason, reason_of

_ORDER = tuple(Reason)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A post that readers can't see yet."""

    post: Post
    reason: Reason
    whom: tuple[str, ...]
    """Names of those whose turn it is; empty: nobody in particular is named."""

    since: date
    """The last day on which something happened to it, or the coming day of its publication.

    A file's own day says nothing: it is that of the last copying. So a post that
    nobody approved waits since its activity.
    """


def list_waiting(library: Library) -> tuple[Waiting, ...]:
    """Posts that wait for somebody or for their day, by reason, then the longest waiting first."""
    found = (_describe(one, library) for one in library.waiting if not one.internal)
    return tuple(
        sorted(found, key=lambda one: (_ORDER.index(one.reason), one.since, one.post.path))
    )


def list_allowances(library: Library) -> tuple[tuple[Post, Allowance], ...]:
    """What the school accepts in its posts, by path, in the order of each post."""
    posts = sorted((*library.posts, *library.waiting), key=lambda one: one.path)
    return tuple((post, one) for post in posts for one in post.allowances)


def _describe(post: Post, library: Library) -> Waiting:
    """One waiting post."""
    reason = reason_of(post, library.today, library.outdated)
    whom = post.authors if reason is Reason.DRAFT else ()
    since = post.first_day
    if reason is Reason.OUTDATED:
        whom = (post.approved_by,) if post.approved_by else ()
        since = post.approved_on or post.first_day
    elif reason is Reason.LATER and post.publish_on is not None:
        since = post.publish_on
    return Waiting(post, reason, whom, since)
