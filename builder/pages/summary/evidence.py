"""Figures in; out come the lists of what they came from, with what each adds (look.md, Summary)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.summary import Figure, Part
from builder.pages.numbers.figures import compose_figure, write_number
from builder.pages.numbers.tables import Meta
from builder.pages.summary.matter import Matter, compose_source
from builder.pages.summary.targets import ACTIVITIES, POSTS, aim_at, anchor_evidence


@dataclass(frozen=True, slots=True)
class Addend:
    """One figure of a row, with the heading of its column among the evidence."""

    label: str
    figure: Figure


def compose_evidence(
    name: str,
    heading: str,
    source: Figure,
    addends: Sequence[Addend],
    matter: Matter,
    *,
    back: str,
) -> Meta:
    """What stands behind one row: the parts of `source`, and what each adds to `addends`.

    All figures of the row share it; what nobody counted adds nothing and stands
    among what is missing. `back` is the id of the section that it
    was opened from.
    """
    added = [{part.id: part for part in one.figure.parts} for one in addends]
    return {
        "id": anchor_evidence(name),
        "heading": heading,
        "columns": [one.label for one in addends],
        "rows": [
            _find_source(part.id, matter)
            | {"cells": [_write_part(parts.get(part.id), matter.language) for parts in added]}
            for part in source.parts
            if part.value is not None
        ],
        "sum": [compose_figure(one.figure, matter.language) for one in addends],
        "back": back,
    }


def find_shared(figure: Figure, matter: Matter) -> str | None:
    """Id of a list that already has exactly what this figure counts; None where there is none.

    All activities stand in the list of activities, all posts behind “Số tin,
    bài”: a year of hundreds would tell them many times over.
    """
    totals = matter.summary.totals
    if figure.parts == totals.activities.parts:
        return ACTIVITIES
    if figure.parts == totals.posts.parts:
        return POSTS
    return None


def aim_at_peak(figure: Figure, anchor: str, matter: Matter) -> str | None:
    """Link of a largest number: to the one activity that reaches it, else to `anchor`."""
    if figure.value is not None and len(figure.parts) == 1:
        return f"#{matter.activities[figure.parts[0].id].activity.anchor}"
    return aim_at(figure, anchor)


def _find_source(source: str, matter: Matter) -> Meta:
    """Day, title and address of an activity, a post or a partner, as figures count them."""
    if source in matter.sources:
        return matter.sources[source]
    partner = matter.library.partners[source]
    return compose_source(partner.name, None, partner.address)


def _write_part(part: Part | None, language: str) -> str:
    """What one part adds; empty where it is no part of this figure."""
    return "" if part is None else write_number(part.value, part.mark, language)
