"""Text of `ten-bai.en.md` → the English version of a post (posts.md, Languages)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.model.posts import Post, Translation
from builder.model.problems import Outcome, Problem, Severity, sort_problems
from builder.reading.bodies.scan import ScannedBody, scan_body
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import match_keys
from builder.reading.posts.context import PostContext
from builder.reading.posts.head import read_slug
from builder.reading.posts.keys import POST_KEYS
from builder.reading.posts.publication import read_summary
from builder.reading.rules.catalog import is_reviewed, review_text
from builder.reading.rules.text import list_values
from builder.reading.source.front_matter import read_broken_front_matter

KEYS = ("title", "summary", "slug")
"""What a translation states itself; everything else is the original's."""

_TRANSLATED = re.compile(r"(?P<stem>.+)\.(?P<language>en)\.md")


def find_original(path: str) -> str | None:
    """Path of the post that a file translates; None where the file is a post itself."""
    found = _TRANSLATED.fullmatch(path)
    return f"{found['stem']}.md" if found else None


def read_translation(
    text: str, path: str, context: PostContext, original: Post | None
) -> Outcome[Translation]:
    """Translation of a post; None where its title or address can't be told.

    What the original allows is allowed here; None: it couldn't be read.
    """
    document = read_broken_front_matter(text, path)
    if document.value is None:
        return Outcome(None, sort_problems(document.problems))
    front, body, line = document.value.front, document.value.body, document.value.body_line
    matched = match_keys(front, POST_KEYS, required=("title",), unknown=Severity.WARNING)
    fields = Fields(matched.value or {}, [*document.problems, *matched.problems])
    for key in fields.entries:
        if key not in KEYS:
            fields.warn("translation-key", key)
    fields.require("title", code="title-empty")
    title = fields.text("title") or ""
    slug, summary = read_slug(fields, title), read_summary(fields)
    scanned = scan_body(
        body,
        path=path,
        body_line=line,
        files=context.files,
        frames_from=context.settings.frames_from,
        pages_folder=context.settings.pages_folder,
    )
    found = _review(scanned.value, fields, context, original)
    problems = sort_problems((*fields.problems, *scanned.problems, *found))
    if not title or not slug or document.value.front.unread:
        return Outcome(None, problems)
    return Outcome(Translation(path, "en", title, slug, summary, body, line), problems)


def _review(
    scanned: ScannedBody | None, fields: Fields, context: PostContext, original: Post | None
) -> Iterable[Problem]:
    """What rules on content find in a translation of a post that readers are to see."""
    if scanned is None or original is None or not is_reviewed(original):
        return ()
    values = list_values(fields.entries)
    return review_text(scanned.body, context.watch, values=values, post=original)
