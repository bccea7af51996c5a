"""The `rules` of `mkdocs.yml` → how strict each rule on content is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from builder.model.problems import Outcome
from builder.reading.fields.keys import key_table
from builder.reading.source.nodes import MappingNode, Node, Scalar
from builder.reading.surroundings.documents import choices, match_fields, read_choice
from builder.reading.values.texts import tell_shape

DEFAULTS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("secret-mark", "id-number", "marks-table"), "block"),
        **dict.fromkeys(("sponsor-missing", "consent", "child-name", "child-class-birth"), "warn"),
        **dict.fromkeys(("phone", "email", "bank-number", "health-detail"), "warn"),
        **dict.fromkeys(("foreign-permission", "rebuttal-source", "long-quote"), "warn"),
        **dict.fromkeys(("unknown-host", "compulsory-donation", "party-paper"), "warn"),
        **dict.fromkeys(("ai-unmarked", "press-wording", "heading-jump", "link-text"), "warn"),
        **dict.fromkeys(("alt-text", "table-header", "video-transcript", "scan-only"), "warn"),
        "colour-contrast": "warn",
        **dict.fromkeys(("freshness", "missing-plan", "secrecy-tick"), "off"),
    }
)
"""Rule → its level where the school says nothing (configuration.md, Rules on content)."""

_KEYS = key_table(dict.fromkeys(DEFAULTS, ()))
_SHOWN = "consent: warn"
_LEVELS = choices({"off": (), "warn": (), "block": ()})


def read_rules(node: Node, *, key: str) -> Outcome[Mapping[str, str]]:
    """Level of every rule, defaults filled in."""
    if isinstance(node, Scalar) and not node.text.strip():
        return Outcome(DEFAULTS)
    if not isinstance(node, MappingNode):
        return Outcome(None, (tell_shape(node, key=key, wanted="mapping", known=_SHOWN),))
    fields = match_fields(node, _KEYS)
    stated = {rule: fields.read(rule, partial(read_choice, known=_LEVELS)) for rule in DEFAULTS}
    levels = {rule: stated[rule] or level for rule, level in DEFAULTS.items()}
    return Outcome(MappingProxyType(levels), tuple(fields.problems))
