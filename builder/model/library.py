"""Everything that was read, in order: posts, activities, partners, plans, reports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from builder.model.counts import Participants
from builder.model.issued import IssuedReport
from builder.model.partners import Partner
from builder.model.plans import Plan, ReportText
from builder.model.posts import Post, Resource
from builder.model.settings import Settings

_REMEMBERED = 4096
"""Anchors that are kept: each is asked for from several pages."""

_NOT_IN_ANCHOR = re.compile("[^A-Za-z0-9-]")


@dataclass(frozen=True, slots=True)
class Activity:
    """What took place: one post, or all posts with one `event` (counting.md, rules 1, 2 and 19)."""

    id: str
    """Its `event`, else its main post's slug path."""

    title: str
    first_day: date
    last_day: date | None
    """None where it took one day, or no post states the last."""

    activity_type: str
    sessions: int
    participants: Participants | None
    """United over its posts. None: nobody counted."""

    level: str | None
    role: str
    mode: str
    location: str | None
    permission: str | None
    partners: tuple[str, ...]
    """Ids, as first named, main post first; givers of resources included."""

    channels: tuple[str, ...]
    """In the vocabulary's order; `website` where a post of it has a page."""

    themes: tuple[str, ...]
    tasks: tuple[str, ...]
    resources: tuple[Resource, ...]
    """Each gift once; `partner` filled in where it can be known (counting.md, rule 10)."""

    posts: tuple[Post, ...]
    """Its counted posts, text-only ones too, by date, then path."""

    main: Post
    """The post that leads it."""

    foreign_element: bool = False

    @property
    def anchor(self) -> str:
        """Id of its row on a page; no two activities share one."""
        return _write_anchor(self.id)

    @property
    def address(self) -> str | None:
        """Address of its main post, else of its first post with a page; None where none has one."""
        with_page = [post for post in (self.main, *self.posts) if not post.summary_only]
        return with_page[0].address if with_page else None


@dataclass(frozen=True, slots=True)
class Introduction:
    """The hand-written `index.md`, which becomes the home page's introduction."""

    path: str
    title: str | None
    """None: it has no heading of its own."""

    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Library:
    """All content of a school on one day, and how it hangs together."""

    settings: Settings
    today: date
    posts: tuple[Post, ...]
    """Published posts, `summary_only` ones too, by (first_day, path)."""

    activities: tuple[Activity, ...]
    """Of counted published posts, by (first_day, id)."""

    partners: Mapping[str, Partner]
    """By id, in Vietnamese order of names; those without a file too."""

    plans: tuple[Plan, ...]
    """By (first_day, id) of their periods."""

    reports: Mapping[str, ReportText]
    """Period id → what the principal wrote."""

    withdrawn: tuple[Post, ...] = ()
    """Posts whose address tells that they were taken down."""

    waiting: tuple[Post, ...] = ()
    """Drafts, posts in review, posts of a later day: shown in the preview with a badge alone.
    Internal posts stand here too; no page of the site may come of one."""

    outdated: frozenset[str] = frozenset()
    """Paths of waiting posts that changed after they were approved."""

    left_out: tuple[str, ...] = ()
    """Paths of broken posts that errors name."""

    introduction: Introduction | None = None
    issued: Mapping[str, tuple[IssuedReport, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Period id → its issued reports, in the order of their issue: the last one holds."""

    activity_of: Mapping[str, Activity] = field(default_factory=lambda: MappingProxyType({}))
    """Path of a counted post → its activity."""


@lru_cache(_REMEMBERED)
def _write_anchor(activity: str) -> str:
    """Anchor made of the id of an activity."""
    return "hd-" + _NOT_IN_ANCHOR.sub(_write_in_anchor, activity)


def _write_in_anchor(sign: re.Match[str]) -> str:
    """What stands for a sign of an id in the address of a row."""
    return "." if sign[0] == "/" else f"_{ord(sign[0]):x}_"
