"""A library and one summary in; out comes what every section of its page is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.locale import say
from builder.locale.formats import format_day
from builder.model.library import Activity, Library
from builder.model.periods import Period
from builder.model.posts import Post
from builder.model.summary import ActivityRow, PeriodSummary
from builder.model.vocabulary import Vocabulary
from builder.pages.numbers.period_words import speak_period, title_period
from builder.pages.numbers.tables import Meta


@dataclass(frozen=True, slots=True)
class Matter:
    """All that the sections of one summary page are made of."""

    library: Library
    summary: PeriodSummary
    activities: Mapping[str, ActivityRow]
    """By id: those that count in the period."""

    posts: Mapping[str, Post]
    """By path: those of the period's activities and those counted as “tin, bài”."""

    sources: Mapping[str, Meta]
    """Title, day and address of all of them, as each list of evidence tells them."""

    cells: dict[str, list[Meta]]
    """Cells of activities in the list of activities, by id, as far as they were composed:
    an activity stands in two periods."""

    @property
    def language(self) -> str:
        """Language of the page."""
        return self.library.settings.language

    @property
    def words(self) -> Vocabulary:
        """The school's words."""
        return self.library.settings.vocabulary

    @property
    def period(self) -> Period:
        """The period itself."""
        return self.summary.period

    @property
    def year(self) -> str:
        """The period inside a sentence: `năm 2023`."""
        return speak_period(self.period, self.language)

    @property
    def year_before(self) -> str:
        """The period before it inside a sentence."""
        return speak_period(self.period.previous, self.language)

    @property
    def title(self) -> str:
        """The period as a heading: `Năm 2023`."""
        return title_period(self.period, self.language)

    @property
    def title_before(self) -> str:
        """The period before it as a heading."""
        return title_period(self.period.previous, self.language)

    def say(self, code: str, **blanks: object) -> str:
        """A sentence in the page's language."""
        return say(code, self.language, **blanks)


def gather_matter(
    library: Library, summary: PeriodSummary, cells: dict[str, list[Meta]] | None = None
) -> Matter:
    """The summary with its activities and posts in reach by their ids.

    `cells` are shared by the pages of one library.
    """
    activities = {row.activity.id: row for row in summary.activities}
    told = [post for row in summary.activities for post in row.activity.posts]
    posts = {post.path: post for post in (*told, *summary.posts)}
    sources = {path: _tell_source(post) for path, post in posts.items()}
    sources |= {key: _tell_source(row.activity) for key, row in activities.items()}
    return Matter(library, summary, activities, posts, sources, {} if cells is None else cells)


def compose_source(title: str, day: str | None, address: str | None) -> Meta:
    """What a figure came from, as one line of evidence."""
    return {"title": title, "day": day, "address": address}


def _tell_source(one: Activity | Post) -> Meta:
    """A line of an activity or a post."""
    return compose_source(one.title, format_day(one.first_day), one.address)
