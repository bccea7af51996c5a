"""A document's number, signer, letters and bodies in; out come warnings about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from builder.locale import say
from builder.locale.formats import format_day
from builder.model.addresses import fold_key
from builder.model.library import Library
from builder.model.plans import DocumentReference
from builder.model.problems import Problem, Severity, Where
from builder.model.settings import value_on
from builder.reports.composing.checks.reform import check_bodies
from builder.reports.composing.facts import find_addressees, read_symbol

_SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a report and a plan have in common."""

    path: str
    kind: str
    """`BC` or `KH`."""

    number: str | None
    day: date
    signer: str | None
    recipients: tuple[str, ...]
    letters: tuple[DocumentReference, ...]
    has_addressee: bool = False
    to: str | None = None
    where: Mapping[str, Where] = field(default_factory=lambda: MappingProxyType({}))
    """Canonical key → where the file states it."""

    def place_of(self, key: str) -> Where:
        """Where the file states a key; else its first line."""
        return self.where.get(key, Where(self.path))


def check_document(checked: Checked, library: Library) -> Iterator[Problem]:
    """All warnings that a document's head and foot give."""
    yield from _check_number(checked, library)
    yield from _check_letters(checked, library.settings.language)
    yield from _check_signer(checked, library)
    yield from _check_bodies(checked, library)


def _check_number(checked: Checked, library: Library) -> Iterator[Problem]:
    """A number or symbol with blanks in it."""
    written = checked.number
    if written is None or not re.search(r"\s", written.strip()):
        return
    symbol = read_symbol(written, checked.kind, library, checked.day)
    printed = f"{symbol.number}/{symbol.text}" if symbol.number else symbol.text
    details = {"written": written, "printed": printed}
    where = checked.place_of("number")
    yield Problem("document-number-blank", where, details, Severity.WARNING)


def _check_letters(checked: Checked, language: str) -> Iterator[Problem]:
    """Documents stated by their parts of which some are missing (domain.md 001-03)."""
    for letter in checked.letters:
        if letter.text is not None:
            continue
        parts = ("type", "number", "day", "issuer", "subject")
        missing = [part for part in parts if getattr(letter, part) is None]
        if missing:
            told = ", ".join(say(f"document-part-{part}", language) for part in missing)
            where = letter.where or Where(checked.path)
            yield Problem("document-letter-parts", where, {"missing": told}, Severity.WARNING)


def _check_signer(checked: Checked, library: Library) -> Iterator[Problem]:
    """Nobody who signs, or somebody else than on that day, without a word about their right to."""
    signer = value_on(library.settings.school.signer, checked.day)
    written, day = checked.signer, format_day(checked.day)
    if written is None and signer is None:
        where = checked.place_of("issued_on")
        yield Problem("document-signer-missing", where, {"day": day}, Severity.WARNING)
    if written is None or "/" in written or signer is None:
        return
    if fold_key(written) != fold_key(signer.name):
        details = {"written": written, "day": day, "signer": signer.name}
        where = checked.place_of("signer")
        yield Problem("document-signer-other", where, details, Severity.WARNING)


def _check_bodies(checked: Checked, library: Library) -> Iterator[Problem]:
    """Bodies of the heading, the addressees and the recipients that the day does not know."""
    school, day = library.settings.school, checked.day
    authority = value_on(school.authority, day)
    above = [(authority, Where(_SETTINGS))] if authority else []
    if checked.has_addressee:
        place = checked.place_of("to") if checked.to else Where(_SETTINGS)
        above += [(one, place) for one in find_addressees(checked.to, library, day)]
    others = [(one, checked.place_of("recipients")) for one in checked.recipients]
    usual = value_on(school.report_to, day)
    yield from check_bodies(above, others, day, usual, library.settings.language)
