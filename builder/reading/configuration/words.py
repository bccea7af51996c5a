"""What a school adds to a vocabulary → the vocabulary with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from builder.model.addresses import slug_of
from builder.model.problems import Outcome, Problem, Where
from builder.model.vocabulary import ActivityType, Term, Unit, Vocabulary
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import key_table
from builder.reading.fields.mappings import read_mappings
from builder.reading.source.nodes import Entry, MappingNode
from builder.reading.source.yaml_nodes import shorten
from builder.reading.surroundings.documents import choices, match_fields, read_choice, read_texts
from builder.reading.vocabulary import extend_terms, find_clash

TermT = TypeVar("TermT", bound=Term)

TERM_KEYS = key_table({"id": (), "label": (), "label_en": (), "aliases": ()})
TYPE_KEYS = key_table(
    {"id": (), "label": (), "label_en": (), "aliases": (), "unit": (), "communication": ()}
)
_UNITS = choices({"activity": (), "post": ()})


def extend_vocabulary(built_in: Vocabulary, entries: Mapping[str, Entry]) -> Outcome[Vocabulary]:
    """The built-in vocabulary with a school's `activity_types`, `themes` and `channels`."""
    types = _extend(built_in.activity_types, entries.get("activity_types"), _read_type)
    themes = _extend(built_in.themes, entries.get("themes"), _read_term)
    channels = _extend(built_in.channels, entries.get("channels"), _read_term)
    extended = replace(
        built_in,
        activity_types=types.value or built_in.activity_types,
        themes=themes.value or built_in.themes,
        channels=channels.value or built_in.channels,
    )
    return Outcome(extended, (*types.problems, *themes.problems, *channels.problems))


@dataclass(frozen=True, slots=True)
class _Own(Generic[TermT]):
    """A school's own term with its place."""

    term: TermT
    where: Where
    states_counting: bool = False
    """Whether it says how a type is counted, which no one may say of a built-in one."""


def _extend(
    built_in: Mapping[str, TermT],
    entry: Entry | None,
    read_one: Callable[[MappingNode], Outcome[_Own[TermT]]],
) -> Outcome[Mapping[str, TermT]]:
    """One list with the school's words; a word that means two things is an error."""
    if entry is None:
        return Outcome(built_in)
    read = read_mappings(
        entry.value, key=entry.key, read_one=read_one, wanted="mapping", known=TERM_KEYS.known
    )
    own: dict[str, _Own[TermT]] = {}
    problems = list(read.problems)
    for one in read.value or ():
        details = {"written": one.term.id}
        if one.term.id in own:
            problems.append(Problem("term-twice", one.where, details))
        elif one.term.id in built_in and one.states_counting:
            problems.append(Problem("term-built-in", one.where, details))
        own.setdefault(one.term.id, one)
    terms = extend_terms(built_in, [one.term for one in own.values()])
    clash = find_clash(terms.values())
    if clash is not None:
        first, second, word = clash
        place = own[second.id if second.id in own else first.id].where
        details = {"written": word.replace("_", " "), "first": first.id, "second": second.id}
        problems.append(Problem("term-clash", place, details))
    return Outcome(terms, tuple(problems))


def _read_type(mapping: MappingNode) -> Outcome[_Own[ActivityType]]:
    """A school's own activity type, or new labels of a built-in one."""
    fields = match_fields(mapping, TYPE_KEYS, required=("id", "label"))
    unit = fields.read("unit", partial(read_choice, known=_UNITS))
    communication = fields.yes_no("communication")
    counting = bool({"unit", "communication"} & fields.entries.keys())
    term = _read_base(fields)
    if term is None:
        return Outcome(None, tuple(fields.problems))
    own = ActivityType(
        term.id,
        term.label,
        term.label_en,
        term.aliases,
        unit=Unit(unit) if unit else Unit.ACTIVITY,
        communication=communication,
    )
    return Outcome(_Own(own, mapping.where, counting), tuple(fields.problems))


def _read_term(mapping: MappingNode) -> Outcome[_Own[Term]]:
    """A school's own theme or channel, or new labels of a built-in one."""
    fields = match_fields(mapping, TERM_KEYS, required=("id", "label"))
    term = _read_base(fields)
    return Outcome(_Own(term, mapping.where) if term else None, tuple(fields.problems))


def _read_base(fields: Fields) -> Term | None:
    """Id, labels and aliases; an English label that isn't stated is the Vietnamese one."""
    term_id, label = fields.text("id"), fields.text("label")
    label_en, aliases = fields.text("label_en"), fields.read("aliases", read_texts) or ()
    if term_id is not None and slug_of(term_id) != term_id:
        suggestion = slug_of(term_id) or slug_of(label or "") or "ten-loai"
        fields.tell("term-id", "id", written=shorten(term_id), suggestion=suggestion)
        return None
    return Term(term_id, label, label_en or label, aliases) if term_id and label else None
