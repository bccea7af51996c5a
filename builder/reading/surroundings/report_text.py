"""Text of a report's file → what the principal writes into the yearly report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from builder.model.counts import Group
from builder.model.plans import ReportText
from builder.model.problems import Outcome, Where
from builder.model.vocabulary import Vocabulary
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import KeyTable, key_table
from builder.reading.source.front_matter import read_broken_front_matter
from builder.reading.source.nodes import MappingNode, Node, Scalar
from builder.reading.surroundings.documents import (
    choices,
    match_fields,
    period_of_file,
    read_choice,
    read_document,
    read_texts,
)
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
_FORMS_TOLD = ("đầy đủ", "gọn")


def group_keys(vocabulary: Vocabulary) -> KeyTable:
    """Groups of people as keys of a mapping."""
    groups = vocabulary.groups.values()
    return key_table({term.id: (term.label, *term.aliases) for term in groups})


@dataclass(frozen=True, slots=True)
class _Stated:
    """A number of persons that the school states."""

    number: int
    where: Where


def read_report_text(
    text: str, path: str, *, groups: KeyTable, start_month: int
) -> Outcome[ReportText]:
    """Report text of a file; None where its name is no period or its head can't be read."""
    period = period_of_file(path, start_month)
    document = read_broken_front_matter(text, path, missing="front-missing-report")
    problems = (*period.problems, *document.problems)
    if document.value is None:
        return Outcome(None, problems)
    fields = match_fields(document.value.front, REPORT_KEYS)
    persons = fields.read("persons", partial(_read_persons, groups=groups)) or {}
    report = partial(
        ReportText,
        path=path,
        number=fields.text("number"),
        issued_on=fields.day("issued_on"),
        to=fields.text("to"),
        in_response_to=fields.read("in_response_to", read_document),
        signer=fields.text("signer"),
        recipients=fields.read("recipients", read_texts) or (),
        persons=MappingProxyType({group: one.number for group, one in persons.items()}),
        form=fields.read("form", partial(read_choice, known=FORMS, told=_FORMS_TOLD)) or "full",
        body=document.value.body,
        body_line=document.value.body_line,
        where=_places_of(fields, persons),
    )
    problems += tuple(fields.problems)
    if period.value is None or document.value.front.unread:
        return Outcome(None, problems)
    return Outcome(report(period=period.value), problems)


def _places_of(fields: Fields, persons: Mapping[Group, _Stated]) -> Mapping[str, Where]:
    """Where the file states each key; a group's number under `persons.<group>`."""
    places = {key: entry.value.where for key, entry in fields.entries.items()}
    places |= {f"persons.{group}": one.where for group, one in persons.items()}
    return MappingProxyType(places)


def _read_persons(node: Node, *, key: str, groups: KeyTable) -> Outcome[Mapping[Group, _Stated]]:
    """Stated numbers of persons, in the order of every table."""
    if isinstance(node, Scalar) and not node.text.strip():
        return Outcome(None)
    if not isinstance(node, MappingNode):
        told = tell_shape(node, key=key, wanted="mapping", known=groups.known)
        return Outcome(None, (told,))
    fields = match_fields(node, groups)
    stated: dict[Group, _Stated] = {}
    for group in Group:
        number = fields.read(group, read_whole)
        if number is not None:
            stated[group] = _Stated(number, fields.entries[group].value.where)
    return Outcome(stated, tuple(fields.problems))
