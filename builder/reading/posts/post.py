"""Text of a post's file → `Post`, with every problem of the file at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.model.posts import Post, Status
from builder.model.problems import Outcome, Problem, Severity, sort_problems
from builder.reading.bodies.scan import ScannedBody, scan_body
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import find_unread, match_keys
from builder.reading.posts.context import PostContext
from builder.reading.posts.facts import read_facts
from builder.reading.posts.head import NO_DAY, read_head
from builder.reading.posts.keys import POST_KEYS
from builder.reading.posts.publication import read_publication, says_draft
from builder.reading.posts.slips import find_slips
from builder.reading.posts.wording import hash_wording
from builder.reading.rules.catalog import is_reviewed, review_facts, review_text
from builder.reading.rules.text import list_values
from builder.reading.source.front_matter import Document, read_broken_front_matter

_UNRULED = frozenset({"title", "date", "end_date", "activity_type", "participants", "location"})
"""Keys that no rule on content asks for."""


def read_post(text: str, path: str, context: PostContext) -> Outcome[Post]:
    """Post of a file; None where its title, date or type can't be told.

    With errors elsewhere the value is what could be read, for the preview. The
    errors of a draft are told as warnings: it stops nothing (posts.md, Problems).
    """
    document = read_broken_front_matter(text, path)
    is_draft = document.has_errors and says_draft(text, context.words["statuses"])
    if document.value is None:
        return Outcome(None, _weigh(document.problems, is_draft=is_draft))
    post, found = _read_document(document.value, path, context)
    problems = (*document.problems, *found)
    if document.value.front.unread:
        return Outcome(None, _weigh(problems, is_draft=is_draft))
    problems = _weigh(problems, is_draft=post.status is Status.DRAFT)
    is_sound = post.title and post.slug and post.activity_type and post.first_day != NO_DAY
    return Outcome(post if is_sound else None, problems)


def _weigh(problems: Iterable[Problem], *, is_draft: bool) -> tuple[Problem, ...]:
    """Problems in their order; those of a draft are warnings."""
    if is_draft:
        problems = (replace(one, severity=Severity.WARNING) for one in problems)
    return sort_problems(problems)


def _read_document(
    document: Document, path: str, context: PostContext
) -> tuple[Post, tuple[Problem, ...]]:
    """Post with all that could be read; what it must have and lacks stands there empty."""
    matched = match_keys(
        document.front,
        POST_KEYS,
        required=("title", "date", "activity_type"),
        unknown=Severity.WARNING,
    )
    fields = Fields(matched.value or {}, list(matched.problems))
    unread = find_unread(document.front, POST_KEYS)
    head = read_head(fields, document, path, context)
    body = scan_body(
        document.body,
        path=path,
        body_line=document.body_line,
        files=context.files,
        frames_from=context.settings.frames_from,
        pages_folder=context.settings.pages_folder,
        may_be_empty="summary_only" in unread or fields.yes_no("summary_only"),
    )
    photos = body.value.photos if body.value else ()
    facts = read_facts(head, fields, context)
    way = read_publication(path, photos, fields, context)
    is_approved = way["approved_hash"] is not None
    wording = hash_wording(fields.entries, document.body) if is_approved else None
    post = Post(**head, **facts, **way, photos=photos, wording=wording)
    found = _review(post, body.value, fields, context) if unread <= _UNRULED else ()
    return post, (*fields.problems, *body.problems, *found)


def _review(
    post: Post, body: ScannedBody | None, fields: Fields, context: PostContext
) -> Iterable[Problem]:
    """What rules on content, and a look at its days, find in a post that readers are to see."""
    if body is None or not is_reviewed(post):
        return ()
    found = review_text(body.body, context.watch, values=list_values(fields.entries), post=post)
    slips = find_slips(body.body.text, list_values(fields.entries, ("title", "summary")))
    return (*found, *review_facts(post, context.watch), *slips)
