"""The school's dated facts and a document's own in; out come heading, addressees and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from builder.locale import say
from builder.model.addresses import fold_key
from builder.model.library import Library
from builder.model.report import Letterhead, Signature
from builder.model.settings import School, Signer, value_on

_NUMBER = re.compile(r"(?:số\s*:?\s*)?(\d+)?\s*/?\s*(.*)", re.IGNORECASE | re.DOTALL)
_BEFORE_ITEM = re.compile(r"^\s*[-–+•]\s*")
_NO_PLACE = "………"
_KEPT = "luu"
"""Folded start of the last item, `Lưu: VT`."""

_KEPT_SIGN = re.compile(r"^(lưu)[\s:]*(?=[^\s:])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Symbol:
    """Number and symbol of a document: `05` and `BC-THCSHM`."""

    number: str | None
    text: str


def read_symbol(written: str | None, kind: str, library: Library, day: date) -> Symbol:
    """Number and symbol as written (`5`, `05/BC-THCSHM`), the symbol filled in where it lacks.

    `kind` is `BC` or `KH`. Blanks inside are left out (domain.md 001-01).
    """
    symbol = f"{kind}-{_abbreviate(library.settings.school, day)}"
    found = _NUMBER.fullmatch((written or "").strip())
    if found is None:
        return Symbol(None, symbol)
    number = found[1].zfill(2) if found[1] else None
    return Symbol(number, re.sub(r"\s+", "", found[2]) or symbol)


def compose_letterhead(
    written: str | None, kind: str, library: Library, *, issued_on: date | None
) -> Letterhead:
    """Heading by the document's day; that of today where it is not issued yet."""
    school, day = library.settings.school, issued_on or library.today
    symbol = read_symbol(written, kind, library, day)
    authority = value_on(school.authority, day)
    return Letterhead(
        authority=authority.upper() if authority else None,
        school=school.name_on(day).upper(),
        number=symbol.number,
        symbol=symbol.text,
        place=value_on(school.place, day) or _NO_PLACE,
        day=issued_on,
    )


def find_addressees(written: str | None, library: Library, day: date) -> tuple[str, ...]:
    """Whom the report is for: as written, several parted by `;`, else the dated fact."""
    to = written or value_on(library.settings.school.report_to, day) or ""
    return tuple(item for one in to.split(";") if (item := _clean(one)))


def compose_recipients(
    written: Sequence[str], usual: Sequence[str], language: str, *, as_above: bool
) -> tuple[str, ...]:
    """Items of “Nơi nhận”: as written, else the usual ones; “Như trên” first, “Lưu” last."""
    above, kept = say("report-as-above", language), say("report-kept", language)
    items = [item for one in written or usual if (item := _clean(one))]
    own = (one for one in items if fold_key(one).startswith(_KEPT) and fold_key(one) != _KEPT)
    last = _KEPT_SIGN.sub(r"\1: ", next(own, kept))
    between = [
        one
        for one in items
        if not fold_key(one).startswith(_KEPT) and fold_key(one) != fold_key(above)
    ]
    return (*((above,) if as_above else ()), *between, last)


def compose_signature(written: str | None, library: Library, day: date) -> Signature:
    """Who signs: `KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG / Lê Thị B` as written, a bare name with the
    office that the school's list has for it, else the signer of the day.
    """
    signers = library.settings.school.signer
    signer = value_on(signers, day)
    if written is None:
        return _sign(signer or Signer(say("report-principal", library.settings.language), ""))
    *office, name = (part.strip() for part in written.split("/"))
    if office:
        return Signature(tuple(line.upper() for line in office if line), name)
    named = _find_signer(name, library)
    known = named or signer
    office_of = known.office if known else say("report-principal", library.settings.language)
    return _sign(Signer(office_of, name))


def lacks_office(written: str | None, signature: Signature, library: Library) -> bool:
    """Whether it is unknown in which office somebody signs: no issued document may leave that
    open (domain.md 1.3, 002-20). A bare name has it from the school's list alone.
    """
    is_bare = written is not None and "/" not in written
    unknown = is_bare and _find_signer((written or "").strip(), library) is None
    return unknown or not signature.office


def _find_signer(name: str, library: Library) -> Signer | None:
    """The signer of the school's list who bears this name; None where nobody does."""
    signers = (dated.value for dated in library.settings.school.signer)
    return next((one for one in signers if fold_key(one.name) == fold_key(name)), None)


def _sign(signer: Signer) -> Signature:
    """Signature of a signer; an office of several lines has them parted by `/`."""
    office = tuple(line.strip().upper() for line in signer.office.split("/") if line.strip())
    return Signature(office, signer.name)


def _clean(item: str) -> str:
    """An item without the dash and the closing sign that the document gives it."""
    return _BEFORE_ITEM.sub("", " ".join(item.split())).rstrip(" ;.,")


def _abbreviate(school: School, day: date) -> str:
    """Short name for symbols: as configured, else first letters, capitals kept (`MGMA`)."""
    if school.short_name:
        return re.sub(r"\s+", "", school.short_name)
    first, *others = school.name_on(day).split()
    words = others if others and fold_key(first) == "truong" else [first, *others]
    return "".join(one if one.isupper() else one[:1].upper() for one in words)
