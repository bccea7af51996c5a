"""All partners with a file → the one that a name means (counting.md, rule 9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from builder.locale.sorting import sort_key
from builder.model.partners import Partner
from builder.model.problems import Outcome, Problem, Where
from builder.reading.source.yaml_nodes import shorten

_BLANKS = re.compile(r"\s+")


class PartnerNames:
    """Finds partners by their ids, names and other spellings.

    Case, blanks and the place of a tone (hoà, hòa) make no difference.
    """

    def __init__(self, ids: Mapping[object, str]) -> None:
        self._ids = ids
        self._found: dict[str, str | None] = {}

    def find(self, written: str) -> str | None:
        """Id of the partner that a name means; None: no file has the name."""
        if written not in self._found:
            self._found[written] = self._ids.get(_name_key(written))
        return self._found[written]


def read_partner_names(partners: Iterable[Partner]) -> Outcome[PartnerNames]:
    """Names of all partners; one name in two files is an error that names both."""
    owners: dict[object, Partner] = {}
    problems: list[Problem] = []
    for partner in partners:
        names = (("id", partner.id), ("name", partner.name), *(("names", n) for n in partner.names))
        for key, name in names:
            owner = owners.setdefault(_name_key(name), partner)
            if owner is not partner:
                problems.append(_tell_clash(name, key, owner, partner))
    ids = {key: partner.id for key, partner in owners.items()}
    return Outcome(PartnerNames(MappingProxyType(ids)), tuple(problems))


def _tell_clash(name: str, key: str, first: Partner, second: Partner) -> Problem:
    """Problem of one name in two files."""
    details = {"written": shorten(name), "other": first.path or first.id}
    first_place, place = (_place_of(partner, key) for partner in (first, second))
    return Problem("partner-name-twice", place, details, also=(first_place,))


def _place_of(partner: Partner, key: str) -> Where:
    """Where a partner's file states a key, else its first line."""
    return partner.where.get(key, Where(partner.path or partner.id))


def _name_key(name: str) -> object:
    """What two spellings of one partner's name share."""
    return sort_key(_BLANKS.sub("", name))[:2]
