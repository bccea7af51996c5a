"""What a post says was given or pledged → `Resource` records."""

from __future__ import annotations

from functools import partial

from builder.model.posts import Resource
from builder.model.problems import Outcome, Problem
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import match_keys
from builder.reading.fields.mappings import read_mappings
from builder.reading.posts.keys import RESOURCE_KEYS
from builder.reading.posts.mentions import FindPartner, read_mention
from builder.reading.source.nodes import MappingNode, Node
from builder.reading.values.money import read_money
from builder.reading.values.texts import read_whole
from builder.reading.values.words import WordTable


def read_resources(
    node: Node, *, key: str, kinds: WordTable, find_partner: FindPartner
) -> Outcome[tuple[Resource, ...]]:
    """Resources of a list, in the order of the file; those without a sound kind are left out."""
    return read_mappings(
        node,
        key=key,
        read_one=partial(_read_resource, kinds=kinds, find_partner=find_partner),
        wanted="resource",
    )


def _read_resource(
    mapping: MappingNode, *, kinds: WordTable, find_partner: FindPartner
) -> Outcome[Resource]:
    """One resource."""
    matched = match_keys(mapping, RESOURCE_KEYS, required=("kind",))
    fields = Fields(matched.value or {}, list(matched.problems))
    kind = fields.word("kind", kinds)
    fields.require_word("kind", kinds)
    resource = Resource(
        kind=kind or "",
        where=mapping.where,
        value_vnd=fields.read("value", read_money),
        quantity=fields.read("quantity", read_whole),
        unit=fields.text("unit"),
        partner=fields.read("partner", partial(read_mention, find_partner=find_partner)),
        pledged=fields.yes_no("pledged"),
        note=fields.text("note"),
    )
    problems: tuple[Problem, ...] = tuple(fields.problems)
    return Outcome(resource if kind else None, problems)
