"""The newest of everything → the home page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.locale import say
from builder.locale.formats import format_number, format_percent
from builder.model.library import Library
from builder.model.periods import PeriodKind
from builder.model.posts import Post
from builder.model.site import SiteFile
from builder.model.summary import PeriodSummary, PlanRow
from builder.pages.cards import CardMaker
from builder.pages.numbers.figures import Shown, compose_figure, write_number
from builder.pages.numbers.period_words import locate_summary, speak_period, title_period
from builder.pages.numbers.plan_rows import speak_target
from builder.pages.shelves import Shelves
from builder.pages.site_pages import compose_page, cut_text

NEWEST = 6
"""Cards below the featured post."""

SUMMARIES = 6
"""Yearly summaries that home names; the rest stand in their index."""

Row = dict[str, object]


def compose_home(
    shelves: Shelves, cards: CardMaker, summaries: Sequence[PeriodSummary]
) -> SiteFile:
    """Introduction, the year so far, the featured post, the newest, summaries and the plan."""
    language = shelves.language
    settings = shelves.library.settings
    introduction = shelves.library.introduction
    featured = next((post for post in shelves.posts if post.featured), None)
    lead_post = featured or next(iter(shelves.posts), None)
    title = (introduction.title if introduction else None) or settings.site_name
    school = settings.school.name_on(shelves.library.today)
    current = find_current(summaries, shelves.library.today.year)
    meta = {
        "description": cut_text(say("home-description", language, school=school)),
        "heading": title,
        "section": say("home-section", language)
        if title in (school, settings.site_name)
        else school,
        "strip": _compose_strip(current, language) if current else None,
        "featured": lead_post and cards.card_of(lead_post),
        "featured_label": say("home-featured" if featured else "home-newest", language),
        "cards": [cards.card_of(post) for post in _newest(shelves.posts, lead_post)],
        "summaries": list(_compose_summaries(summaries, language)),
        "plan": _compose_plan(summaries, shelves),
        "empty": None if shelves.posts else say("home-empty", language),
    }
    text = shelves.bodies.get(introduction.path, "") if introduction else ""
    return compose_page("", "home.html", title=settings.site_name, text=text, meta=meta)


def find_current(summaries: Sequence[PeriodSummary], year: int) -> PeriodSummary | None:
    """Summary of the calendar year of today, else of the newest calendar year before it."""
    calendar = [one for one in summaries if one.period.kind is PeriodKind.CALENDAR]
    of_today = [one for one in calendar if one.period.first_day.year == year]
    newest = sorted(calendar, key=lambda one: one.period.first_day)
    return next(iter(of_today or newest[-1:]), None)


def _newest(posts: Iterable[Post], but: Post | None) -> Iterator[Post]:
    """The newest posts without the one that is shown large."""
    others = (post for post in posts if but is None or post.path != but.path)
    yield from (post for post, _ in zip(others, range(NEWEST), strict=False))


def _compose_strip(summary: PeriodSummary, language: str) -> Row:
    """Five figures of a year; each leads to its summary."""
    totals = summary.totals
    figures = (
        ("activities", totals.activities),
        ("communication", totals.communication_sessions),
        ("posts", totals.posts),
        ("attendance", totals.attendance.total),
        ("partners", totals.partners),
    )
    address = locate_summary(summary.period)
    return {
        "title": say("home-strip", language, period=speak_period(summary.period, language)),
        "address": address,
        "figures": [
            {
                "label": say(f"home-figure-{name}", language),
                "figure": compose_figure(figure, language, Shown(href=address)) | {"path": None},
            }
            for name, figure in figures
        ],
    }


def _compose_summaries(summaries: Sequence[PeriodSummary], language: str) -> Iterator[Row]:
    """Links to the newest yearly summaries."""
    newest = sorted(summaries, key=lambda one: (one.period.last_day, one.period.id), reverse=True)
    for summary in newest[:SUMMARIES]:
        value = summary.totals.activities.value or 0
        yield {
            "title": title_period(summary.period, language),
            "address": locate_summary(summary.period),
            "text": say("home-summary", language, n=format_number(value, language)),
        }


def _compose_plan(summaries: Sequence[PeriodSummary], shelves: Shelves) -> Row | None:
    """Progress of the plan that runs today, else of the newest; None without a plan."""
    planned = [one for one in summaries if one.plan is not None]
    running = [one for one in planned if shelves.library.today in one.period]
    order = sorted(planned, key=lambda one: (one.period.last_day, one.period.id))
    chosen = next(iter(running or order[-1:]), None)
    if chosen is None or chosen.plan is None:
        return None
    return {
        "title": chosen.plan.title,
        "address": chosen.plan.address,
        "rows": [_compose_progress(row, shelves.library) for row in chosen.plan_rows],
    }


def _compose_progress(row: PlanRow, library: Library) -> Row:
    """One target of the plan, in words, and how far it is; the bar ends at 100."""
    language = library.settings.language
    return {
        "title": cut_text(row.task.title),
        "target": say("home-plan-target", language, target=speak_target(row.target, library)),
        "percent": format_percent(row.percent, language),
        "bar": min(int(row.percent), 100),
        "counted": say(
            "home-plan-counted",
            language,
            counted=write_number(row.counted.value, row.counted.mark, language),
            target=format_number(row.target.at_least, language),
        ),
        "state": say(f"home-plan-{row.state}", language),
    }
