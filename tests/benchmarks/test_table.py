"""What was measured, as ratios, goals and tables."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]


@pytest.fixture
def make_result(load: Load) -> Callable[..., object]:
    """A result whose builds took so many seconds, by scenario."""
    measure, rounds = load("measure"), load("rounds")

    def make(name: str, *, peak_mb: float | None = 100.0, **seconds: list[float]) -> object:
        names = {"cold": "cold", "body": "one edited body"}
        costs = {
            names[scenario]: tuple(measure.Cost(one, one * 2) for one in taken)
            for scenario, taken in seconds.items()
        }
        return rounds.Result(name, "1.0", costs, peak_mb, {})

    return make


def test_a_ratio_is_that_of_the_medians(load: Load, make_result: Callable[..., object]) -> None:
    """The slowest and the quickest run of a side count no more than the others."""
    results = [
        make_result("outreach", cold=[3.0, 90.0, 1.0], body=[1.0]),
        make_result("Hugo", cold=[2.0, 0.1, 50.0], body=[4.0]),
    ]
    told = {one.text: one.measured for one in load("table").judge(results, 1000)}

    assert 1.5 == told["cold, against Hugo"]
    assert 0.25 == told["one edited body, against Hugo"]
    assert told["nothing changed, against Hugo"] is None
    assert 100.0 == told["peak memory, MB"]


def test_the_same_ratio_may_meet_one_goal_and_miss_another(
    load: Load, make_result: Callable[..., object]
) -> None:
    """Goals are those of the number of posts, and none where none was set."""
    table = load("table")
    results = [make_result("outreach", cold=[3.0]), make_result("Hugo", cold=[2.0])]
    missed = {
        posts: [one.text for one in table.judge(results, posts) if one.is_missed]
        for posts in (12, 1000, 10_000)
    }

    assert {12: [], 1000: [], 10_000: ["cold, against Hugo"]} == missed


def test_a_ratio_may_be_told_without_a_goal(load: Load, make_result: Callable[..., object]) -> None:
    """Who makes fewer pages than we do is compared all the same, and misses or meets nothing."""
    table = load("table")
    results = [make_result("outreach", cold=[3.0]), make_result("Material's blog alone", cold=[2])]
    told = {one.text: one for one in table.judge(results, 1000)}
    alone = told["cold, against Material's blog alone"]

    assert (1.5, None, False) == (alone.measured, alone.most, alone.is_missed)


def test_too_much_memory_misses_its_goal(load: Load, make_result: Callable[..., object]) -> None:
    """A quick build that takes 301 MB for a thousand posts is not good enough."""
    results = [make_result("outreach", peak_mb=301.0, cold=[1.0])]

    assert [True] == [one.is_missed for one in load("table").judge(results, 1000)]


def test_a_row_tells_what_a_side_did_not_make(load: Load) -> None:
    """A peer without a feed stands in the table with its time, and with what it lacks."""
    measure, rounds = load("measure"), load("rounds")
    costs = {"cold": (measure.Cost(1234.5, None),)}
    result = rounds.Result("Pelican", "4", costs, None, {"feed": 20, "posts": 1})
    last = load("table").compose_results([result]).splitlines()[-1]

    assert "| Pelican 4 | 1,234.50 | — | — | — | — | — | without 1 posts, 20 feed |" == last


def test_goals_are_told_with_what_was_allowed(load: Load) -> None:
    """Met, not met and unknown stand in words."""
    table = load("table")
    judged = [
        table.Judged("a", 1.0, 1.0),
        table.Judged("b", 1.01, 1.0),
        table.Judged("c", None, 1.0),
    ]

    assert [
        "| goal | measured | at most | met |",
        "|---|---:|---:|---:|",
        "| a | 1.00 | 1.00 | yes |",
        "| b | 1.01 | 1.00 | no |",
        "| c | — | 1.00 | — |",
    ] == table.compose_goals(judged).splitlines()


def test_commands_in_a_row_cost_their_sum(load: Load) -> None:
    """Times add up; memory is that of the larger one, since they never stood together."""
    measure = load("measure")
    costs = [measure.Cost(1.0, 0.5, 80.0), measure.Cost(2.0, 0.25, 30.0)]

    assert measure.Cost(3.0, 0.75, 80.0) == measure.add_costs(costs)


def test_growth_is_judged_by_post_and_by_edit(
    load: Load, make_result: Callable[..., object]
) -> None:
    """Ten times the posts in twelve times the time grow by a fifth; an edit may take twice."""
    growth = load("growth")
    results = [
        make_result("outreach", cold=[1.0], body=[1.0]),
        make_result("outreach", peak_mb=2300.0, cold=[36.0], body=[1.5]),
    ]
    judged = growth.judge_growth((1000, 30_000), results)

    assert [1.2, 1.5, 2300.0] == [round(one.measured, 9) for one in judged]
    assert [False, False, True] == [one.is_missed for one in judged]
