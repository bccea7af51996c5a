"""Corrections, accepted findings and old addresses of a post → their records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from builder.model.addresses import fold_key
from builder.model.posts import Allowance, Correction
from builder.model.problems import Outcome, Problem
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import match_keys
from builder.reading.fields.mappings import read_mappings
from builder.reading.fields.nearest import find_nearest
from builder.reading.posts.keys import ALLOWANCE_KEYS, CORRECTION_KEYS
from builder.reading.source.nodes import MappingNode, Node
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.lists import read_list

_ADDRESS = re.compile(r"/?[\w~%][\w.~%-]*(?:/[\w~%][\w.~%-]*)*/?")


def read_corrections(node: Node, *, key: str) -> Outcome[tuple[Correction, ...]]:
    """Corrections in the order of the file."""
    return read_mappings(node, key=key, read_one=_read_correction, wanted="correction")


def read_allowances(
    node: Node, *, key: str, rules: Mapping[str, str]
) -> Outcome[tuple[Allowance, ...]]:
    """Accepted findings in the order of the file; `rules` are those that there are."""
    read_one = partial(_read_allowance, rules=rules)
    return read_mappings(node, key=key, read_one=read_one, wanted="allowance")


def read_old_addresses(node: Node, *, key: str) -> Outcome[tuple[str, ...]]:
    """Earlier addresses from the site's root, without the leading `/`; a folder keeps its `/`."""
    texts = read_list(node, key=key)
    addresses: dict[str, None] = {}
    problems = list(texts.problems)
    for text in texts.value or ():
        if not _ADDRESS.fullmatch(text.text):
            details = {"written": shorten(text.text)}
            problems.append(Problem("old-address", text.where, details))
            continue
        address = text.text.strip("/")
        is_file = "." in address.rpartition("/")[2]
        addresses.setdefault(address if is_file else f"{address}/")
    return Outcome(tuple(addresses), tuple(problems))


def _read_correction(mapping: MappingNode) -> Outcome[Correction]:
    """One correction; day and text are both needed."""
    matched = match_keys(mapping, CORRECTION_KEYS, required=("date", "text"))
    fields = Fields(matched.value or {}, list(matched.problems))
    day, text = fields.day("date"), fields.text("text")
    fields.require("date", code="date-empty")
    fields.require("text")
    correction = Correction(day, text) if day and text else None
    return Outcome(correction, tuple(fields.problems))


def _read_allowance(mapping: MappingNode, *, rules: Mapping[str, str]) -> Outcome[Allowance]:
    """One accepted finding; rule and reason are both needed."""
    matched = match_keys(mapping, ALLOWANCE_KEYS, required=("rule", "reason"))
    fields = Fields(matched.value or {}, list(matched.problems))
    written, reason = fields.text("rule"), fields.text("reason")
    fields.require("rule", "reason")
    known = {fold_key(rule): rule for rule in rules}
    rule = known.get(fold_key(written)) if written else None
    if written and rule is None:
        nearest = find_nearest(written, known)
        fields.tell(
            "word-unknown" if nearest else "word-strange",
            "rule",
            written=shorten(written),
            suggestion=nearest or "",
            known="; ".join(rules),
        )
    allowance = Allowance(rule, reason) if rule and reason else None
    return Outcome(allowance, tuple(fields.problems))
