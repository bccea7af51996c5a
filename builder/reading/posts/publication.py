"""How a post is told, by whom, and who may see it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TypedDict

from builder.model.addresses import fold_key
from builder.model.posts import Allowance, Correction, Photo, Status
from builder.model.problems import Outcome
from builder.reading.fields.given import Fields
from builder.reading.posts.context import PostContext
from builder.reading.posts.cover import read_cover
from builder.reading.posts.notes import read_allowances, read_corrections, read_old_addresses
from builder.reading.posts.torn_front import list_lines
from builder.reading.source.nodes import Node, Scalar
from builder.reading.values.lists import read_list
from builder.reading.values.texts import is_yes, read_text, read_yes_no, tell_value
from builder.reading.values.words import WordTable

LONGEST_SUMMARY = 300
"""Characters of a summary that lists and feeds show in full (posts.md, Front matter)."""

_CONSENTS = {
    "no": "no",
    "khong": "no",
    "chua": "no",
    "not_needed": "not-needed",
    "khong_can": "not-needed",
}
_SCOPE_KEY = "pham_vi"
_SCOPES = {"noi_bo": True, "internal": True, "cong_khai": False, "public": False}


class Publication(TypedDict):
    """The fields of a `Post` that say how it is told, by whom, and to whom."""

    status: Status | None
    approved_by: str | None
    approved_on: date | None
    approved_hash: str | None
    publish_on: date | None
    source: str | None
    authors: tuple[str, ...]
    summary: str | None
    cover: Photo | None
    featured: bool
    photo_consent: str | None
    ai_used: bool
    internal: bool
    corrections: tuple[Correction, ...]
    allowances: tuple[Allowance, ...]
    summary_only: bool
    counted: bool
    old_addresses: tuple[str, ...]


def read_publication(
    path: str, photos: tuple[Photo, ...], fields: Fields, context: PostContext
) -> Publication:
    """A post's words for readers and its way to them; `photos` are those of its body."""
    cover = partial(read_cover, path=path, files=context.files, photos=photos)
    return Publication(
        status=_read_status(fields, context),
        approved_by=fields.text("approved_by"),
        approved_on=fields.day("approved_on"),
        approved_hash=fields.text("approved_hash"),
        publish_on=fields.day("publish_on"),
        source=fields.text("source"),
        authors=fields.read("authors", _read_names) or (),
        summary=read_summary(fields),
        cover=fields.read("cover", cover),
        featured=fields.yes_no("featured"),
        photo_consent=fields.read("photo_consent", _read_consent),
        ai_used=fields.yes_no("ai_used"),
        internal=fields.read("internal", _read_scope) or False,
        corrections=fields.read("corrections", read_corrections) or (),
        allowances=fields.read("allow", partial(read_allowances, rules=context.settings.rules))
        or (),
        summary_only=fields.yes_no("summary_only"),
        counted=fields.yes_no("counted", default=True),
        old_addresses=fields.read("old_addresses", read_old_addresses) or (),
    )


def read_summary(fields: Fields) -> str | None:
    """Summary, with a warning where lists would cut it."""
    summary = fields.text("summary")
    if summary and len(summary) > LONGEST_SUMMARY:
        fields.warn("summary-long", "summary", length=str(len(summary)))
    return summary


def says_draft(text: str, statuses: WordTable) -> bool:
    """Whether a line says that a post is a draft whose front matter can't be read as a whole."""
    return any(
        (key == "status" and statuses.find(said) == Status.DRAFT)
        or (key == "draft" and is_yes(said))
        for key, said in list_lines(text)
    )


def _read_status(fields: Fields, context: PostContext) -> Status | None:
    """Status of a post; `draft: yes` is one too."""
    word = fields.word("status", context.words["statuses"])
    status = Status(word) if word else None
    if not fields.yes_no("draft"):
        return status
    if status not in (None, Status.DRAFT):
        fields.tell("draft-status", "draft", status=fields.written("status"))
    return status or Status.DRAFT


def _read_names(node: Node, *, key: str) -> Outcome[tuple[str, ...]]:
    """Names of people, each once."""
    names = read_list(node, key=key)
    return Outcome(tuple(dict.fromkeys(name.text for name in names.value or ())), names.problems)


def _read_scope(node: Node, *, key: str) -> Outcome[bool]:
    """Whether a post stays in the house: yes or no, or the scope in words."""
    scope = _SCOPES.get(fold_key(node.text)) if isinstance(node, Scalar) else None
    said = read_yes_no(node, key=key) if scope is None else Outcome(scope)
    if said.problems and isinstance(node, Scalar) and fold_key(key) == _SCOPE_KEY:
        return Outcome(None, (tell_value("scope-unknown", node, key=key),))
    return said


def _read_consent(node: Node, *, key: str) -> Outcome[str]:
    """`no`, `not-needed`, or the reference of the form; a bare yes has no reference."""
    text = read_text(node, key=key)
    if text.value is None or not isinstance(node, Scalar):
        return text
    if is_yes(text.value):
        return Outcome(None, (tell_value("consent-reference", node, key=key),))
    return Outcome(_CONSENTS.get(fold_key(text.value), text.value))
