"""The words of a school: `vocabulary.toml`, extended by what the school adds."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

from builder.model.addresses import fold_key
from builder.model.vocabulary import ActivityType, Term, Unit, Vocabulary

TermT = TypeVar("TermT", bound=Term)


@cache
def load_vocabulary() -> Vocabulary:
    """The words that every school starts with, each list in the order of its table."""
    source = files(__package__) / "vocabulary.toml"
    lists = tomllib.loads(source.read_text(encoding="utf-8"))
    types = {one["id"]: _activity_type(one) for one in lists.pop("activity_types")}
    terms = {
        name: MappingProxyType({one["id"]: _term(one) for one in entries})
        for name, entries in lists.items()
    }
    return Vocabulary(activity_types=MappingProxyType(types), **terms)


def words_of(term: Term) -> tuple[str, ...]:
    """Folded spellings by which a term is known, each once: id, labels, aliases.

    A label counts with and without its bracket (posts.md, Words of a vocabulary).
    """
    spellings = (term.id, term.label, term.label_in("vi"), term.label_en, *term.aliases)
    return tuple(dict.fromkeys(fold_key(one) for one in spellings))


def find_clash(terms: Iterable[Term]) -> tuple[Term, Term, str] | None:
    """First two terms that share a folded word, with that word; the second is the later one."""
    owners: dict[str, Term] = {}
    for term in terms:
        for word in words_of(term):
            owner = owners.setdefault(word, term)
            if owner is not term:
                return owner, term, word
    return None


def extend_terms(built_in: Mapping[str, TermT], own: Iterable[TermT]) -> Mapping[str, TermT]:
    """Built-in terms, relabelled where the school says so, then the school's own.

    A built-in term keeps its unit and its aliases, whatever the school's entry
    says of them; the school's aliases come on top.
    """
    terms = dict(built_in)
    for term in own:
        known = built_in.get(term.id)
        terms[term.id] = term if known is None else _relabel(known, term)
    return MappingProxyType(terms)


def _relabel(known: TermT, own: TermT) -> TermT:
    """Known term with the school's labels; its old Vietnamese label stays as an alias."""
    return replace(
        known,
        label=own.label,
        label_en=own.label_en,
        aliases=(*known.aliases, known.label_in("vi"), *own.aliases),
    )


def _term(entry: Mapping[str, object]) -> Term:
    """Term of a table of the file."""
    return Term(str(entry["id"]), str(entry["label"]), str(entry["label_en"]), _aliases(entry))


def _activity_type(entry: Mapping[str, object]) -> ActivityType:
    """Activity type of a table of the file."""
    return ActivityType(
        str(entry["id"]),
        str(entry["label"]),
        str(entry["label_en"]),
        _aliases(entry),
        Unit(str(entry.get("unit", Unit.ACTIVITY))),
        entry.get("communication") is True,
    )


def _aliases(entry: Mapping[str, object]) -> tuple[str, ...]:
    """Aliases of a table of the file."""
    aliases = entry.get("aliases", ())
    return tuple(str(one) for one in aliases) if isinstance(aliases, list) else ()
