"""The principal's file in; out come its sections as blocks, figures filled in, by their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.report import Block
from builder.reports.composing.matter import Matter
from builder.reports.composing.sentences.figure_paths import list_figures
from builder.reports.composing.text.outline import Place, split_text
from builder.reports.composing.text.prose import read_blocks, strip_numeral


@dataclass(frozen=True, slots=True)
class OwnText:
    """What the principal wrote."""

    blocks: Mapping[Place, tuple[Block, ...]]
    strange: tuple[tuple[str, tuple[Block, ...]], ...]
    """Headings that the outline lacks, in capitals, with their text."""

    def at(self, place: Place) -> tuple[Block, ...]:
        """Text of one place; empty where there is none."""
        return self.blocks.get(place, ())


def read_own_text(matter: Matter) -> OwnText:
    """The principal's sections; empty ones where there is no file."""
    sections = split_text(matter.text)
    tagged = "{{" in matter.text.body
    figures = list_figures(matter.summary, matter.language) if tagged else {}
    return OwnText(
        {
            place: tuple(block for one in told for block in read_blocks(one.lines, figures))
            for place, told in sections.items()
            if place is not None
        },
        tuple(
            (strip_numeral(one.heading or "").upper(), read_blocks(one.lines, figures))
            for one in sections.get(None, ())
        ),
    )
