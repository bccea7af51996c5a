"""Values that plans, partners, reports and the configuration share, each read from its node."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from builder.model.addresses import fold_key
from builder.model.periods import Period, find_period
from builder.model.plans import DocumentReference
from builder.model.problems import Outcome, Problem, Where
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import KeyTable, key_table, match_keys
from builder.reading.source.nodes import ListNode, MappingNode, Node
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.lists import read_list
from builder.reading.values.texts import read_text

DOCUMENT_KEYS = key_table(
    {
        "type": ("loại", "loại văn bản"),
        "number": ("số", "số ký hiệu", "số hiệu"),
        "date": ("ngày", "ngày ban hành"),
        "issuer": ("cơ quan", "cơ quan ban hành", "nơi ban hành", "của"),
        "subject": ("trích yếu", "về việc", "nội dung"),
    }
)
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@\\]+\.[^\s/?#@\\.]+(?:[/?#]\S*)?", re.IGNORECASE)


def period_of_file(path: str, start_month: int) -> Outcome[Period]:
    """Period that a file name means: `2023.md`, `2022-2023.md`, `nam-hoc-2022-2023.md`."""
    name = posixpath.basename(path).removesuffix(".md")
    period = find_period(name, start_month)
    if period is None:
        return Outcome(None, (Problem("period-name", Where(path), {"written": shorten(name)}),))
    return Outcome(period)


def match_fields(mapping: MappingNode, table: KeyTable, *, required: Sequence[str] = ()) -> Fields:
    """Fields of a mapping; a required key without a value is told like a missing one."""
    found = match_keys(mapping, table, required=required)
    fields = Fields(found.value or {}, [*found.problems])
    fields.require(*required)
    return fields


def read_texts(node: Node, *, key: str) -> Outcome[tuple[str, ...]]:
    """Texts of a list."""
    texts = read_list(node, key=key)
    return Outcome(tuple(one.text for one in texts.value or ()), texts.problems)


def read_web_address(node: Node, *, key: str) -> Outcome[str]:
    """Address of a website, with its `https://`; None, without a problem, where it is empty."""
    text = read_text(node, key=key)
    if text.value is None or _WEB_ADDRESS.fullmatch(text.value):
        return text
    details = {"key": key, "written": shorten(text.value)}
    return Outcome(None, (Problem("address-invalid", node.where, details),))


def choices(words: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Folded word → what it chooses, for `read_choice`."""
    named = ((name, key) for key, others in words.items() for name in (key, *others))
    return MappingProxyType({fold_key(name): key for name, key in named})


def read_choice(
    node: Node, known: Mapping[str, str], *, key: str, told: Sequence[str] = ()
) -> Outcome[str]:
    """What a word chooses; None, without a problem, where the value is empty.

    `told` are the words that a problem names, where they are not what is chosen.
    """
    text = read_text(node, key=key)
    if text.value is None:
        return text
    choice = known.get(fold_key(text.value))
    if choice is not None:
        return Outcome(choice)
    listed = ", ".join(told or dict.fromkeys(known.values()))
    details = {"key": key, "written": shorten(text.value), "known": listed}
    return Outcome(None, (Problem("choice-unknown", node.where, details),))


def read_document(node: Node, *, key: str) -> Outcome[DocumentReference]:
    """Another document: a whole text, or its parts; None where nothing is said."""
    if not isinstance(node, MappingNode):
        text = read_text(node, key=key)
        return Outcome(DocumentReference(text.value) if text.value else None, text.problems)
    fields = match_fields(node, DOCUMENT_KEYS)
    document = DocumentReference(
        type=fields.text("type"),
        number=fields.text("number"),
        day=fields.day("date"),
        issuer=fields.text("issuer"),
        subject=fields.text("subject"),
        where=node.where,
    )
    return Outcome(document, tuple(fields.problems))


def read_documents(node: Node, *, key: str) -> Outcome[tuple[DocumentReference, ...]]:
    """Documents of a list. One text is one document, since commas belong to such texts."""
    items = node.items if isinstance(node, ListNode) else (node,)
    read = [read_document(item, key=key) for item in items]
    documents = tuple(one.value for one in read if one.value is not None)
    return Outcome(documents, tuple(problem for one in read for problem in one.problems))
