"""Who may see a post, and what becomes of broken ones (posts.md, Problems and Who may see it)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.counts import Group
from builder.model.library import Library
from builder.model.partners import Partner
from builder.model.posts import Post, Status
from builder.model.problems import Problem, Severity, Where
from tests.counting.school import SETTINGS, library, mention, people, plan, post, read, task

APPROVING = replace(SETTINGS, approval_required=True)
SHELVES = ("posts", "withdrawn", "waiting")


def shelf_of(one: Post, **facts: object) -> str:
    """Where a single post stands."""
    known = read([one], **facts).value
    assert known is not None
    return next(shelf for shelf in SHELVES if getattr(known, shelf))


def paths(known: Library | None, shelf: str = "posts") -> list[str]:
    """Bare names of the posts on a shelf."""
    assert known is not None
    return [one.path.removeprefix("content/posts/")[:-3] for one in getattr(known, shelf)]


@pytest.mark.parametrize(
    ("facts", "shelf"),
    [
        ({}, "posts"),
        ({"status": Status.APPROVED}, "posts"),
        ({"status": Status.DRAFT}, "waiting"),
        ({"status": Status.REVIEW}, "waiting"),
        ({"status": Status.WITHDRAWN}, "withdrawn"),
        ({"internal": True}, "waiting"),
        ({"internal": True, "status": Status.WITHDRAWN}, "waiting"),
        ({"publish_on": "2026-01-15"}, "posts"),
        ({"publish_on": "2026-01-16"}, "waiting"),
    ],
)
def test_who_may_see_a_post(facts: dict[str, object], shelf: str) -> None:
    """A post is published on its day, and an internal one never."""
    assert shelf == shelf_of(post("a", "2025-03-01", **facts))


@pytest.mark.parametrize(
    ("facts", "shelf"),
    [
        ({}, "waiting"),
        ({"status": Status.APPROVED}, "waiting"),
        ({"approved_by": "Phạm Minh Sáng"}, "waiting"),
        ({"status": Status.APPROVED, "approved_by": "Phạm Minh Sáng"}, "posts"),
        ({"status": Status.WITHDRAWN}, "withdrawn"),
    ],
)
def test_who_may_see_a_post_where_approval_is_required(
    facts: dict[str, object], shelf: str
) -> None:
    """Only what is approved by somebody who is named."""
    assert shelf == shelf_of(post("a", "2025-03-01", **facts), settings=APPROVING)


def test_an_approved_post_without_approver_is_told() -> None:
    """It waits; without a word nobody would know why."""
    outcome = read([post("a", "2025-03-01", status=Status.APPROVED)], settings=APPROVING)
    where = Where("content/posts/a.md", 10)

    assert (Problem("approver-missing", where, {}, Severity.WARNING),) == outcome.problems


def test_nobody_approves_their_own_post() -> None:
    """However the name is written in both places."""
    own = post(
        "a",
        "2025-03-01",
        status=Status.APPROVED,
        approved_by="Phạm  Thị Hoà",
        authors=("Tổ Văn", "phạm thị hòa"),
    )
    where = Where("content/posts/a.md", 11)
    told = Problem("approver-is-author", where, {"written": "Phạm  Thị Hoà"})

    assert (told,) == read([own], settings=APPROVING).problems
    assert () == read([own]).problems


def test_posts_stand_in_order_of_day_and_path() -> None:
    """In whatever order they were read."""
    posts = [post("c", "2025-03-01"), post("b", "2025-03-02"), post("a", "2025-03-02")]

    assert ["c", "a", "b"] == paths(read(posts[::-1]).value)


def test_a_clash_of_addresses_leaves_out_all_that_it_names() -> None:
    """Which of the two is meant nobody can tell."""
    outcome = read([post("a", "2025-03-01", slug="x"), post("b", "2025-04-01", slug="x")])
    known = outcome.value
    assert known is not None

    assert [] == paths(known)
    assert ("content/posts/a.md", "content/posts/b.md") == known.left_out


def test_a_clash_between_two_posts_leaves_out_their_whole_event() -> None:
    """What the third post says would stand for an activity that nobody knows in full."""
    posts = [
        post("a", "2025-03-01", event="hoi-thi", participants=people(students=50)),
        post("b", "2025-03-02", event="hoi-thi", participants=people(students=60)),
        post("c", "2025-03-03", event="hoi-thi", participants=people(parents=30)),
        post("d", "2025-03-04"),
    ]
    outcome = read(posts)
    known = outcome.value
    assert known is not None

    assert ["d"] == paths(known)
    assert ["2025/d"] == [one.id for one in known.activities]
    assert {f"content/posts/{name}.md" for name in "abc"} == set(known.left_out)
    assert {one.path for one in outcome.problems[0].also} | {outcome.problems[0].where.path} == set(
        known.left_out
    )


def test_an_error_of_one_post_leaves_its_event_standing() -> None:
    """The follow-up goes alone; the activity keeps the main post's figures."""
    outcome = read(
        [
            post("a", "2025-03-01", event="hoi-thi", participants=people(students=50)),
            post("b", "2025-03-02", event="hoi-thi", tasks=("NV9",)),
        ],
        plans=[plan("2025", task("NV1"))],
    )
    known = outcome.value
    assert known is not None

    assert ["task-unknown"] == [one.code for one in outcome.problems]
    assert (["a"], ("content/posts/b.md",)) == (paths(known), known.left_out)
    assert 50 == known.activities[0].participants.groups[Group.STUDENTS].value


def test_what_a_missing_main_post_breaks_is_left_out_and_not_told() -> None:
    """The teacher hears of the mistake, not of what follows from leaving its post out."""
    outcome = read(
        [
            post("a", "2025-03-01", event="hoi-thi", is_main=True, tasks=("NV9",)),
            post("b", "2025-03-09", event="hoi-thi", until="2025-03-05"),
        ],
        plans=[plan("2025", task("NV1"))],
    )
    known = outcome.value
    assert known is not None

    assert ["task-unknown"] == [one.code for one in outcome.problems]
    assert ([], ()) == (paths(known), known.activities)
    assert 2 == len(known.left_out)


def test_a_post_with_errors_of_its_own_takes_part_in_the_checks() -> None:
    """Leaving it out must not make its follow-up look wrong."""
    outcome = read(
        [
            post("a", "2024-12-20", event="hoi-thi"),
            post("b", "2025-01-03", event="hoi-thi", tasks=("NV1",)),
        ],
        plans=[plan("2024", task("NV1"))],
        left_out=["content/posts/a.md"],
    )
    known = outcome.value
    assert known is not None

    assert () == outcome.problems
    assert (["b"], ("content/posts/a.md",)) == (paths(known), known.left_out)


def test_waiting_posts_are_compared_with_nothing() -> None:
    """A draft may have the address, the event and the task of another post."""
    shown = post("a", "2025-03-01", slug="x", event="hoi-thi", is_main=True)
    draft = post(
        "b",
        "2025-03-02",
        slug="x",
        event="hoi-thi",
        is_main=True,
        tasks=("NV9",),
        status=Status.DRAFT,
    )

    assert () == read([shown, draft]).problems


def test_every_counted_post_leads_to_its_activity() -> None:
    """Articles outside an event lead to none."""
    known = library(
        post("a", "2025-03-01", event="hoi-thi"),
        post("b", "2025-03-02", "tin-bai-gioi-thieu", event="hoi-thi"),
        post("c", "2025-03-03", "tin-bai-gioi-thieu"),
    )

    assert {"content/posts/a.md": "hoi-thi", "content/posts/b.md": "hoi-thi"} == {
        path: one.id for path, one in known.activity_of.items()
    }


def test_a_partner_without_a_file_has_the_name_of_the_earliest_counted_post() -> None:
    """Its kind is not known."""
    known = library(
        post("a", "2025-03-01", partners=("HỘI KHUYẾN HỌC",), counted=False),
        post("b", "2025-03-02", partners=("Hội Khuyến học",)),
        post("c", "2025-03-03", partners=("Hội khuyến học",)),
    )

    assert {"hoi-khuyen-hoc": Partner("hoi-khuyen-hoc", "Hội Khuyến học")} == dict(known.partners)


def test_a_name_whose_slug_is_a_files_id_is_that_partner() -> None:
    """The file's name and kind stand."""
    filed = Partner("hoi-khuyen-hoc", "Hội Khuyến học xã Sao Mai", kind="to-chuc-xa-hoi")
    known = library(post("a", "2025-03-01", partners=("Hội khuyến học",)), partners=[filed])

    assert {"hoi-khuyen-hoc": filed} == dict(known.partners)


def test_partners_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    """`đ` comes after `d`, and no foreign letter disturbs it."""
    names = ("Đoàn xã", "Ủy ban xã", "Dân phòng", "Ăng-ten", "An Phú")
    known = library(post("a", "2025-03-01", partners=tuple(mention(name) for name in names)))

    assert ["An Phú", "Ăng-ten", "Dân phòng", "Đoàn xã", "Ủy ban xã"] == [
        one.name for one in known.partners.values()
    ]


def test_plans_stand_in_order_of_their_periods() -> None:
    """By first day, then by id."""
    known = library(plans=[plan("2023-2024"), plan("2024"), plan("2023")])

    assert ["2023", "nam-hoc-2023-2024", "2024"] == [one.period.id for one in known.plans]
