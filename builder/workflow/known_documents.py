"""What stands beside each page of a summary or plan, known without composing any of it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from operator import attrgetter
from types import MappingProxyType

import msgspec

from builder.cache.encoding import ENCODER
from builder.cache.ledger import Ledger
from builder.disk.project_folder import CONFIGURATION
from builder.disk.sources import ProjectFiles
from builder.model.library import Activity, Library
from builder.model.posts import Post
from builder.model.summary import PeriodSummary
from builder.workflow.remembered import recall, remember
from builder.workflow.templates import PLAN_TEMPLATE, REPORT_TEMPLATE

_KIND = "documents"
_HASH_BYTES = 16


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file beside a page, as it stands in the cache."""

    path: str
    """From the site's root."""

    key: str
    """Hash of all that its bytes depend on."""

    name: str
    """In the cache."""

    size_bytes: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """Files of a page with the hash of the records that they are made of."""

    told: str
    files: tuple[MadeFile, ...]


class KnownDocuments:
    """Files of each page, kept until a record changes that any of them is made of."""

    def __init__(self, ledger: Ledger, project: ProjectFiles, library: Library) -> None:
        """Take what all documents have in common, as `without_posts` leaves it."""
        self._ledger = ledger
        digest = blake2b(project.texts[CONFIGURATION], digest_size=_HASH_BYTES)
        digest.update(ENCODER.encode((library.today, library.partners, library.plans)))
        for path in (REPORT_TEMPLATE, PLAN_TEMPLATE):
            digest.update(project.digests[path].encode() if path in project.files else b"-")
        self._around = digest

    def hash_records(self, pages: Sequence[Sequence[object]]) -> list[str]:
        """For each page, the hash of all that its documents are made of."""
        hashes = _Hashes()
        return [hashes.hash_page(records, self._around.copy()) for records in pages]

    def recall(self, page: str, told: str) -> tuple[MadeFile, ...] | None:
        """Files of a page whose records have this hash; None where they had another."""
        kept = recall(self._ledger, _KIND, page)
        entry = _DECODER.decode(kept) if kept is not None else None
        return entry.files if entry is not None and entry.told == told else None

    def keep(self, page: str, told: str, files: tuple[MadeFile, ...]) -> None:
        """Keep which files a page has."""
        remember(self._ledger, _KIND, page, ENCODER.encode(_Entry(told, files)))


def without_posts(library: Library) -> Library:
    """What documents may take from a library besides the records of their own page."""
    return replace(
        library,
        posts=(),
        activities=(),
        withdrawn=(),
        waiting=(),
        left_out=(),
        introduction=None,
        activity_of=MappingProxyType({}),
    )


class _Hashes:
    """Hashes of the records of several pages, which share posts and activities."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}
        """By the address in memory of a record that lives as long as this one."""

    def hash_page(self, records: Sequence[object], digest: blake2b) -> str:
        """Hash of one page's records, begun by `digest`."""
        digest.update(ENCODER.encode([self._tell(one) for one in records]))
        return digest.hexdigest()

    def _tell(self, record: object) -> object:
        """What a record is hashed by; a post stands in two periods or more, and is hashed once."""
        if not isinstance(record, PeriodSummary):
            return record
        return (
            _TELL_FIGURES(record),
            [
                (self._tell_activity(row.activity), row.counts, row.total)
                for row in record.activities
            ],
            [self._tell_activity(one) for one in record.carried_over],
            [self._tell_post(one) for one in record.posts],
        )

    def _tell_activity(self, activity: Activity) -> str:
        """Hash of an activity with its posts."""
        if id(activity) not in self._known:
            posts = [self._tell_post(one) for one in (activity.main, *activity.posts)]
            self._known[id(activity)] = _hash((_TELL_ACTIVITY(activity), posts))
        return self._known[id(activity)]

    def _tell_post(self, post: Post) -> str:
        """Hash of a post without its text and its lines, of which no document tells."""
        if id(post) not in self._known:
            self._known[id(post)] = _hash(_TELL_POST(post))
        return self._known[id(post)]


def _hash(told: object) -> str:
    """Hash of some values."""
    return blake2b(ENCODER.encode(told), digest_size=_HASH_BYTES).hexdigest()


def _tell_all_but(record: type[Activity | Post | PeriodSummary], *left: str) -> attrgetter[object]:
    """Values of a record of this kind but a few."""
    return attrgetter(*(one.name for one in fields(record) if one.name not in left))


_TELL_FIGURES = _tell_all_but(PeriodSummary, "activities", "carried_over", "posts")
_TELL_ACTIVITY = _tell_all_but(Activity, "main", "posts")
_TELL_POST = _tell_all_but(Post, "body", "body_line", "where")
_DECODER = msgspec.json.Decoder(_Entry)
