"""What doesn't fit together between posts: addresses, tasks, suspected doubles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.posts import Post, Status
from builder.model.problems import Problem, Severity, Where
from tests.counting.school import SETTINGS, people, plan, post, read, task

A = "content/posts/a.md"
B = "content/posts/b.md"
PLAN_2025 = plan("2025", task("NV1"), task("NV4"))


def codes(*posts: Post, **facts: object) -> list[tuple[str, str]]:
    """Code and bare name of the post of each problem."""
    found = read(posts, **facts).problems
    return [(one.code, one.where.path.removeprefix("content/posts/")[:-3]) for one in found]


def test_two_posts_of_a_year_with_one_slug_clash() -> None:
    """The problem stands at the second path and names both."""
    found = read([post("b", "2025-03-01", slug="x"), post("a", "2025-04-01", slug="x")]).problems
    details = {"address": "/tin/2025/x/", "place": f"{A}:3"}

    assert (Problem("address-taken", Where(B, 3), details, also=(Where(A, 3),)),) == found


def test_posts_of_two_years_may_have_one_slug() -> None:
    """The year stands in the address."""
    assert [] == codes(post("a", "2024-03-01", slug="x"), post("b", "2025-03-01", slug="x"))


@pytest.mark.parametrize("facts", [{"status": Status.WITHDRAWN}, {"summary_only": True}])
def test_withdrawn_posts_and_posts_without_a_page_keep_their_address(
    facts: dict[str, object],
) -> None:
    """The one tells that it was taken down, the other names its activity."""
    first = post("a", "2025-03-01", slug="x")

    assert [("address-taken", "b")] == codes(first, post("b", "2025-03-02", slug="x", **facts))


def test_an_old_address_must_not_be_another_posts() -> None:
    """Neither one that it has nor one that it had."""
    posts = [
        post("a", "2025-03-01", old_addresses=("tin/2025/b/", "cu/1/")),
        post("b", "2025-03-02", old_addresses=("cu/1/", "cu/2/")),
    ]
    found = read(posts).problems

    assert (
        Problem(
            "old-address-taken",
            Where(A, 12),
            {"address": "/tin/2025/b/", "place": f"{B}:3"},
            also=(Where(B, 3),),
        ),
        Problem(
            "old-address-taken",
            Where(B, 12),
            {"address": "/cu/1/", "place": f"{A}:12"},
            also=(Where(A, 12),),
        ),
    ) == found


def test_a_post_may_keep_its_own_address_among_the_old_ones() -> None:
    """It leads where it always led."""
    assert [] == codes(post("a", "2025-03-01", old_addresses=("tin/2025/a/", "cu/1/")))


@pytest.mark.parametrize("period", ["2025", "2024-2025"])
def test_a_task_may_stand_in_the_plan_of_either_year(period: str) -> None:
    """Of the activity's calendar year or school year."""
    assert [] == codes(post("a", "2025-03-01", tasks=("NV1",)), plans=[plan(period, task("NV1"))])


def test_a_task_that_no_plan_has_is_an_error() -> None:
    """The remedy lists those that there are."""
    found = read([post("a", "2025-03-01", tasks=("NV1", "NV9"))], plans=[PLAN_2025]).problems
    details = {"written": "NV9", "periods": "2025, 2024-2025", "known": "NV1, NV4"}

    assert (Problem("task-unknown", Where(A, 14), details),) == found


def test_a_task_of_a_year_without_plan_is_an_error() -> None:
    """There is nothing to choose from."""
    found = read([post("a", "2023-03-01", tasks=("NV1",))], plans=[PLAN_2025]).problems
    details = {"written": "NV1", "periods": "2023, 2022-2023"}

    assert (Problem("task-without-plan", Where(A, 14), details),) == found


def test_the_school_years_first_month_is_the_schools_own() -> None:
    """In a school that starts in August, August belongs to the new year's plan."""
    settings = replace(SETTINGS, school_year_start=8)
    plans = [plan("2025-2026", task("NV1"), start_month=8)]
    august = post("a", "2025-08-20", tasks=("NV1",))

    assert [] == codes(august, plans=plans, settings=settings)


def test_a_follow_ups_task_is_looked_up_by_the_activitys_date() -> None:
    """Told in January, held in December; also where the follow-up was taken down."""
    main = post("a", "2025-12-20", event="hoi-thi")
    later = post("b", "2026-01-03", event="hoi-thi", tasks=("NV1",))
    withdrawn = replace(later, status=Status.WITHDRAWN)

    assert [] == codes(main, later, plans=[PLAN_2025])
    assert [] == codes(main, withdrawn, plans=[PLAN_2025])


def test_tasks_of_posts_outside_any_activity_are_looked_up_by_their_own_date() -> None:
    """Of articles, withdrawn posts, and those kept out of every figure."""
    posts = (
        post("a", "2025-12-20", event="hoi-thi"),
        post("b", "2024-01-03", "van-ban", tasks=("NV1",)),
        post("c", "2024-01-03", status=Status.WITHDRAWN, tasks=("NV1",)),
        post("d", "2024-01-03", counted=False, event="hoi-thi", tasks=("NV1",)),
    )

    assert [("task-without-plan", name) for name in "bcd"] == codes(*posts, plans=[PLAN_2025])


def test_a_plan_with_errors_makes_no_task_unknown() -> None:
    """The mistake is the plan's; it may well have the task."""
    posts = [post("a", "2025-03-01", tasks=("NV9",))]

    assert () == read(posts, broken_plans=[PLAN_2025.period]).problems
    assert () == read(posts, plans=[PLAN_2025], broken_plans=[PLAN_2025.period]).problems


def test_two_activities_of_one_day_and_type_may_be_one() -> None:
    """A warning on the second, which may have been published before by its path."""
    posts = [post("b", "2025-03-01"), post("a", "2025-03-01", publish_on="2025-03-02")]
    details = {"title": "b", "place": f"{B}:2"}

    assert (
        Problem("activity-double", Where(A, 2), details, Severity.WARNING, (Where(B, 2),)),
    ) == read(posts).problems


def test_posts_of_events_are_no_suspected_doubles() -> None:
    """Who writes an event has thought of it; articles are no activities."""
    assert [] == codes(
        post("a", "2025-03-01", event="hoi-thi"),
        post("b", "2025-03-01"),
        post("c", "2025-03-01", "tuyen-truyen"),
        post("d", "2025-03-01", role="dua-tin"),
        post("e", "2025-03-02"),
    )


def test_a_group_that_nobody_counted_is_asked_for() -> None:
    """Once for the activity, unless another post of it knows the number."""
    unknown = post("a", "2025-03-01", event="x", participants=people(students="?", parents="?"))
    known = post("b", "2025-03-02", event="x", participants=people(students=50, parents="?"))
    details = {"group": "Cha mẹ học sinh"}

    assert (Problem("count-missing", Where(A, 6), details, Severity.WARNING),) == read(
        [unknown, known]
    ).problems


def test_an_activity_without_participants_is_no_problem() -> None:
    """The yearly summary lists it."""
    assert [] == codes(post("a", "2025-03-01"))
