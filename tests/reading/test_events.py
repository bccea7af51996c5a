"""Posts about one event make one activity (counting.md, rules 1, 2, 6, 11 and 19)."""

from __future__ import annotations

from datetime import date

import pytest

from builder.model.counts import Count, Group, Mark, Participants
from builder.model.library import Activity
from builder.model.posts import Post, Status
from builder.model.problems import Problem, Where
from tests.counting.school import gift, library, people, post, read

A = "content/posts/a.md"
B = "content/posts/b.md"
C = "content/posts/c.md"


def told(
    name: str, day: str = "2025-03-01", activity_type: str = "ngoai-ngu", **facts: object
) -> Post:
    """A post about the event `hoi-thi`."""
    return post(name, day, activity_type, event="hoi-thi", **facts)


def joined(*posts: Post) -> Activity:
    """The one activity of these posts."""
    (activity,) = library(*posts).activities
    return activity


def first_problem(*posts: Post) -> Problem:
    """The first problem of these posts."""
    return read(posts).problems[0]


def stated(activity: Activity) -> dict[str, tuple[int | None, Mark | None]]:
    """Value and mark of each group."""
    groups = activity.participants.groups if activity.participants else {}
    return {str(group): (one.value, one.mark) for group, one in groups.items()}


def test_posts_of_one_event_are_one_activity() -> None:
    """It carries the event's id; a post alone its slug path."""
    known = library(told("a"), told("b", "2025-03-02"), post("c", "2025-03-03"))

    assert ["hoi-thi", "2025/c"] == [one.id for one in known.activities]


def test_the_marked_post_leads() -> None:
    """It gives title, type and date, though others are earlier."""
    activity = joined(
        told("a", "2025-03-01"),
        told("b", "2025-03-05", "stem-khkt", is_main=True, title="Hội thi"),
    )

    assert ("Hội thi", "stem-khkt", date(2025, 3, 5)) == (
        activity.title,
        activity.activity_type,
        activity.first_day,
    )


@pytest.mark.parametrize(
    ("posts", "leader"),
    [
        ([told("a", "2025-03-02"), told("b", "2025-03-01")], "b"),
        ([told("a", publish_on="2025-03-02"), told("b")], "b"),
        ([told("a", publish_on="2025-03-02"), told("b", publish_on="2025-03-01")], "b"),
        ([told("b"), told("a")], "a"),
        ([told("a", activity_type="tin-bai-gioi-thieu"), told("b", "2025-03-09")], "b"),
        ([told("a", role="dua-tin"), told("b", "2025-03-09")], "b"),
    ],
)
def test_else_the_earliest_leads(posts: list[Post], leader: str) -> None:
    """By date, then publication, then path; never a text-only post."""
    assert leader == joined(*posts).main.title


def test_two_main_posts_are_an_error() -> None:
    """It stands at the later one and names all posts of the event."""
    posts = (
        told("a", is_main=True),
        told("b", "2025-03-02", is_main=True),
        told("c", "2025-03-03"),
    )
    details = {"written": "b", "first": "a", "place": f"{A}:9"}

    assert (
        Problem("event-two-main", Where(B, 9), details, also=(Where(A, 9), Where(C, 8))),
    ) == read(posts).problems


def test_a_withdrawn_post_must_not_lead_beside_another() -> None:
    """Should it come back, two would lead."""
    withdrawn = told("b", is_main=True, status=Status.WITHDRAWN)

    assert "event-two-main" == first_problem(told("a", is_main=True), withdrawn).code


def test_an_event_of_articles_alone_is_no_activity() -> None:
    """They remain posts."""
    known = library(told("a", activity_type="van-ban"), told("b", role="dua-tin"))

    assert ((), 2) == (known.activities, len(known.posts))


def test_a_post_that_is_not_counted_is_out_of_its_event() -> None:
    """Nothing of it is taken, and its `main_post` clashes with nothing."""
    activity = joined(
        told("a", is_main=True),
        told("b", is_main=True, counted=False, channels=("zalo",), participants=people(staff=1)),
    )

    assert (("website",), None, 1) == (
        activity.channels,
        activity.participants,
        len(activity.posts),
    )


def test_facts_come_from_the_first_post_that_states_them() -> None:
    """Main post first, then by date, publication and path; a default is no statement."""
    activity = joined(
        told("a", is_main=True, level="xa"),
        told("c", "2025-03-02", location="Sân trường", mode="ket-hop", level="tinh"),
        told("b", "2025-03-02", publish_on="2025-03-03", location="Hội trường", role="phoi-hop"),
        told("d", "2025-03-04", mode="truc-tuyen", permission="Công văn số 1", until="2025-03-05"),
    )

    assert ("xa", "ket-hop", "phoi-hop", "Sân trường", "Công văn số 1", date(2025, 3, 5)) == (
        activity.level,
        activity.mode,
        activity.role,
        activity.location,
        activity.permission,
        activity.last_day,
    )


def test_what_no_post_states_has_its_default() -> None:
    """Role and mode have one; once is how often something takes place."""
    activity = joined(told("a"))

    assert ("chu-tri", "truc-tiep", 1, None, None) == (
        activity.role,
        activity.mode,
        activity.sessions,
        activity.level,
        activity.last_day,
    )


def test_an_activity_that_ends_on_its_first_day_took_one_day() -> None:
    """Its end is no second day."""
    assert joined(told("a", until="2025-03-01")).last_day is None


def test_channels_and_themes_are_united_in_the_vocabularys_order() -> None:
    """The website is one where any post has a page."""
    activity = joined(
        told("a", channels=("zalo",), themes=("chuyen-doi-so",)),
        told("b", channels=("facebook", "zalo"), themes=("hoi-nhap-quoc-te",)),
    )

    assert ("website", "zalo", "facebook") == activity.channels
    assert ("hoi-nhap-quoc-te", "chuyen-doi-so") == activity.themes


def test_partners_and_tasks_stand_as_first_named() -> None:
    """Main post first; a post's partners before the givers of its resources."""
    activity = joined(
        told("a", "2025-03-01", partners=("Trường A", "Hội B")),
        told(
            "b",
            "2025-03-02",
            is_main=True,
            partners=("Hội C",),
            resources=(gift("tien", 5, partner="Hội D"),),
        ),
        told("c", "2025-03-03", partners=("Hội B", "Hội E")),
    )

    assert ("hoi-c", "hoi-d", "truong-a", "hoi-b", "hoi-e") == activity.partners


def test_an_article_gives_its_event_words_and_partners_alone() -> None:
    """No figure, no fact, no gift of it is taken."""
    activity = joined(
        told("a"),
        told(
            "b",
            activity_type="tin-bai-gioi-thieu",
            channels=("zalo",),
            themes=("chuyen-doi-so",),
            partners=("Hội B",),
            participants=people(staff=5),
            sessions=3,
            level="xa",
            location="Hội trường",
            until="2025-03-09",
            resources=(gift("tien", 5, partner="Hội C"),),
            foreign_element=True,
        ),
    )

    assert (("website", "zalo"), ("chuyen-doi-so",), ("hoi-b",)) == (
        activity.channels,
        activity.themes,
        activity.partners,
    )
    assert (None, 1, None, None, None, (), False) == (
        activity.participants,
        activity.sessions,
        activity.level,
        activity.location,
        activity.last_day,
        activity.resources,
        activity.foreign_element,
    )


def test_posts_of_an_activity_stand_by_date_and_path() -> None:
    """Whichever leads."""
    activity = joined(told("b"), told("c", "2025-03-09", is_main=True), told("a"))

    assert ["a", "b", "c"] == [one.title for one in activity.posts]


def test_an_activity_leads_to_its_main_posts_page() -> None:
    """Else to the first of its posts that has one."""
    assert "tin/2025/a/" == joined(told("a"), told("b")).address
    assert "tin/2025/b/" == joined(told("a", summary_only=True), told("b")).address
    assert joined(told("a", summary_only=True)).address is None


def test_each_figure_may_stand_in_another_post() -> None:
    """One knows the pupils, the other the staff and how many times."""
    activity = joined(
        told("a", participants=people(students=50)),
        told("b", participants=people(staff=5), sessions=2),
    )

    assert {"staff": (5, None), "students": (50, None)} == stated(activity)
    assert 2 == activity.sessions


def test_unknown_is_no_statement() -> None:
    """A number stated elsewhere stands; unknown in both stays unknown."""
    activity = joined(
        told("a", participants=people(students="?", parents="?")),
        told("b", participants=people(students=50, parents="?")),
    )

    assert {"students": (50, None), "parents": (None, None)} == stated(activity)


@pytest.mark.parametrize(
    ("first", "second", "mark"),
    [
        ("~50", 50, None),
        (50, "50+", None),
        ("~50", "50+", Mark.ABOUT),
        ("50+", "50+", Mark.AT_LEAST),
    ],
)
def test_values_are_compared_without_marks(
    first: int | str, second: int | str, mark: Mark | None
) -> None:
    """The unmarked one stands; ≈ and ≥ give ≈."""
    activity = joined(
        told("a", participants=people(students=first)),
        told("b", participants=people(students=second)),
    )

    assert {"students": (50, mark)} == stated(activity)


def test_the_whole_school_in_one_post_is_the_whole_school() -> None:
    """The other states the same number."""
    activity = joined(
        told("a", participants=people(students=50)),
        told("b", participants=people(students=50, whole=True)),
    )

    assert activity.participants is not None
    assert activity.participants.groups[Group.STUDENTS].whole_school


def test_another_value_is_an_error_that_shows_both_lines() -> None:
    """At the post that comes later."""
    found = first_problem(
        told("a", participants=people(students=50)),
        told("b", participants=people(students=60)),
    )
    details = {"written": "60", "first": "50", "place": f"{A}:6", "group": "Học sinh"}

    assert Problem("event-count-differs", Where(B, 6), details, also=(Where(A, 6),)) == found


def test_other_sessions_are_an_error() -> None:
    """The default is no statement, so only what is written is compared."""
    found = first_problem(told("a", sessions=2), told("b", sessions=3), told("c"))
    details = {"written": "3", "first": "2", "place": f"{A}:7"}

    assert (
        Problem("event-sessions-differ", Where(B, 7), details, also=(Where(A, 7), Where(C, 8)))
        == found
    )


@pytest.mark.parametrize(
    ("groups", "bare", "code"),
    [
        (people(students=50, staff=5), 55, None),
        (people(students="~50", staff=5), 55, None),
        (people(students=50, staff=5), 60, "event-total-not-sum"),
        (people(students=50, staff="?"), 50, None),
        (people(students=50, staff="?"), 60, None),
        (people(students=50, staff="?"), 40, "event-total-too-small"),
        (people(total=50), 60, "event-total-differs"),
        (people(total="~60"), 60, None),
        (people(total="?"), 60, None),
    ],
)
def test_a_bare_total_fits_the_groups(groups: Participants, bare: int, code: str | None) -> None:
    """Equal to their sum, or at least that of the known ones."""
    found = read([told("a", participants=groups), told("b", participants=people(total=bare))])

    assert [code] * (code is not None) == [one.code for one in found.problems if one.is_error]


def test_a_total_that_does_not_fit_shows_both_lines() -> None:
    """That of the total, and that of the groups."""
    found = first_problem(
        told("a", participants=people(students=50)), told("b", participants=people(total=60))
    )
    details = {"written": "60", "sum": "50", "place": f"{A}:6"}

    assert Problem("event-total-not-sum", Where(B, 6), details, also=(Where(A, 6),)) == found


def test_a_bare_total_is_kept_beside_the_groups() -> None:
    """The activity's total is worked out when it is counted."""
    activity = joined(
        told("a", participants=people(students=50)), told("b", participants=people(total="~50"))
    )

    assert activity.participants is not None
    assert Count(50, Mark.ABOUT, where=Where(B, 6)) == activity.participants.total


def test_figures_of_withdrawn_posts_are_not_compared() -> None:
    """What was taken down may have been taken down for its numbers."""
    withdrawn = told("b", participants=people(students=60), status=Status.WITHDRAWN)

    assert {"students": (50, None)} == stated(
        joined(told("a", participants=people(students=50)), withdrawn)
    )


def test_a_follow_ups_end_before_the_activity_is_an_error() -> None:
    """At its line, with the main post's date."""
    found = first_problem(told("a", "2025-03-05", is_main=True), told("b", until="2025-03-04"))
    details = {"written": "04/03/2025", "first": "05/03/2025", "place": f"{A}:4"}

    assert Problem("event-end-before-start", Where(B, 5), details, also=(Where(A, 4),)) == found


@pytest.mark.parametrize("counted", [True, False])
def test_a_main_posts_end_before_its_own_date_is_an_error(*, counted: bool) -> None:
    """A mistake of that post alone, also where it isn't counted."""
    found = read([told("a", "2025-03-05", until="2025-03-04", counted=counted)]).problems
    details = {"written": "04/03/2025", "first": "05/03/2025"}

    assert (Problem("end-date-order", Where(A, 5), details),) == found


def test_only_the_end_that_is_taken_is_compared() -> None:
    """A follow-up written after the end, or with another end, changes nothing."""
    activity = joined(
        told("a", "2025-03-05", is_main=True, until="2025-03-07"),
        told("b", "2025-03-09", until="2025-03-04"),
    )

    assert date(2025, 3, 7) == activity.last_day
