"""Texts of partners and plans and the introduction → what rules on content find in them."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.problems import Problem
from builder.reading.bodies.scan import read_body
from builder.reading.rules.catalog import review_text
from builder.reading.rules.watch import Watch
from builder.reading.surroundings.gathering import Surroundings


def review_surroundings(around: Surroundings, watch: Watch) -> Iterator[Problem]:
    """Problems of what readers see beside the posts; only posts can allow a finding."""
    for one in (*around.partners.values(), *around.plans, around.introduction):
        if one is not None and one.body.strip():
            body = read_body(one.body, path=one.path or "", line=one.body_line)
            yield from review_text(body, watch)
