"""Library and summaries in; out come the pages of the yearly summaries and their files."""

from __future__ import annotations

from collections.abc import Sequence

from builder.locale import say
from builder.model.library import Library
from builder.model.periods import Period, PeriodKind
from builder.model.site import Beside, SiteFile
from builder.model.summary import PeriodSummary
from builder.pages.data.files import DataFiles
from builder.pages.downloads import Downloads
from builder.pages.numbers.figures import compose_figure
from builder.pages.numbers.period_words import locate_summary, title_period, title_summary
from builder.pages.numbers.tables import Meta, compose_section
from builder.pages.summary.activity_list import compose_list_section
from builder.pages.summary.frame import (
    NO_CARDS,
    Cards,
    compose_badge,
    compose_downloads,
    compose_highlights,
    compose_neighbours,
    compose_switch,
    list_notices,
    write_as_of,
)
from builder.pages.summary.lead import compose_key_figures, write_lead
from builder.pages.summary.matter import Matter, gather_matter
from builder.pages.summary.notes import compose_method, compose_missing
from builder.pages.summary.partners import compose_partners_section, compose_resources_section
from builder.pages.summary.people import compose_people_section
from builder.pages.summary.plan import compose_plan_section
from builder.pages.summary.tallies import compose_months_section, compose_types_section
from builder.pages.summary.totals import compose_totals_section
from builder.pages.summary.words import (
    compose_channels_section,
    compose_levels_section,
    compose_themes_section,
)

SECTIONS = (
    compose_totals_section,
    compose_types_section,
    compose_months_section,
    compose_themes_section,
    compose_channels_section,
    compose_people_section,
    compose_levels_section,
    compose_partners_section,
    compose_resources_section,
    compose_plan_section,
    compose_list_section,
)
"""In the order of the official report (domain.md 3.1)."""


def compose_summaries(
    library: Library,
    summaries: Sequence[PeriodSummary],
    *,
    cards: Cards = NO_CARDS,
    downloads: Downloads | None = None,
    data: DataFiles | None = None,
) -> tuple[SiteFile, ...]:
    """`/tong-ket/`, and for every period its page, `data.json` and `so-lieu.csv`.

    `cards` are those of featured posts, by path; a page shows them as what stood
    out. `downloads` are the documents beside each page, `data` writes their files.
    """
    data = data or DataFiles(library)
    files: list[SiteFile] = [_compose_index(library, summaries)]
    cells: dict[str, list[Meta]] = {}
    for summary in summaries:
        matter = gather_matter(library, summary, cells)
        beside = data.compose_period(summary)
        documents = (downloads or {}).get(locate_summary(summary.period), Beside())
        files.append(_compose_page(matter, summaries, (documents, beside), cards))
        files.extend(beside)
    return tuple(files)


def _compose_page(
    matter: Matter,
    summaries: Sequence[PeriodSummary],
    beside: tuple[Beside, Sequence[SiteFile]],
    cards: Cards,
) -> SiteFile:
    """The page of one period."""
    documents, data = beside
    sections = [compose_section(compose(matter)) for compose in SECTIONS]
    ends: Meta = {
        "highlights": compose_highlights(matter, cards),
        "missing": compose_missing(matter),
        "method": compose_method(matter),
        "downloads": compose_downloads(documents.downloads, data, matter),
    }
    meta: Meta = {
        "template": "outreach/summary.html",
        "kind": "summary",
        "hide": ["navigation", "toc"],
        **_compose_head(matter, [one.period for one in summaries]),
        "key_figures": compose_key_figures(matter),
        "contents": _list_contents([*sections, *ends.values()]),
        "sections": sections,
        **ends,
        "print_view": documents.print_view,
    }
    return SiteFile(f"{locate_summary(matter.period)}index.md", "", meta)


def _compose_head(matter: Matter, periods: Sequence[Period]) -> Meta:
    """What stands above the figures: title, ways to other periods, the sentence."""
    lead = write_lead(matter.summary, matter.language)
    return {
        "title": title_summary(matter.period, matter.language),
        "description": lead,
        "switch": compose_switch(matter.period, periods, matter.language),
        "neighbours": compose_neighbours(matter.period, periods, matter.language),
        "badge": compose_badge(matter),
        "as_of": write_as_of(matter),
        "notices": list_notices(matter),
        "lead": lead,
    }


def _list_contents(parts: Sequence[object]) -> list[Meta]:
    """Headings of the page's parts, for the list beside it."""
    return [
        {"id": part["id"], "label": part["heading"]} for part in parts if isinstance(part, dict)
    ]


def _compose_index(library: Library, summaries: Sequence[PeriodSummary]) -> SiteFile:
    """`/tong-ket/`: all periods, calendar years first, the newest on top."""
    language = library.settings.language
    groups = [
        {
            "heading": say(f"summaries-{kind}", language),
            "cards": [
                _compose_card(one, language)
                for one in reversed(summaries)
                if one.period.kind is kind
            ],
        }
        for kind in PeriodKind
    ]
    meta: Meta = {
        "template": "outreach/summaries.html",
        "title": say("summaries-title", language),
        "description": say("summaries-intro", language),
        "kind": "summaries",
        "hide": ["navigation", "toc"],
        "groups": [group for group in groups if group["cards"]],
        "empty": say("summaries-none", language),
    }
    return SiteFile("tong-ket/index.md", "", meta)


def _compose_card(summary: PeriodSummary, language: str) -> Meta:
    """One period in short. Its figures stand in its own `data.json`, so they carry no path here."""
    totals, address = summary.totals, locate_summary(summary.period)
    named = (
        ("activities", totals.activities),
        ("communication", totals.communication_sessions),
        ("posts", totals.posts),
        ("partners", totals.partners),
    )
    return {
        "title": title_period(summary.period, language),
        "address": address,
        "summary": write_lead(summary, language),
        "figures": [
            {
                "label": say(f"summary-key-{name}", language),
                "figure": compose_figure(figure, language) | {"path": None},
            }
            for name, figure in named
        ],
    }
