"""A period among the others; out come the links, notices and files around its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from builder.locale.formats import format_day, format_number
from builder.model.periods import Period
from builder.model.site import Download, SiteFile
from builder.pages.downloads import describe_download
from builder.pages.numbers.figures import say_counted
from builder.pages.numbers.period_words import locate_summary, title_period
from builder.pages.numbers.tables import Meta
from builder.pages.summary.issued import list_issued_notices
from builder.pages.summary.matter import Matter

HIGHLIGHTS = "noi-bat"
DOWNLOADS = "tai-ve"
MOST_HIGHLIGHTS = 5

Cards = Mapping[str, Mapping[str, object]]
"""Path of a post → its card."""

NO_CARDS: Cards = MappingProxyType({})


def compose_switch(period: Period, periods: Sequence[Period], language: str) -> list[Meta]:
    """Links between the calendar year and the school year that go together; this one is marked.

    The school year that began in the calendar year comes first, then the one
    that ended in it.
    """
    others = [one for one in periods if one.kind is not period.kind and _overlap(one, period)]
    others.sort(key=lambda one: (one.first_day.year != period.first_day.year, one.first_day))
    shown = sorted([period, *others[:1]], key=lambda one: one.kind)
    return [
        {
            "label": title_period(one, language),
            "address": locate_summary(one),
            "current": one == period,
        }
        for one in shown
    ]


def compose_neighbours(period: Period, periods: Sequence[Period], language: str) -> Meta:
    """The periods of the same kind before and after, where they have a summary."""
    same_kind = [one for one in periods if one.kind is period.kind]
    earlier = [one for one in same_kind if one.first_day < period.first_day]
    later = [one for one in same_kind if one.first_day > period.first_day]
    return {
        "earlier": _link(max(earlier, key=_first_day), language) if earlier else None,
        "later": _link(min(later, key=_first_day), language) if later else None,
    }


def compose_badge(matter: Matter) -> str | None:
    """“Bản tạm tính” until the principal has issued the period's report."""
    report = matter.library.reports.get(matter.period.id)
    if report is not None and report.issued_on is not None:
        return None
    return matter.say("badge-provisional")


def write_as_of(matter: Matter) -> str:
    """Line that says of which day and of how many posts the figures are."""
    day, posts = format_day(matter.library.today), matter.summary.totals.posts
    told = say_counted("posts-from", posts, matter.language)
    if told is None:
        return matter.say("as-of", day=day)
    return matter.say("as-of-posts", day=day, posts=told)


def list_notices(matter: Matter) -> list[Meta]:
    """What a reader must know first: posts that a lenient build left out, and the issued report."""
    left_out, issued = matter.summary.left_out, list_issued_notices(matter)
    if not left_out:
        return issued
    form = "one" if left_out == 1 else "many"
    text = matter.say(f"left-out-{form}", n=format_number(left_out, matter.language))
    return [{"text": text, "calm": False}, *issued]


def compose_highlights(matter: Matter, cards: Cards) -> Meta | None:
    """Cards of up to five featured posts of the period, newest first; None where there is none."""
    featured = [
        post for post in reversed(matter.summary.posts) if post.featured and post.path in cards
    ]
    if not featured:
        return None
    return {
        "id": HIGHLIGHTS,
        "heading": matter.say("section-highlights"),
        "cards": [dict(cards[post.path]) for post in featured[:MOST_HIGHLIGHTS]],
    }


def compose_downloads(
    documents: Sequence[Download], beside: Sequence[SiteFile], matter: Matter
) -> Meta:
    """The documents and data beside the page, each with what it is good for, format and size."""
    data = [Download(one.path, len(one.text.encode())) for one in beside]
    return {
        "id": DOWNLOADS,
        "heading": matter.say("section-downloads"),
        "files": [describe_download(one, matter.language) for one in (*documents, *data)],
    }


def _overlap(one: Period, other: Period) -> bool:
    """Whether two periods share a day."""
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _link(period: Period, language: str) -> Meta:
    """Link to a period's summary."""
    return {"label": title_period(period, language), "address": locate_summary(period)}


def _first_day(period: Period) -> date:
    """Key by which periods of one kind are in order."""
    return period.first_day
