"""What a post states of itself → findings on consent, sources and machines."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from builder.model.posts import Post, Status
from builder.reading.rules.findings import Finding
from builder.reading.rules.hosts import names_official_host

WATCHED = frozenset({"consent", "rebuttal-source", "long-quote", "ai-unmarked"})

REBUTTAL = "phan-bac-thong-tin"
"""Theme of posts that stand against a false word."""

_RELAYED = "dua-tin"
"""Role of posts that pass on news of another body."""

_MACHINE_FILE = re.compile(
    r"chatgpt|dall[-_ ·.]?e[-_ \d]|midjourney|gemini[-_ ]generated|stable[-_ ]?diffusion|firefly",
    re.IGNORECASE,
)


def find_in_facts(post: Post) -> Iterator[Finding]:
    """Findings of one post's own statements."""
    yield from _find_consent(post)
    yield from _find_rebuttal(post)
    if post.role == _RELAYED and post.source is None:
        yield Finding("long-quote", post.place_of("role"), code="relayed-source")
    if not post.ai_used:
        for photo in (*((post.cover,) if post.cover else ()), *post.photos):
            name = posixpath.basename(photo.path)
            if _MACHINE_FILE.search(name):
                yield Finding("ai-unmarked", photo.where, {"written": name})


def _find_consent(post: Post) -> Iterator[Finding]:
    """The finding of pictures of which nobody said whether they may be shown."""
    shown = post.cover or next(iter(post.photos), None)
    if shown is None or post.summary_only:
        return
    if post.photo_consent is None:
        yield Finding("consent", shown.where)
    elif post.photo_consent == "no":
        yield Finding("consent", post.place_of("photo_consent"), code="consent-refused")


def _find_rebuttal(post: Post) -> Iterator[Finding]:
    """Findings of a word against false news that rests on nothing official."""
    if REBUTTAL not in post.themes:
        return
    where = post.place_of("source", "themes")
    if not names_official_host(post.source or ""):
        yield Finding("rebuttal-source", where)
    if post.approved_by is None and post.status in (None, Status.APPROVED):
        yield Finding("rebuttal-source", post.place_of("themes"), code="rebuttal-approver")
