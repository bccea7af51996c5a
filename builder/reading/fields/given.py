"""Entries of one mapping → typed values, with all their problems collected on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from builder.model.problems import Outcome, Problem, Severity
from builder.reading.source.nodes import Entry, Node, Scalar
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.days import read_day
from builder.reading.values.texts import read_text, read_yes_no
from builder.reading.values.words import WordTable, read_word, read_words

T_co = TypeVar("T_co", covariant=True)


class Reader(Protocol[T_co]):
    """Reads one value; `key` is its key as written, for the sentence of a problem."""

    def __call__(self, node: Node, *, key: str) -> Outcome[T_co]:
        """Value of a node."""


@dataclass(slots=True)
class Fields:
    """The values of one mapping, asked for by canonical key.

    What isn't stated, is empty or can't be read is None; `problems` says why of the last.
    """

    entries: Mapping[str, Entry]
    problems: list[Problem] = field(default_factory=list)

    def read(self, key: str, reader: Reader[T_co]) -> T_co | None:
        """Value of a key as a reader gives it."""
        entry = self.entries.get(key)
        if entry is None:
            return None
        outcome = reader(entry.value, key=entry.key)
        self.problems.extend(outcome.problems)
        return outcome.value

    def text(self, key: str) -> str | None:
        """Text with its blanks folded."""
        return self.read(key, read_text)

    def yes_no(self, key: str, *, default: bool = False) -> bool:
        """Yes or no; `default` where neither is said."""
        said = self.read(key, read_yes_no)
        return default if said is None else said

    def day(self, key: str) -> date | None:
        """One day."""
        return self.read(key, read_day)

    def word(self, key: str, words: WordTable) -> str | None:
        """Id of one word of a vocabulary."""
        return self.read(key, partial(read_word, table=words))

    def words(self, key: str, words: WordTable) -> tuple[str, ...]:
        """Ids of the words of a list."""
        return self.read(key, partial(read_words, table=words)) or ()

    def require(self, *keys: str, code: str = "key-empty", **details: str) -> None:
        """Tell of keys that are there, must have a value and have none; `code` knows an example."""
        for key in keys:
            entry = self.entries.get(key)
            if entry and isinstance(entry.value, Scalar) and not entry.value.text.strip():
                self.tell(code, key, **details)

    def require_word(self, key: str, words: WordTable) -> None:
        """Tell of a key that is there, must name a word of a vocabulary and is empty."""
        self.require(key, code="word-empty", known=words.known)

    def warn(self, code: str, key: str, **details: str) -> None:
        """Tell a warning of the value of a key that is stated."""
        self.tell(code, key, **details)
        self.problems[-1] = replace(self.problems[-1], severity=Severity.WARNING)

    def written(self, key: str) -> str:
        """Value of a key as a sentence can quote it; empty where it is no one text."""
        value = self.entries[key].value if key in self.entries else None
        return shorten(value.text) if isinstance(value, Scalar) else ""

    def tell(self, code: str, key: str, **details: str) -> None:
        """Tell an error of the value of a key that is stated."""
        entry = self.entries[key]
        self.problems.append(Problem(code, entry.value.where, {"key": entry.key, **details}))
