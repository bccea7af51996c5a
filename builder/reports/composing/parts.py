"""What a report is made of, in; out come its numbered parts, of the short form or the full one."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.report import Block, Role
from builder.reports.composing.activities import (
    compose_community,
    compose_exchange,
    compose_resources,
)
from builder.reports.composing.communication import compose_channels, compose_themes
from builder.reports.composing.direction import compose_direction
from builder.reports.composing.matter import Matter, speak_period
from builder.reports.composing.results import (
    compose_figures,
    compose_main_figures,
    compose_targets,
)
from builder.reports.composing.sentences.numbering import number_parts, number_sections
from builder.reports.composing.sentences.phrases import paragraph
from builder.reports.composing.text.outline import Place
from builder.reports.composing.text.own_text import OwnText, read_own_text

Titled = tuple[str, tuple[Block, ...]]
"""A title with what stands under it."""


def compose_parts(matter: Matter) -> tuple[Block, ...]:
    """All parts that have something to say; one that has nothing is left out, none is missed."""
    own = read_own_text(matter)
    parts = _short_parts(matter, own) if matter.is_short else _full_parts(matter, own)
    return number_parts([part for part in parts if part[1]])


def _short_parts(matter: Matter, own: OwnText) -> Sequence[Titled]:
    """The kindergarten's three parts."""
    direction = compose_direction(matter, own.at(Place.DIRECTION))
    results = (*own.at(Place.ASSESSMENT), *compose_main_figures(matter))
    return (
        (matter.say("report-part-direction-short"), direction),
        (matter.say("report-part-content"), number_sections([_communication(matter, own)])),
        (matter.say("report-part-results"), results),
    )


def _full_parts(matter: Matter, own: OwnText) -> Sequence[Titled]:
    """The six parts of domain.md 4.2, then those under headings of the principal's own."""
    period = speak_period(matter.summary.period.next, matter.language).upper()
    direction = compose_direction(matter, own.at(Place.DIRECTION))
    return (
        (matter.say("report-part-direction"), direction),
        (matter.say("report-part-content"), number_sections(_content(matter, own))),
        (matter.say("report-part-results"), number_sections(_results(matter, own))),
        (matter.say("report-part-shortcomings"), own.at(Place.SHORTCOMINGS)),
        (matter.say("report-part-outlook", period=period), own.at(Place.OUTLOOK)),
        (matter.say("report-part-proposals"), own.at(Place.PROPOSALS)),
        *own.strange,
    )


def _content(matter: Matter, own: OwnText) -> Sequence[Titled]:
    """Part II: what was done."""
    exchange = (*compose_exchange(matter), *own.at(Place.EXCHANGE))
    resources = (*compose_resources(matter), *own.at(Place.RESOURCES))
    community = (*compose_community(matter), *own.at(Place.COMMUNITY))
    nothing = (paragraph(Role.TEXT, matter.say("report-nothing", period=matter.period)),)
    return (
        _communication(matter, own),
        (matter.say("report-section-exchange"), exchange or nothing),
        (matter.say("report-section-resources"), resources or nothing),
        (matter.say("report-section-community"), community or nothing),
    )


def _communication(matter: Matter, own: OwnText) -> Titled:
    """Section 1 of part II: what was told, and where."""
    themes = (*own.at(Place.THEMES), *compose_themes(matter))
    channels = (*own.at(Place.CHANNELS), *compose_channels(matter))
    nothing = (paragraph(Role.TEXT, matter.say("report-nothing", period=matter.period)),)
    blocks = (
        paragraph(Role.POINT, matter.say("report-point-themes")),
        *(themes or nothing),
        paragraph(Role.POINT, matter.say("report-point-channels")),
        *(channels or nothing),
    )
    return matter.say("report-section-communication"), blocks


def _results(matter: Matter, own: OwnText) -> Sequence[Titled]:
    """Part III: figures, targets of the plan, and what the principal makes of them."""
    sections = (
        (matter.say("report-section-figures"), compose_figures(matter)),
        (matter.say("report-section-plan"), compose_targets(matter)),
        (matter.say("report-section-assessment"), own.at(Place.ASSESSMENT)),
    )
    return [section for section in sections if section[1]]
