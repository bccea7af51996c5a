"""Tables by type, month and word (counting.md, rules 3, 11, 12 and 19)."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from builder.model.counts import Group
from builder.model.summary import PeriodSummary, WordRow
from builder.model.vocabulary import ActivityType, Term
from tests.counting.school import SETTINGS, numbers, people, post, summaries


def words(rows: tuple[WordRow, ...]) -> list[tuple[str, str | None, int | None]]:
    """Word, path and count of each row."""
    return [(row.id, row.count.path, row.count.value) for row in rows]


def of_2025(*posts: object, **facts: object) -> PeriodSummary:
    """Summary of 2025."""
    return summaries(*posts, **facts)["2025"]


def test_one_post_on_three_channels_counts_in_three_rows() -> None:
    """The website by itself, and once where it is stated too."""
    counted = of_2025(post("a", "2025-03-01", channels=("zalo", "website", "facebook")))

    assert [
        ("website", "by_channel.website.posts", 1),
        ("zalo", "by_channel.zalo.posts", 1),
        ("facebook", "by_channel.facebook.posts", 1),
    ] == words(counted.by_channel)


def test_channels_and_themes_count_posts() -> None:
    """Two posts of one event count twice; each by its own words."""
    counted = of_2025(
        post("a", "2025-03-01", event="x", channels=("zalo",), themes=("chuyen-doi-so",)),
        post("b", "2025-03-02", event="x", channels=("zalo",)),
    )

    assert {"website": 2, "zalo": 2} == {row.id: row.count.value for row in counted.by_channel}
    assert {"content/posts/a.md": 1} == numbers(counted.by_theme[0].count)


def test_levels_and_roles_count_activities() -> None:
    """An activity without a level stands in no row; every one has a role."""
    counted = of_2025(
        post("a", "2025-03-01", event="x", level="xa"),
        post("b", "2025-03-02", event="x", role="phoi-hop"),
        post("c", "2025-03-03"),
    )

    assert [("xa", "by_level.xa.activities", 1)] == words(counted.by_level)
    assert [
        ("chu-tri", "by_role.chu-tri.activities", 1),
        ("phoi-hop", "by_role.phoi-hop.activities", 1),
    ] == words(counted.by_role)


def test_sessions_are_summed_by_type_and_month() -> None:
    """1 where nothing is said."""
    counted = of_2025(
        post("a", "2025-03-01", "tuyen-truyen", sessions=3),
        post("b", "2025-03-02", "stem-khkt", sessions=2),
        post("c", "2025-04-02", "tuyen-truyen"),
    )

    assert (6, 4) == (counted.totals.sessions.value, counted.totals.communication_sessions.value)
    assert {"tuyen-truyen": 4, "stem-khkt": 2} == {
        row.id: row.sessions.value for row in counted.by_activity_type
    }
    assert [0, 0, 5, 1, 0, 0, 0, 0, 0, 0, 0, 0] == [row.sessions.value for row in counted.by_month]


def test_rows_have_their_own_attendance() -> None:
    """With what is unknown among their activities alone."""
    counted = of_2025(
        post("a", "2025-03-01", "tuyen-truyen", participants=people(students=50)),
        post("b", "2025-04-02", "stem-khkt"),
    )
    communication, stem = counted.by_activity_type
    march = counted.by_month[2].attendance.groups[Group.STUDENTS]

    assert (50, ()) == (
        communication.attendance.total.value,
        communication.attendance.total.unknown,
    )
    assert (None, ("2025/b",)) == (stem.attendance.total.value, stem.attendance.total.unknown)
    assert ("by_month.2025-03.attendance.students", 50) == (march.path, march.value)


def test_online_means_online_alone() -> None:
    """`ket-hop` is both, and no online activity."""
    counted = of_2025(
        post("a", "2025-03-01", mode="truc-tuyen"),
        post("b", "2025-03-02", mode="ket-hop"),
    )

    assert {"2025/a": 1} == numbers(counted.totals.online)
    assert [1] == [row.online.value for row in counted.by_activity_type]


def test_a_schools_own_words_stand_after_the_built_in_ones() -> None:
    """Its own types may be communication, or texts alone."""
    own = {
        "loa-xom": ActivityType("loa-xom", "Loa xóm", "Loudspeaker", communication=True),
    }
    vocabulary = SETTINGS.vocabulary
    settings = replace(
        SETTINGS,
        vocabulary=replace(
            vocabulary,
            activity_types=MappingProxyType({**vocabulary.activity_types, **own}),
            themes=MappingProxyType({**vocabulary.themes, "bien": Term("bien", "Biển", "Sea")}),
        ),
    )
    counted = of_2025(
        post("a", "2025-03-01", "loa-xom", themes=("bien",)),
        post("b", "2025-03-02", "xa-hoi-hoa", themes=("chuyen-doi-so",)),
        settings=settings,
    )

    assert ["xa-hoi-hoa", "loa-xom"] == [row.id for row in counted.by_activity_type]
    assert ["chuyen-doi-so", "bien"] == [row.id for row in counted.by_theme]
    assert 1 == counted.totals.communication_sessions.value


def test_documents_are_posts_and_no_activities() -> None:
    """A published document is a “tin, bài” and a “văn bản đăng tải”, nothing else."""
    totals = of_2025(post("a", "2025-03-01"), post("b", "2025-04-01", "van-ban")).totals

    assert (1, 2, 1) == (totals.activities.value, totals.posts.value, totals.documents.value)
