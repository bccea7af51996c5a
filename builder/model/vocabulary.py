"""The words that posts, plans and partners choose from (domain.md, part 2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

_BRACKET = re.compile(r"\s+\([^()]*\)")


class Unit(StrEnum):
    """What a post of an activity type is counted as (counting.md, rule 1)."""

    ACTIVITY = "activity"
    """Something that took place (“lần”)."""

    POST = "post"
    """A text only (“bài”): a post and no activity."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary."""

    id: str
    """Vietnamese slug, e.g. `hop-tac-quoc-te`; stands in addresses and data files."""

    label: str
    """Vietnamese label, maybe with a bracket that explains it."""

    label_en: str
    aliases: tuple[str, ...] = ()
    """Other words that teachers type, unfolded."""

    def label_in(self, language: str) -> str:
        """Label without its bracket, as pages and data files show it (outputs.md, data.json)."""
        return _cut_bracket(self.label_en if language == "en" else self.label)


@cache
def _cut_bracket(label: str) -> str:
    """A label without what its bracket explains; every row of every table asks for some."""
    return _BRACKET.sub("", label)


@dataclass(frozen=True, slots=True)
class ActivityType(Term):
    """A kind of activity, with how it is counted."""

    unit: Unit = Unit.ACTIVITY
    communication: bool = False
    """Whether its sessions are “số lần tuyên truyền” (counting.md, rule 3)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All lists of words of one school: built-in ones first, its own after them."""

    activity_types: Mapping[str, ActivityType]
    themes: Mapping[str, Term]
    channels: Mapping[str, Term]
    levels: Mapping[str, Term]
    roles: Mapping[str, Term]
    modes: Mapping[str, Term]
    groups: Mapping[str, Term]
    """Groups of participants; ids are the values of `Group`."""

    partner_kinds: Mapping[str, Term]
    resource_kinds: Mapping[str, Term]
    statuses: Mapping[str, Term]

    def is_text_only(self, activity_type: str, role: str | None) -> bool:
        """Whether a post of this type and role is a post and no activity (counting.md, rule 1)."""
        return self.activity_types[activity_type].unit is Unit.POST or role == "dua-tin"
