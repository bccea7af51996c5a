"""Every rule that looks at one text, and the review of a text by all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from builder.model.posts import Post
from builder.model.problems import Problem
from builder.reading.bodies.scan import Body
from builder.reading.rules.findings import Finding, list_active, weigh_findings
from builder.reading.rules.text import ReviewedText, join_text
from builder.reading.rules.watch import Watch
from builder.reading.source.nodes import Scalar

Rule = Callable[[ReviewedText], Iterable[Finding]]

RULES: tuple[tuple[frozenset[str], Rule], ...] = ()
"""Functions with the rules that each of them watches over."""


def review_text(
    body: Body, watch: Watch, *, values: Iterable[Scalar] = (), post: Post | None = None
) -> Iterator[Problem]:
    """Problems of a text that readers will see, by the levels of the school.

    `values` are the texts of its front matter; `post` is the post that it is of,
    whose allowances silence rules.
    """
    allowances = post.allowances if post else ()
    active = list_active(watch.levels, allowances)
    text = join_text(body, watch, active, values=values, post=post)
    findings = (one for watched, rule in RULES if watched & active for one in rule(text))
    yield from weigh_findings(findings, watch.levels, watch.laws, allowances)
