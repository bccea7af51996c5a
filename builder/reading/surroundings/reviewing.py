"""Texts beside the posts, hand-written pages too → what rules on content find in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.model.problems import Problem
from builder.reading.bodies.scan import read_body
from builder.reading.rules.catalog import review_text
from builder.reading.rules.watch import Watch
from builder.reading.source.front_matter import read_front_matter
from builder.reading.surroundings.gathering import Surroundings


def review_surroundings(
    around: Surroundings, pages: Iterable[tuple[str, str]], watch: Watch
) -> Iterator[Problem]:
    """Problems of what readers see beside the posts; only posts can allow a finding.

    An error forbids to publish, also where broken posts are left out.
    `pages` are the paths and texts of the hand-written ones.
    """
    own = (*around.partners.values(), *around.plans, *around.reports, around.introduction)
    texts = [(one.path or "", one.body, one.body_line) for one in own if one is not None]
    told = {path for path, _, _ in texts}
    texts += (_without_head(path, text) for path, text in pages if path not in told)
    for path, text, line in texts:
        if text.strip():
            for one in review_text(read_body(text, path=path, line=line), watch):
                yield replace(one, forbids=one.is_error)


def _without_head(path: str, text: str) -> tuple[str, str, int]:
    """Path, body and first line of a page; front matter, if it has any, is MkDocs' business."""
    document = read_front_matter(text, path).value if text.startswith("---\n") else None
    return (path, document.body, document.body_line) if document else (path, text, 1)
