"""Every rule that looks at one text, and the review of a text by all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model.posts import Post, Status
from builder.model.problems import Problem
from builder.reading.bodies.scan import Body
from builder.reading.rules import (
    alternatives,
    children,
    hosts,
    numbers,
    secrecy,
    structure,
    tables,
    wording,
)
from builder.reading.rules.facts import find_in_facts
from builder.reading.rules.findings import weigh_findings
from builder.reading.rules.openings import compile_openings
from builder.reading.rules.rule import Rule
from builder.reading.rules.text import join_text
from builder.reading.rules.watch import Watch
from builder.reading.source.nodes import Scalar

RULES: tuple[Rule, ...] = (
    *numbers.RULES,
    *hosts.RULES,
    *children.RULES,
    *tables.RULES,
    *secrecy.RULES,
    *wording.RULES,
    *structure.RULES,
    *alternatives.RULES,
)
"""Every look at one text."""

_OPENINGS = compile_openings(sorted({word for rule in RULES for word in rule.words}))


def is_reviewed(post: Post) -> bool:
    """Whether readers are to see a post: it is neither internal nor taken down."""
    return not post.internal and post.status is not Status.WITHDRAWN


def review_text(
    body: Body, watch: Watch, *, values: Iterable[Scalar] = (), post: Post | None = None
) -> Iterator[Problem]:
    """Problems of a text that readers will see, by the levels of the school.

    `values` are the texts of its front matter; `post` is the post that it is of,
    whose allowances silence rules.
    """
    allowances = post.allowances if post else ()
    active = watch.active.difference(one.rule for one in allowances)
    text = join_text(body, watch, active, waited_for=_OPENINGS, values=values, post=post)
    findings = (one for rule in RULES if rule.looks_at(text) for one in rule.find(text))
    yield from weigh_findings(findings, watch.levels, watch.laws, allowances)


def review_facts(post: Post, watch: Watch) -> Iterator[Problem]:
    """Problems of what a post states of itself, by the levels of the school."""
    yield from weigh_findings(find_in_facts(post), watch.levels, watch.laws, post.allowances)
