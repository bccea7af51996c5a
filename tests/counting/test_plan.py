"""How far a plan was reached (counting.md, rules 13 and 19)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from builder.model.plans import PlanTask, Target
from builder.model.posts import Post
from builder.model.summary import PlanRow, PlanState
from tests.counting.school import gift, numbers, people, plan, post, summaries, task

POSTS = (
    post(
        "a",
        "2025-02-01",
        "tuyen-truyen",
        sessions=2,
        tasks=("NV1",),
        themes=("chuyen-doi-so",),
        participants=people(staff=5, students="~50"),
        partners=("Hội A",),
        resources=(gift("tien", 7_000_000),),
    ),
    post(
        "b",
        "2025-03-01",
        "stem-khkt",
        sessions=3,
        tasks=("NV1",),
        event="stem",
        participants=people(total=80),
        partners=("Hội B",),
    ),
    post("c", "2025-03-02", "stem-khkt", event="stem", themes=("chuyen-doi-so",)),
    post("d", "2025-03-03", "tin-bai-gioi-thieu", tasks=("NV1",)),
    post("e", "2025-04-01", "tuyen-truyen", partners=("Hội A",)),
)


def row_of(*posts: Post, wanted: PlanTask, today: date = date(2026, 1, 15)) -> PlanRow:
    """First row of the plan of 2025 with one task."""
    return rows_of(*posts, wanted=wanted, today=today)[0]


def rows_of(*posts: Post, wanted: PlanTask, today: date = date(2026, 1, 15)) -> tuple[PlanRow, ...]:
    """Rows of the plan of 2025 with one task, beside `NV1` where that is another."""
    tasks = (wanted,) if wanted.id == "NV1" else (wanted, task("NV1"))
    return summaries(*posts, plans=[plan("2025", *tasks)], today=today)["2025"].plan_rows


@pytest.mark.parametrize(
    ("target", "counted", "activities"),
    [
        (Target("activities", 1), 2, ("2025/a", "stem")),
        (Target("activities", 1, counts_all=True), 3, ("2025/a", "stem", "2025/e")),
        (Target("activities", 1, types=("tuyen-truyen",)), 1, ("2025/a",)),
        (Target("activities", 1, themes=("chuyen-doi-so",)), 2, ("2025/a", "stem")),
        (Target("sessions", 1), 5, ("2025/a", "stem")),
        (Target("communication_sessions", 1), 2, ("2025/a", "stem")),
        (
            Target("communication_sessions", 1, counts_all=True),
            3,
            ("2025/a", "stem", "2025/e"),
        ),
        (Target("posts", 1), 3, ("2025/a", "stem")),
        (Target("posts", 1, counts_all=True), 5, ("2025/a", "stem", "2025/e")),
        (Target("posts", 1, counts_all=True, types=("stem-khkt",)), 2, ("stem",)),
        (Target("posts", 1, counts_all=True, themes=("chuyen-doi-so",)), 2, ("2025/a", "stem")),
        (Target("staff", 1), 5, ("2025/a", "stem")),
        (Target("students", 1), 50, ("2025/a", "stem")),
        (Target("parents", 1), 0, ("2025/a", "stem")),
        (Target("total", 1), 135, ("2025/a", "stem")),
        (Target("partners_new", 1), 2, ("2025/a", "stem")),
        (Target("resources_vnd", 1), 7_000_000, ("2025/a", "stem")),
    ],
)
def test_what_a_target_counts(target: Target, counted: int, activities: tuple[str, ...]) -> None:
    """Those that name the task or all, narrowed by types and themes; a post by its own."""
    row = row_of(*POSTS, wanted=task("NV1", target))

    assert (counted, activities) == (row.counted.value, row.activities)
    assert "plan.NV1.counted" == row.counted.path


def test_each_target_of_a_task_is_found_by_its_own_path() -> None:
    """The second target of a task is another row of `data.json`."""
    rows = rows_of(*POSTS, wanted=task("NV1", Target("activities", 1), Target("students", 1)))

    assert ["plan.NV1.counted", "plan.NV1#2.counted"] == [row.counted.path for row in rows]


@pytest.mark.parametrize(
    ("at_least", "percent"),
    [(1, "200.0"), (2, "100.0"), (3, "66.7"), (16, "12.5"), (32, "6.3"), (4000, "0.1")],
)
def test_progress_has_one_decimal_rounded_half_up(at_least: int, percent: str) -> None:
    """Over 100 % stays as it is."""
    row = row_of(*POSTS, wanted=task("NV1", Target("activities", at_least)))

    assert Decimal(percent) == row.percent


@pytest.mark.parametrize(
    ("task_id", "at_least", "optional", "today", "state"),
    [
        ("NV1", 2, False, date(2025, 12, 31), PlanState.DONE),
        ("NV1", 3, False, date(2025, 12, 31), PlanState.OPEN),
        ("NV1", 3, False, date(2026, 1, 1), PlanState.MISSED),
        ("NV1", 3, True, date(2026, 1, 1), PlanState.MISSED),
        ("NV2", 3, True, date(2025, 12, 31), PlanState.OPEN),
        ("NV2", 3, True, date(2026, 1, 1), PlanState.NOT_ARISEN),
        ("NV2", 3, False, date(2026, 1, 1), PlanState.MISSED),
    ],
)
def test_how_a_target_stands(
    *, task_id: str, at_least: int, optional: bool, today: date, state: PlanState
) -> None:
    """Open until the period's last day is over; an optional task with nothing did not arise."""
    wanted = task(task_id, Target("activities", at_least), optional=optional)

    assert state is row_of(*POSTS, wanted=wanted, today=today).state


def test_a_task_arises_by_any_of_its_targets() -> None:
    """What else it wants is missed then."""
    targets = (Target("activities", 1), Target("parents", 10))
    rows = rows_of(*POSTS, wanted=task("NV1", *targets, optional=True))

    assert [PlanState.DONE, PlanState.MISSED] == [one.state for one in rows]


def test_rows_stand_in_the_plans_order_one_for_each_target() -> None:
    """A task without target has no row."""
    tasks = (
        task("NV2", Target("posts", 1), Target("staff", 1)),
        task("NV3"),
        task("NV1", Target("total", 1)),
    )
    rows = summaries(*POSTS, plans=[plan("2025", *tasks)])["2025"].plan_rows

    assert [("NV2", "posts"), ("NV2", "staff"), ("NV1", "total")] == [
        (one.task.id, one.target.measure) for one in rows
    ]


def test_a_task_of_plans_of_both_kinds_counts_in_both() -> None:
    """In the calendar year's and in the school year's."""
    target = Target("activities", 1)
    found = summaries(
        *POSTS, plans=[plan("2025", task("NV1", target)), plan("2024-2025", task("NV1", target))]
    )

    assert {"2025": [2], "2024-2025": [2]} == {
        period: [row.counted.value for row in one.plan_rows] for period, one in found.items()
    }


def test_a_period_has_only_its_own_plan() -> None:
    """Without one it has no rows."""
    found = summaries(*POSTS, plans=[plan("2025", task("NV1", Target("activities", 1)))])

    assert (None, ()) == (found["2024-2025"].plan, found["2024-2025"].plan_rows)


def test_posts_of_the_new_year_are_evidence_by_their_activity_of_the_old() -> None:
    """A post counts by its own date, its activity stays what it is."""
    found = summaries(
        post("a", "2024-12-20", event="x"),
        post("b", "2025-01-03", event="x", tasks=("NV1",)),
        post("c", "2025-02-01"),
        plans=[
            plan("2024", task("NV1", Target("posts", 1))),
            plan("2025", task("NV1", Target("posts", 1))),
        ],
    )

    assert [("x",), ()] == [found[year].plan_rows[0].activities for year in ("2025", "2024")]
    assert {"content/posts/b.md": 1} == numbers(found["2025"].plan_rows[0].counted)
