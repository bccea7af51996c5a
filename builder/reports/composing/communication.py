"""Section 1 of part II: themes and channels with their posts."""

from __future__ import annotations

from builder.model.posts import Post
from builder.model.report import Paragraph
from builder.model.summary import WordRow
from builder.reports.composing.matter import Matter
from builder.reports.composing.sentences.numbers import tell_number
from builder.reports.composing.sentences.phrases import Spans, dashes

_WEBSITE = "website"
_TITLES = 2
"""How many posts stand for a theme."""


def compose_themes(matter: Matter) -> tuple[Paragraph, ...]:
    """One dash a theme: its number of posts and one or two of their titles."""
    posts = {post.path: post for post in matter.summary.posts}
    told = []
    for row in matter.summary.by_theme:
        label = matter.words.themes[row.id].label_in(matter.language)
        counted = matter.phrase("report-posts-of", label=label, n=_number(row, matter))
        titles = _titles_of([posts[part.id] for part in row.count.parts if part.id in posts])
        listed = ", ".join(matter.say("report-titled", title=title) for title in titles)
        told.append(
            matter.phrase("report-posts-told", told=counted, titles=listed) if listed else counted
        )
    return dashes(told)


def compose_channels(matter: Matter) -> tuple[Paragraph, ...]:
    """One dash a channel with its number of posts; the website's with its address."""
    told = []
    for row in matter.summary.by_channel:
        label = matter.words.channels[row.id].label_in(matter.language)
        number, site = _number(row, matter), matter.library.settings.site_url
        if row.id == _WEBSITE and site:
            told.append(matter.phrase("report-posts-of-website", label=label, n=number, site=site))
        else:
            told.append(matter.phrase("report-posts-of", label=label, n=number))
    return dashes(told)


def _number(row: WordRow, matter: Matter) -> Spans:
    """The row's number."""
    return tell_number(row.count, matter.language)


def _titles_of(posts: list[Post]) -> list[str]:
    """Titles that stand for a theme: featured posts first, then the earliest."""
    ordered = sorted(posts, key=lambda one: (not one.featured, one.first_day, one.path))
    return [post.title for post in ordered[:_TITLES]]
