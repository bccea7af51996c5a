"""What builds took, as tables: results in, Markdown and the goals that were met out."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pages import KINDS
from rounds import BODY, COLD, FIGURE, NOTHING, SCENARIOS, Result
from sides import BLOG, BLOG_ALONE, ELEVENTY, HUGO, OURS, PAGES_ALONE, PELICAN, ZENSICAL

UNKNOWN = "—"


@dataclass(frozen=True, slots=True)
class Goal:
    """How many times as long as a peer our build may take."""

    scenario: str
    peer: str
    most: Mapping[int, float]
    """By number of posts; where there is none, the ratio is told alone."""

    ours: str = OURS

    @property
    def text(self) -> str:
        """What is compared with what."""
        what = self.scenario if self.ours == OURS else f"{self.scenario} without documents"
        return f"{what}, against {self.peer}"


GOALS = (
    Goal(COLD, HUGO, {1000: 2.0, 10_000: 1.0}),
    *(Goal(COLD, peer, {1000: 0.7, 10_000: 0.7}) for peer in (ELEVENTY, PELICAN, ZENSICAL)),
    Goal(COLD, BLOG, {1000: 0.15, 10_000: 0.7}),
    Goal(COLD, BLOG_ALONE, {}),
    Goal(BODY, HUGO, {1000: 0.5, 10_000: 0.1}),
    Goal(FIGURE, HUGO, {1000: 0.6, 10_000: 0.15}),
    Goal(NOTHING, HUGO, {1000: 0.25, 10_000: 0.05}),
    Goal(COLD, HUGO, {1000: 2.0, 10_000: 1.0}, PAGES_ALONE),
    Goal(COLD, BLOG_ALONE, {1000: 0.25}, PAGES_ALONE),
    Goal(FIGURE, HUGO, {1000: 0.6, 10_000: 0.15}, PAGES_ALONE),
)
MOST_MB = {1000: 300, 10_000: 900}


@dataclass(frozen=True, slots=True)
class Judged:
    """A goal with what was measured."""

    text: str
    measured: float | None
    """None where one of the two was not built."""

    most: float | None
    """None where there is no goal for so many posts."""

    @property
    def is_missed(self) -> bool:
        """Whether it was measured and not met."""
        return self.measured is not None and self.most is not None and self.measured > self.most


def median_seconds(result: Result, scenario: str) -> float | None:
    """The time between the slower and the faster half; None where nothing was built."""
    costs = result.costs.get(scenario, ())
    return statistics.median(cost.seconds for cost in costs) if costs else None


def judge(results: Sequence[Result], posts: int) -> tuple[Judged, ...]:
    """Every goal with its ratio of medians, and the goal of memory last."""
    by_name = {result.name: result for result in results}
    ours = by_name[OURS]
    ratios = (
        Judged(
            goal.text,
            _divide(
                median_seconds(by_name[goal.ours], goal.scenario),
                median_seconds(by_name[goal.peer], goal.scenario),
            ),
            goal.most.get(posts),
        )
        for goal in GOALS
        if {goal.ours, goal.peer} <= by_name.keys()
    )
    return (*ratios, Judged("peak memory, MB", ours.peak_mb, MOST_MB.get(posts)))


def compose_results(results: Sequence[Result]) -> str:
    """A row for each side: seconds by scenario, processor seconds, memory, pages."""
    headings = ("build", *(f"{scenario}, s" for scenario in SCENARIOS), "cold, processor s")
    rows = [
        (
            f"{result.name} {result.release}",
            *(_say(median_seconds(result, scenario)) for scenario in SCENARIOS),
            _say(_median_processor_seconds(result)),
            _say(result.peak_mb, digits=0),
            _describe_pages(result.missing),
        )
        for result in results
    ]
    return compose_table((*headings, "memory, MB", "pages"), rows)


def compose_goals(judged: Sequence[Judged]) -> str:
    """A row for each goal: what was measured, what is allowed, whether it is met."""
    rows = [(one.text, _say(one.measured), _say(one.most), _say_met(one)) for one in judged]
    return compose_table(("goal", "measured", "at most", "met"), rows)


def compose_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, first column to the left."""
    line = "|---|" + "---:|" * (len(headings) - 1)
    return "\n".join((_compose_row(headings), line, *map(_compose_row, rows)))


def _compose_row(cells: Sequence[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"


def _divide(ours: float | None, theirs: float | None) -> float | None:
    """A ratio; None where one of them is unknown."""
    return ours / theirs if ours is not None and theirs else None


def _median_processor_seconds(result: Result) -> float | None:
    """What its processes worked in a cold build, all cores together."""
    worked = [cost.processor_seconds for cost in result.costs.get(COLD, ())]
    known = [seconds for seconds in worked if seconds is not None]
    return statistics.median(known) if known else None


def _describe_pages(missing: Mapping[str, int]) -> str:
    """Whether a side made everything, or how much of which kind it lacks."""
    lacking = [f"{missing[kind]} {kind}" for kind in KINDS if kind in missing]
    return f"without {', '.join(lacking)}" if lacking else "all"


def _say(number: float | None, digits: int = 2) -> str:
    """A number, or a dash where nobody knows it."""
    return UNKNOWN if number is None else f"{number:,.{digits}f}"


def _say_met(judged: Judged) -> str:
    """Yes or no, or a dash where there is nothing to judge."""
    if judged.measured is None or judged.most is None:
        return UNKNOWN
    return "no" if judged.is_missed else "yes"
