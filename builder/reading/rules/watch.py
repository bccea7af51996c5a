"""Settings, the day and whom the school knows → what rules on content go by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from builder.model.settings import Settings
from builder.reading.rules.findings import list_active
from builder.reading.rules.laws import cite_laws


@dataclass(frozen=True, slots=True)
class Known:
    """Whom the school's texts may name freely."""

    hosts: frozenset[str] = frozenset()
    """Hosts of the school and its partners, lower case, without `www.`."""

    contacts: frozenset[str] = frozenset()
    """Digits of telephone and account numbers, and e-mail addresses, that the school shows."""


NOBODY = Known()
"""A school that knows nobody."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What rules go by; one for all texts of a project."""

    levels: Mapping[str, str]
    """Rule → `off`, `warn` or `block`."""

    laws: Mapping[str, str]
    """Rule → the laws in force, as a sentence carries them: ` (Luật Trẻ em 2016, Điều 21)`."""

    known: Known
    today: date
    active: frozenset[str]
    """Rules that aren't switched off."""


def make_watch(settings: Settings, today: date, known: Known) -> Watch:
    """What the rules of a school go by on a day."""
    laws = {rule: cite_laws(rule, today, settings.language) for rule in settings.rules}
    return Watch(settings.rules, MappingProxyType(laws), known, today, list_active(settings.rules))
