"""Scalars → words of a vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builder.model.addresses import fold_key
from builder.model.problems import Outcome, Problem
from builder.model.vocabulary import Term
from builder.reading.fields.nearest import find_joined, find_nearest
from builder.reading.source.nodes import Node, Scalar
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.lists import read_list
from builder.reading.values.texts import tell_shape
from builder.reading.vocabulary import words_of

_SUGGESTED = 20
"""Unknown words of one list that get a suggestion; the search costs time with every word."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """One list of the vocabulary, ready to be looked up."""

    ids: Mapping[str, str]
    """Folded spelling → id."""

    labels: Mapping[str, str]
    """Id → label without its bracket."""

    spellings: Mapping[str, frozenset[str]]
    """Id → folded spellings that mean it."""

    def find(self, written: str) -> str | None:
        """Id that a text means."""
        return self.ids.get(fold_key(written))

    @property
    def known(self) -> str:
        """All labels, for a sentence that offers them."""
        return "; ".join(self.labels.values())


def word_table(terms: Mapping[str, Term]) -> WordTable:
    """Table of a vocabulary's terms under all their spellings; the first term wins a shared one."""
    ids: dict[str, str] = {}
    for term in terms.values():
        for spelling in words_of(term):
            ids.setdefault(spelling, term.id)
    labels = {term.id: term.label_in("vi") for term in terms.values()}
    spellings: dict[str, set[str]] = {one: set() for one in labels}
    for spelling, one in ids.items():
        spellings[one].add(spelling)
    frozen = {one: frozenset(words) for one, words in spellings.items()}
    return WordTable(MappingProxyType(ids), MappingProxyType(labels), MappingProxyType(frozen))


def read_word(node: Node, table: WordTable, *, key: str) -> Outcome[str]:
    """Id of the word that a value names; None, without a problem, where it is empty."""
    if not isinstance(node, Scalar):
        return Outcome(None, (tell_shape(node, key=key, wanted="text"),))
    if not node.text.strip():
        return Outcome(None)
    found = table.find(node.text)
    return (
        Outcome(found)
        if found
        else Outcome(None, (_tell_unknown(node, table, key, is_searched=True),))
    )


def read_words(node: Node, table: WordTable, *, key: str) -> Outcome[tuple[str, ...]]:
    """Ids of the words that a list names, each once, in the order of the file."""
    texts = read_list(node, key=key, is_whole=lambda text: table.find(text) is not None)
    ids: dict[str, None] = {}
    problems = list(texts.problems)
    for text in texts.value or ():
        found = table.find(text.text)
        if found is None:
            is_searched = len(problems) < _SUGGESTED
            joined = find_joined(text.text, table.ids) if is_searched else ()
            if len(joined) > 1:
                problems.append(_tell_joined(text, table, key, joined))
            else:
                problems.append(_tell_unknown(text, table, key, is_searched=is_searched))
        else:
            ids.setdefault(found)
    return Outcome(tuple(ids), tuple(problems))


def _tell_joined(scalar: Scalar, table: WordTable, key: str, joined: tuple[str, ...]) -> Problem:
    """Problem of words of a list that are joined by more than a comma."""
    suggestion = "; ".join(table.labels[one] for one in joined)
    details = {"key": key, "written": shorten(scalar.text), "suggestion": suggestion}
    return Problem("word-unknown", scalar.where, details)


def _tell_unknown(scalar: Scalar, table: WordTable, key: str, *, is_searched: bool) -> Problem:
    """Problem of a word that the vocabulary lacks, with the nearest one or all of them."""
    details = {"key": key, "written": shorten(scalar.text)}
    nearest = find_nearest(scalar.text, table.ids) if is_searched else None
    if nearest is not None:
        return Problem(
            "word-unknown", scalar.where, {**details, "suggestion": table.labels[nearest]}
        )
    return Problem("word-strange", scalar.where, {**details, "known": table.known})
