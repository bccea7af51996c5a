"""Which year an activity and a post count in (counting.md, rules 1, 7, 8, 12, 14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builder.counting import count_library, count_period
from builder.model.periods import Period, calendar_year, school_year
from builder.model.posts import Post, Status
from builder.model.summary import PeriodSummary
from tests.counting.school import SETTINGS, library, people, post, read, summaries


def held(summary: PeriodSummary) -> list[str]:
    """Ids of a summary's activities."""
    return [row.activity.id for row in summary.activities]


def test_a_period_has_a_summary_once_an_activity_falls_into_it() -> None:
    """A year of articles alone has none."""
    posts = (post("a", "2023-03-01"), post("b", "2025-03-01", "tin-bai-gioi-thieu"))

    assert ["2022-2023", "2023"] == list(summaries(*posts))


def test_a_school_without_activities_has_no_summary() -> None:
    """Nothing is counted, nothing is made up."""
    assert () == count_library(library())


def test_july_belongs_to_the_school_year_that_ends() -> None:
    """The year 2022-2023 runs from 1 September 2022 to 31 August 2023."""
    found = summaries(post("a", "2023-08-31"), post("b", "2023-09-01"))

    assert ["2023/a"] == held(found["2022-2023"])
    assert ["2023/b"] == held(found["2023-2024"])


def test_a_school_may_start_its_year_in_another_month() -> None:
    """`school_year_start: 08-01` moves August to the new year."""
    settings = replace(SETTINGS, school_year_start=8)
    found = summaries(post("a", "2023-08-01"), settings=settings)

    assert ["2023", "2023-2024"] == list(found)
    assert date(2023, 8, 1) == found["2023-2024"].by_month[0].first_day


def test_an_activity_over_new_year_counts_where_it_began() -> None:
    """The next year lists it without counting it."""
    posts = (post("a", "2023-12-25", until="2024-01-05"), post("b", "2024-03-01"))
    found = summaries(*posts)

    assert (["2023/a"], []) == (held(found["2023"]), _carried(found["2023"]))
    assert (["2024/b"], ["2023/a"]) == (held(found["2024"]), _carried(found["2024"]))


def test_an_activity_that_ends_on_the_last_day_is_not_carried_over() -> None:
    """It no longer runs when the next period begins."""
    found = summaries(post("a", "2023-12-25", until="2023-12-31"), post("b", "2024-03-01"))

    assert [] == _carried(found["2024"])


def test_a_post_counts_by_its_own_date() -> None:
    """A follow-up in January is a post of the new year about an activity of the old one."""
    found = summaries(
        post("a", "2023-12-20", event="hoi-thi"),
        post("b", "2024-01-03", event="hoi-thi"),
        post("c", "2024-03-01"),
    )

    assert (1, ["hoi-thi"]) == (found["2023"].totals.posts.value, held(found["2023"]))
    assert (2, ["2024/c"]) == (found["2024"].totals.posts.value, held(found["2024"]))


def test_what_is_not_published_never_counts() -> None:
    """Drafts, posts in review, internal, later and withdrawn posts leave every figure alone."""
    posts = (
        post("a", "2023-03-01"),
        post("b", "2023-03-02", status=Status.DRAFT),
        post("c", "2023-03-03", status=Status.REVIEW),
        post("d", "2023-03-04", internal=True),
        post("e", "2023-03-05", publish_on="2030-01-01"),
        post("f", "2023-03-06", status=Status.WITHDRAWN),
    )

    assert count_library(library(posts[0])) == count_library(library(*posts))


def test_a_post_without_a_page_is_an_activity_and_no_news() -> None:
    """`summary_only` counts, but not as “tin, bài”, nor on the website."""
    (counted,) = (one for one in count_library(library(_without_page())) if one.period.id == "2023")

    assert (1, 0) == (counted.totals.activities.value, counted.totals.posts.value)
    assert () == counted.by_channel + counted.by_theme
    assert ("zalo",) == counted.activities[0].activity.channels


def test_a_post_that_is_not_counted_stays_out_of_every_figure() -> None:
    """`counted: no` is neither activity nor “tin, bài”."""
    found = summaries(post("a", "2023-03-01"), post("b", "2023-03-02", counted=False))

    assert (1, 1) == (
        found["2023"].totals.activities.value,
        found["2023"].totals.posts.value,
    )


def test_an_article_is_news_and_no_activity() -> None:
    """By its type, or since the school only reports what others did."""
    found = summaries(
        post("a", "2023-03-01"),
        post("b", "2023-03-02", "tin-bai-gioi-thieu"),
        post("c", "2023-03-03", "van-ban"),
        post("d", "2023-03-04", role="dua-tin"),
    )

    assert (["2023/a"], 4) == (held(found["2023"]), found["2023"].totals.posts.value)


def test_a_period_is_compared_with_the_one_before_it() -> None:
    """Nothing where that one has no activity."""
    found = summaries(
        post("a", "2022-03-01", participants=people(students=30)),
        post("b", "2023-03-01"),
        post("c", "2025-03-01"),
    )
    before = found["2023"].previous

    assert before is not None
    assert before == found["2022"].totals
    assert [None, None] == [found["2022"].previous, found["2025"].previous]


def test_one_period_is_counted_as_in_the_whole_library() -> None:
    """`count_period` gives what `count_library` gives."""
    known = library(post("a", "2022-03-01"), post("b", "2023-03-01"))

    assert count_library(known) == tuple(
        count_period(known, one.period) for one in count_library(known)
    )


def test_a_period_without_activities_can_be_counted() -> None:
    """This year's figures in January: zero activities, and unknown people."""
    known = library(post("a", "2023-12-25", until="2024-01-05"))
    counted = count_period(known, calendar_year(date(2024, 1, 2)))

    assert (0, 0, None) == (
        counted.totals.activities.value,
        counted.totals.posts.value,
        counted.totals.attendance.total.value,
    )
    assert 12 == len(counted.by_month)
    assert ["2023/a"] == _carried(counted)
    assert counted.previous is not None


def test_the_number_of_posts_left_out_is_told() -> None:
    """A yearly total never shrinks in silence."""
    outcome = read([post("a", "2023-03-01")], left_out=["content/posts/b.md"])
    assert outcome.value is not None

    assert [1, 1] == [one.left_out for one in count_library(outcome.value)]


def test_school_years_and_calendar_years_of_one_day_stand_in_order() -> None:
    """By first day, then kind, also where both begin on 1 January."""
    settings = replace(SETTINGS, school_year_start=1)
    found: list[Period] = [
        one.period for one in count_library(library(post("a", "2023-03-01"), settings=settings))
    ]

    assert [calendar_year(date(2023, 3, 1)), school_year(date(2023, 3, 1), 1)] == found


def _carried(summary: PeriodSummary) -> list[str]:
    """Ids of the activities in grey."""
    return [one.id for one in summary.carried_over]


def _without_page() -> Post:
    """A post that counts and has no page."""
    return post("a", "2023-03-01", summary_only=True, channels=("zalo",), themes=("chuyen-doi-so",))
