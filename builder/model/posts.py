"""A post and what belongs to it, as read from one bundle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from builder.model.counts import Participants
from builder.model.problems import Where


class Status(StrEnum):
    """Where a post stands on its way to the reader (posts.md, Who may see it)."""

    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PartnerMention:
    """A partner as a post names it."""

    id: str
    """Id of the partner's file, else the slug of the name (counting.md, rule 9)."""

    name: str
    """As the post writes it."""

    where: Where


@dataclass(frozen=True, slots=True)
class Resource:
    """Something given or pledged to the school (counting.md, rule 10)."""

    kind: str
    """Id of a resource kind."""

    where: Where
    value_vnd: int | None = None
    """Whole đồng; None: not stated."""

    quantity: int | None = None
    unit: str | None = None
    """As written, NFC, blanks folded."""

    partner: PartnerMention | None = None
    """The giver; None: not named here."""

    pledged: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that a post shows; its pixels are the business of `images`."""

    path: str
    """Path of the original from the project folder."""

    alt: str
    caption: str | None
    where: Where


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that is shown at the top of a post."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Allowance:
    """A finding of a content rule that the school accepts in this post."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Task:
    """The id of a plan's task, as a post names it."""

    id: str
    where: Where


@dataclass(frozen=True, slots=True)
class Sessions:
    """How many times an activity was held, as one post states it."""

    value: int
    where: Where


@dataclass(frozen=True, slots=True)
class EventRef:
    """The id that posts about one activity share."""

    id: str
    """Folded, `-` between words; a URL as it is (counting.md, rule 19)."""

    where: Where


@dataclass(frozen=True, slots=True)
class Translation:
    """The English version of a post; never a second activity (posts.md, Languages)."""

    path: str
    language: str
    title: str
    slug: str
    summary: str | None
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Post:
    """One news text about outreach, with the facts of its activity.

    What the post does not state is None, so that the posts of one event can
    complete each other (counting.md, rule 2).
    """

    path: str
    """Of its Markdown file, from the project folder."""

    slug: str
    """Last part of its address; unique in its year."""

    title: str
    first_day: date
    activity_type: str
    body: str
    """Markdown as written, NFC, line ends `\\n`."""

    body_line: int
    """Line of the file at which `body` begins."""

    where: Mapping[str, Where]
    """Canonical key → where the post states it; `post` is its first line."""

    last_day: date | None = None
    participants: Participants | None = None
    """None: nobody counted; never the same as 0."""

    sessions: Sessions | None = None
    themes: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    """As stated; `website` is added when counting (counting.md, rule 11)."""

    level: str | None = None
    role: str | None = None
    mode: str | None = None
    location: str | None = None
    partners: tuple[PartnerMention, ...] = ()
    tasks: tuple[Task, ...] = ()
    event: EventRef | None = None
    is_main: bool = False
    """`main_post: yes`."""

    resources: tuple[Resource, ...] = ()
    foreign_element: bool = False
    permission: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    summary: str | None = None
    cover: Photo | None = None
    photos: tuple[Photo, ...] = ()
    """Pictures of the body, in reading order."""

    featured: bool = False
    photo_consent: str | None = None
    ai_used: bool = False
    status: Status | None = None
    """None: not stated, which publishes."""

    internal: bool = False
    approved_by: str | None = None
    approved_on: date | None = None
    approved_hash: str | None = None
    publish_on: date | None = None
    corrections: tuple[Correction, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    summary_only: bool = False
    counted: bool = True
    old_addresses: tuple[str, ...] = ()
    translations: Mapping[str, Translation] = field(default_factory=lambda: MappingProxyType({}))
    """Language → translation."""

    wording: str | None = None
    """Hash of what its file says; None where no approval asks for it."""

    @property
    def id(self) -> str:
        """Slug path, e.g. `2023/ten-bai` (outputs.md, data.json)."""
        return f"{self.first_day.year}/{self.slug}"

    @property
    def address(self) -> str:
        """Address from the site's root, without the leading `/`."""
        return f"tin/{self.id}/"

    @property
    def publication_key(self) -> tuple[date, date, str]:
        """“Earliest”: by date, `publish_on` (none = its date), path (counting.md, rule 2)."""
        return (self.first_day, self.publish_on or self.first_day, self.path)

    def place_of(self, *keys: str) -> Where:
        """Where it states the first of these keys that it states; else its first line."""
        stated = [self.where[key] for key in (*keys, "post") if key in self.where]
        return stated[0] if stated else Where(self.path)
