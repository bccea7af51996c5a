"""Names of partners in a post → mentions that the whole library agrees on."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.addresses import slug_of
from builder.model.posts import PartnerMention
from builder.model.problems import Outcome, Problem
from builder.reading.source.nodes import Node, Scalar
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.lists import read_list
from builder.reading.values.texts import read_text

FindPartner = Callable[[str], str | None]
"""Id of the partner whose file has a name or an id; None where none has."""


def read_mention(node: Node, find_partner: FindPartner, *, key: str) -> Outcome[PartnerMention]:
    """Partner that one value names; None, without a problem, where it is empty."""
    name = read_text(node, key=key)
    if name.value is None:
        return Outcome(None, name.problems)
    partner = find_partner(name.value) or slug_of(name.value)
    if not partner:
        details = {"key": key, "written": shorten(name.value)}
        return Outcome(None, (Problem("partner-unnamed", node.where, details),))
    return Outcome(PartnerMention(partner, name.value, node.where))


def read_mentions(
    node: Node, find_partner: FindPartner, *, key: str
) -> Outcome[tuple[PartnerMention, ...]]:
    """Partners of a list, each once, as first named."""
    names = read_list(node, key=key, is_whole=lambda text: find_partner(text) is not None)
    found: dict[str, PartnerMention] = {}
    problems = list(names.problems)
    for name in names.value or ():
        mention = read_mention(Scalar(name.text, name.where), find_partner, key=key)
        problems.extend(mention.problems)
        if mention.value is not None:
            found.setdefault(mention.value.id, mention.value)
    return Outcome(tuple(found.values()), tuple(problems))
