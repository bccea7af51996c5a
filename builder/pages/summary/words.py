"""Bảng 3, 4 and 6: posts by theme and channel, activities by level and role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.model.summary import WordRow
from builder.model.vocabulary import Term
from builder.pages.numbers.charts import compose_bars
from builder.pages.numbers.figures import Shown, compose_figure
from builder.pages.numbers.tables import (
    Column,
    Meta,
    Section,
    compose_table,
    figure_cell,
    text_cell,
)
from builder.pages.summary.charts import draw_bar, word_chart
from builder.pages.summary.evidence import compose_evidence, find_shared
from builder.pages.summary.matter import Matter
from builder.pages.summary.targets import aim_at, anchor_evidence


@dataclass(frozen=True, slots=True)
class _Words:
    """One list of words with how often each occurs."""

    name: str
    """Middle of the catalog's codes: `section-<name>`, `table-<name>`, `column-<name>`."""

    anchor: str
    """Middle of the evidence's ids: `minh-chung-<anchor>-<word>`."""

    section: str
    rows: Sequence[WordRow]
    terms: Mapping[str, Term]
    unit: str
    """What is counted: `activities` or `posts`."""


def compose_themes_section(matter: Matter) -> Section:
    """Posts by theme; one post may have several."""
    rows, terms = matter.summary.by_theme, matter.words.themes
    return _compose_posts(_Words("themes", "chu-de", "chu-de", rows, terms, "posts"), matter)


def compose_channels_section(matter: Matter) -> Section:
    """Posts by channel; one post may go over several."""
    rows, terms = matter.summary.by_channel, matter.words.channels
    return _compose_posts(_Words("channels", "kenh", "kenh", rows, terms, "posts"), matter)


def compose_levels_section(matter: Matter) -> Section:
    """Activities by level, and by the school's role in them."""
    summary, words, section = matter.summary, matter.words, "cap-vai-tro"
    levels = _Words("levels", "cap", section, summary.by_level, words.levels, "activities")
    roles = _Words("roles", "vai-tro", section, summary.by_role, words.roles, "activities")
    lists = [one for one in (levels, roles) if one.rows]
    return Section(
        id=section,
        heading=matter.say("section-levels"),
        intro=matter.say("section-levels-intro"),
        tables=tuple(_compose_table(one, matter) for one in lists),
        evidence=tuple(item for one in lists for item in _compose_evidence(one, matter)),
    )


def _compose_posts(words: _Words, matter: Matter) -> Section:
    """A section of words that posts name, with the note that its rows don't add up."""
    if not words.rows:
        intro = matter.say(f"section-{words.name}-none", year=matter.year)
        return Section(words.section, matter.say(f"section-{words.name}"), intro)
    bars = [draw_bar(_label(row, words, matter), row.count, matter) for row in words.rows]
    return Section(
        id=words.section,
        heading=matter.say(f"section-{words.name}"),
        intro=matter.say(f"section-{words.name}-intro"),
        chart=compose_bars(bars, word_chart(words.name, bars, matter)),
        tables=(_compose_table(words, matter),),
        evidence=_compose_evidence(words, matter),
        notes=(matter.say(f"section-{words.name}-note"),),
    )


def _compose_table(words: _Words, matter: Matter) -> Meta:
    """Words and their numbers."""
    columns = [
        Column(matter.say(f"column-{words.name}")),
        Column(matter.say(f"column-{words.unit}"), numeric=True),
    ]
    rows = [_cells(row, words, matter) for row in words.rows]
    return compose_table(matter.say(f"table-{words.name}"), columns, rows)


def _cells(row: WordRow, words: _Words, matter: Matter) -> list[Meta]:
    """One word and its number."""
    anchor = find_shared(row.count, matter) or anchor_evidence(f"{words.anchor}-{row.id}")
    shown = Shown(aim_at(row.count, anchor))
    return [
        text_cell(_label(row, words, matter)),
        figure_cell(compose_figure(row.count, matter.language, shown)),
    ]


def _compose_evidence(words: _Words, matter: Matter) -> tuple[Meta, ...]:
    """What stands behind each word that not all activities or posts have."""
    return tuple(
        compose_evidence(
            f"{words.anchor}-{row.id}",
            _label(row, words, matter),
            row.count,
            [],
            matter,
            back=words.section,
        )
        for row in words.rows
        if find_shared(row.count, matter) is None
    )


def _label(row: WordRow, words: _Words, matter: Matter) -> str:
    """The word in the page's language."""
    return words.terms[row.id].label_in(matter.language)
