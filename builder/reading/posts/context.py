"""What one post is read with: the school's settings, its partners, its files, the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from builder.model.settings import Settings
from builder.reading.posts.mentions import FindPartner
from builder.reading.rules.watch import NOBODY, Known, Watch, make_watch
from builder.reading.values.words import WordTable, word_table

_LISTS = (
    "activity_types", "themes", "channels", "levels", "roles", "modes", "groups",
    "resource_kinds", "statuses",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PostContext:
    """Surroundings of a post; one for all posts of a project."""

    settings: Settings
    find_partner: FindPartner
    files: frozenset[str]
    """Paths of every file below `content/`."""

    today: date
    known: Known = NOBODY
    """Whom the school's texts may name freely."""

    watch: Watch = field(init=False, repr=False, compare=False)
    """What rules on content go by."""

    words: Mapping[str, WordTable] = field(init=False, repr=False, compare=False)
    """Each list of the vocabulary by its name, ready to be looked up."""

    def __post_init__(self) -> None:
        vocabulary = self.settings.vocabulary
        tables = {name: word_table(getattr(vocabulary, name)) for name in _LISTS}
        object.__setattr__(self, "words", MappingProxyType(tables))
        object.__setattr__(self, "watch", make_watch(self.settings, self.today, self.known))
