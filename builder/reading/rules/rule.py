"""What a rule on content is: its names, how it looks at a text, and when it need not look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from builder.reading.rules.findings import Finding
from builder.reading.rules.text import ReviewedText


@dataclass(frozen=True, slots=True)
class Rule:
    """A look at one text, for one rule of configuration.md or for several."""

    names: frozenset[str]
    """Ids of the rules that its findings are of."""

    find: Callable[[ReviewedText], Iterable[Finding]]
    words: frozenset[str] = frozenset()
    """Words in lower case that it asks for; without one of them there is nothing to find."""

    always: bool = False
    """It looks at texts without its words too, for a part of what it finds."""

    def looks_at(self, text: ReviewedText) -> bool:
        """Whether a text is worth the look."""
        has_word = self.always or not self.words or not self.words.isdisjoint(text.openings)
        return has_word and not self.names.isdisjoint(text.active)
