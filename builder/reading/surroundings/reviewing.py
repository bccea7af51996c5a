"""Texts beside the posts, hand-written pages too → what rules on content find in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from builder.model.problems import Problem
from builder.reading.bodies.scan import read_body
from builder.reading.rules.catalog import review_text
from builder.reading.rules.text import list_values
from builder.reading.rules.watch import Watch
from builder.reading.source.front_matter import read_front_matter
from builder.reading.source.nodes import Scalar
from builder.reading.sources import list_folder
from builder.reading.surroundings.documents import match_fields
from builder.reading.surroundings.gathering import Surroundings
from builder.reading.surroundings.plans import PLAN_KEYS

_SHOWN = ("title", "tasks")
"""Keys of a plan whose values its page shows, but for other bodies' papers and who signs."""

_TOLD_OF_POSTS = frozenset(
    {
        *("child-name", "child-class-birth", "child-birth", "health-detail"),
        *("phone", "email", "bank-number", "secret-mark", "secret-review", "party-paper"),
        *("compulsory-donation", "long-quote", "unknown-host", "ai-unmarked"),
    }
)
"""Codes whose hints name keys that only posts have."""


def review_surroundings(
    around: Surroundings, texts: Mapping[str, str], watch: Watch
) -> Iterator[Problem]:
    """Problems of what readers see beside the posts; only posts can allow a finding.

    An error forbids to publish, also where broken posts are left out.
    `texts` are those of all files by path.
    """
    own = (*around.partners.values(), *around.plans, *around.reports, around.introduction)
    read = [(one.path or "", one.body, one.body_line) for one in own if one is not None]
    told = {path for path, _, _ in read}
    read += (_without_head(*page) for page in list_folder(texts, "pages") if page[0] not in told)
    plans = {one.path for one in around.plans}
    for path, text, line in read:
        values = tuple(_list_plan_values(texts[path], path)) if path in plans else ()
        if text.strip() or values:
            body = read_body(text, path=path, line=line)
            for one in review_text(body, watch, values=values):
                yield _tell_beside_posts(one)


def _without_head(path: str, text: str) -> tuple[str, str, int]:
    """Path, body and first line of a page; front matter, if it has any, is MkDocs' business."""
    document = read_front_matter(text, path).value if text.startswith("---\n") else None
    return (path, document.body, document.body_line) if document else (path, text, 1)


def _list_plan_values(text: str, path: str) -> Iterator[Scalar]:
    """What a plan says above its text."""
    document = read_front_matter(text, path).value
    if document is not None:
        yield from list_values(match_fields(document.front, PLAN_KEYS).entries, _SHOWN)


def _tell_beside_posts(problem: Problem) -> Problem:
    """A problem with a remedy that is one where nothing can be allowed."""
    remedy = None
    if problem.code in _TOLD_OF_POSTS:
        remedy = "beside-posts-blocked" if problem.is_error else "beside-posts-told"
    return replace(problem, forbids=problem.is_error, remedy=remedy)
