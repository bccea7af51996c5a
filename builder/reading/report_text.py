"""Text of a report's file → what the principal writes into the yearly report."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.model.counts import Group
from builder.model.periods import Period
from builder.model.plans import ReportText
from builder.model.problems import Outcome, Where
from builder.model.vocabulary import Vocabulary
from builder.reading.documents import (
    choice_of,
    choices,
    day_of,
    document_of,
    period_of_file,
    text_of,
    texts_of,
)
from builder.reading.front_matter import Document, read_front_matter
from builder.reading.gathering import Gathering
from builder.reading.keys import KeyTable, key_table, match_keys
from builder.reading.nodes import Entry, MappingNode, Scalar
from builder.reading.values.texts import read_whole, tell_shape

REPORT_KEYS = key_table(
    {
        "number": ("số",),
        "issued_on": ("ngày ban hành",),
        "to": ("kính gửi",),
        "in_response_to": ("thực hiện",),
        "signer": ("người ký",),
        "recipients": ("nơi nhận",),
        "persons": ("số người",),
        "form": ("mẫu",),
    }
)
FORMS = choices({"full": ("đầy đủ", "mẫu đầy đủ"), "short": ("gọn", "ngắn", "mẫu gọn")})


def group_keys(vocabulary: Vocabulary) -> KeyTable:
    """Groups of people as keys of a mapping."""
    groups = vocabulary.groups.values()
    return key_table({term.id: (term.label, *term.aliases) for term in groups})


def read_report_text(
    text: str, path: str, *, groups: KeyTable, start_month: int
) -> Outcome[ReportText]:
    """Report text of a file; None where its name is no period or its head can't be read."""
    gathering = Gathering()
    period = gathering.take(period_of_file(path, start_month))
    document = gathering.take(read_front_matter(text, path))
    if document is None:
        return Outcome(None, tuple(gathering.problems))
    found = gathering.take(match_keys(document.front, REPORT_KEYS)) or {}
    persons = _read_persons(gathering, found.get("persons"), groups)
    report = _read(gathering, found, document, period, persons, path) if period else None
    return Outcome(report, tuple(gathering.problems))


def _read(
    gathering: Gathering,
    found: Mapping[str, Entry],
    document: Document,
    period: Period,
    persons: Mapping[Group, tuple[int, Where]],
    path: str,
) -> ReportText:
    """The report text with all that its front matter states."""
    places = {key: entry.value.where for key, entry in found.items()}
    places |= {f"persons.{group}": where for group, (_, where) in persons.items()}
    return ReportText(
        path=path,
        period=period,
        number=text_of(gathering, found, "number"),
        issued_on=day_of(gathering, found, "issued_on"),
        to=text_of(gathering, found, "to"),
        in_response_to=document_of(gathering, found, "in_response_to"),
        signer=text_of(gathering, found, "signer"),
        recipients=texts_of(gathering, found, "recipients"),
        persons=MappingProxyType({group: number for group, (number, _) in persons.items()}),
        form=choice_of(gathering, found.get("form"), FORMS) or "full",
        body=document.body,
        body_line=document.body_line,
        where=MappingProxyType(places),
    )


def _read_persons(
    gathering: Gathering, entry: Entry | None, groups: KeyTable
) -> Mapping[Group, tuple[int, Where]]:
    """Stated numbers of persons with their places; groups in the order of every table."""
    if entry is None or (isinstance(entry.value, Scalar) and not entry.value.text.strip()):
        return {}
    if not isinstance(entry.value, MappingNode):
        gathering.add((tell_shape(entry.value, key=entry.key, wanted="mapping"),))
        return {}
    found = gathering.take(match_keys(entry.value, groups)) or {}
    stated: dict[Group, tuple[int, Where]] = {}
    for group in Group:
        one = found.get(group)
        number = gathering.take(read_whole(one.value, key=one.key)) if one else None
        if one is not None and number is not None:
            stated[group] = (number, one.value.where)
    return stated
