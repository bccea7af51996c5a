"""Why readers can't see a post yet."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from builder.model.posts import Post, Status


class Reason(StrEnum):
    """What a waiting post waits for, in the order in which a list of them is read."""

    OUTDATED = "outdated"
    """It changed after it was approved."""

    REVIEW = "review"
    APPROVAL = "approval"
    """It says that it is ready, and nobody who may has approved it."""

    LATER = "later"
    """Its day of publication."""

    DRAFT = "draft"
    INTERNAL = "internal"
    """Nothing: it never comes."""


def reason_of(post: Post, today: date, outdated: frozenset[str]) -> Reason:
    """Why a waiting post waits; `outdated` are paths of posts changed after their approval."""
    if post.internal:
        return Reason.INTERNAL
    if post.status in (Status.DRAFT, Status.REVIEW):
        return Reason(post.status.value)
    if post.path in outdated:
        return Reason.OUTDATED
    if post.publish_on is not None and post.publish_on > today:
        return Reason.LATER
    return Reason.APPROVAL
