"""Values that plans, partners and reports share: texts, periods of file names, documents."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from builder.model.addresses import fold_key
from builder.model.periods import Period, find_period
from builder.model.plans import DocumentReference
from builder.model.problems import Outcome, Problem, Where
from builder.reading.gathering import Gathering
from builder.reading.keys import KeyTable, key_table, match_keys
from builder.reading.nodes import Entry, ListNode, MappingNode, Node, Scalar
from builder.reading.values.days import read_day
from builder.reading.values.lists import read_list
from builder.reading.values.texts import read_text, tell_shape
from builder.reading.yaml_nodes import shorten

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


def match_required(
    gathering: Gathering, mapping: MappingNode, table: KeyTable, *, required: Sequence[str] = ()
) -> Mapping[str, Entry]:
    """Entries by canonical key; a required key without a value is told like a missing one."""
    found = gathering.take(match_keys(mapping, table, required=required)) or {}
    for key in required:
        entry = found.get(key)
        if entry and isinstance(entry.value, Scalar) and not entry.value.text.strip():
            gathering.tell("value-missing", entry.value.where, {"key": shorten(entry.key)})
    return found


def text_of(gathering: Gathering, found: Mapping[str, Entry], key: str) -> str | None:
    """Text of a key; None where it isn't stated."""
    entry = found.get(key)
    return gathering.take(read_text(entry.value, key=entry.key)) if entry else None


def day_of(gathering: Gathering, found: Mapping[str, Entry], key: str) -> date | None:
    """Day of a key; None where it isn't stated."""
    entry = found.get(key)
    return gathering.take(read_day(entry.value, key=entry.key)) if entry else None


def texts_of(gathering: Gathering, found: Mapping[str, Entry], key: str) -> tuple[str, ...]:
    """Texts that a key lists."""
    entry = found.get(key)
    texts = gathering.take(read_list(entry.value, key=entry.key)) if entry else None
    return tuple(one.text for one in texts or ())


def web_address_of(gathering: Gathering, found: Mapping[str, Entry], key: str) -> str | None:
    """Web address of a key; None where it isn't stated."""
    entry = found.get(key)
    address = text_of(gathering, found, key)
    if entry is None or address is None:
        return None
    if _WEB_ADDRESS.fullmatch(address):
        return address
    gathering.tell(
        "address-invalid",
        entry.value.where,
        {"key": shorten(entry.key), "written": shorten(address)},
    )
    return None


def document_of(
    gathering: Gathering, found: Mapping[str, Entry], key: str
) -> DocumentReference | None:
    """The one document that a key names."""
    entry = found.get(key)
    return _read_document(gathering, entry.value, entry.key) if entry else None


def documents_of(
    gathering: Gathering, found: Mapping[str, Entry], key: str
) -> tuple[DocumentReference, ...]:
    """Documents that a key lists; one text or mapping is one document."""
    entry = found.get(key)
    if entry is None:
        return ()
    nodes = entry.value.items if isinstance(entry.value, ListNode) else (entry.value,)
    read = (_read_document(gathering, node, entry.key) for node in nodes)
    return tuple(one for one in read if one is not None)


def mappings_of(gathering: Gathering, entry: Entry | None) -> tuple[MappingNode, ...]:
    """Mappings of a list, or the one mapping; what has another shape is told."""
    if entry is None or (isinstance(entry.value, Scalar) and not entry.value.text.strip()):
        return ()
    if isinstance(entry.value, MappingNode):
        return (entry.value,)
    if not isinstance(entry.value, ListNode):
        gathering.add((tell_shape(entry.value, key=entry.key, wanted="list"),))
        return ()
    mappings = [item for item in entry.value.items if isinstance(item, MappingNode)]
    others = (item for item in entry.value.items if not isinstance(item, MappingNode))
    gathering.add(tell_shape(item, key=entry.key, wanted="mapping") for item in others)
    return tuple(mappings)


def choices(words: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Folded word → what it chooses, for `choice_of`."""
    named = ((name, key) for key, others in words.items() for name in (key, *others))
    return MappingProxyType({fold_key(name): key for name, key in named})


def choice_of(gathering: Gathering, entry: Entry | None, known: Mapping[str, str]) -> str | None:
    """What the word of a value chooses; None: nothing is stated, or its problem was told."""
    text = gathering.take(read_text(entry.value, key=entry.key)) if entry else None
    if entry is None or text is None:
        return None
    choice = known.get(fold_key(text))
    if choice is None:
        listed = ", ".join(dict.fromkeys(known.values()))
        details = {"key": shorten(entry.key), "written": shorten(text), "known": listed}
        gathering.tell("choice-unknown", entry.value.where, details)
    return choice


def _read_document(gathering: Gathering, node: Node, key: str) -> DocumentReference | None:
    """One document: a whole text, or its parts; None where nothing is said."""
    if not isinstance(node, MappingNode):
        text = gathering.take(read_text(node, key=key))
        return DocumentReference(text) if text else None
    found = gathering.take(match_keys(node, DOCUMENT_KEYS)) or {}
    return DocumentReference(
        type=text_of(gathering, found, "type"),
        number=text_of(gathering, found, "number"),
        day=day_of(gathering, found, "date"),
        issuer=text_of(gathering, found, "issuer"),
        subject=text_of(gathering, found, "subject"),
    )
