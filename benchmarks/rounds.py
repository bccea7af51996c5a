"""Rounds of builds in turn: sides and posts in, what each build took out.

In a round every side builds four times, one after the other as its user goes on working: with
nothing that stood before, after one post's text changed, after one post's figure changed, and
after nothing changed. After each build its pages are looked at: who built something else, or
left out the edit, is no peer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import News
from measure import Cost, add_costs, run_timed, run_watched
from pages import address_of, expect_figures, expect_pages, find_missing
from sides import SITE, Side

from builder.model.addresses import slug_of

COLD = "cold"
BODY = "one edited body"
FIGURE = "one edited figure"
NOTHING = "nothing changed"
SCENARIOS = (COLD, BODY, FIGURE, NOTHING)
_ASIDE = "aside"

_Run = Callable[[Sequence[str], Path], Cost]


@dataclass(frozen=True, slots=True)
class Project:
    """A side's project on the disk."""

    side: Side
    folder: Path

    @property
    def site(self) -> Path:
        """Folder of its pages."""
        return self.folder / SITE


@dataclass(frozen=True, slots=True)
class Result:
    """What the builds of one side took."""

    name: str
    release: str
    costs: Mapping[str, tuple[Cost, ...]]
    """By scenario; none where there was no patience for it."""

    peak_mb: float | None
    missing: Mapping[str, int]
    """Kinds of pages that it lacks, with how many."""


def run_rounds(
    sides: Sequence[Side], news: Sequence[News], folder: Path, *, rounds: int, patience_s: float
) -> tuple[Result, ...]:
    """Write the projects, try each side once, then let those build in turn that are quick enough.

    The trial tells memory and pages. A side that took longer for it than the
    patience builds no more: its trial is its only cold build, which was
    watched and so took a little longer.
    """
    expected = expect_pages(news)
    projects = [_write_project(side, news, folder) for side in sides]
    trials = [_build(project, COLD, run_watched) for project in projects]
    missing = [find_missing(expected, one.site, one.side.moved) for one in projects]
    costs: list[dict[str, tuple[Cost, ...]]] = [{} for _ in projects]
    quick = [at for at, trial in enumerate(trials) if trial.seconds <= patience_s]
    for number in range(1, rounds + 1):
        edited = {scenario: edit_news(news, scenario, number) for scenario in SCENARIOS}
        wanted = {scenario: _expect_after(scenario, after) for scenario, after in edited.items()}
        for at in _rotate(quick, number):
            for scenario, after in edited.items():
                _write_edited(projects[at], after)
                cost = _build(projects[at], scenario, run_timed)
                _check(projects[at], wanted[scenario], after[choose_edited(after)], missing[at])
                costs[at][scenario] = (*costs[at].get(scenario, ()), cost)
    return tuple(
        Result(side.name, side.release, took or {COLD: (trial,)}, trial.peak_mb, lacking)
        for side, took, trial, lacking in zip(sides, costs, trials, missing, strict=True)
    )


def _write_project(side: Side, news: Sequence[News], folder: Path) -> Project:
    """A side's project with the whole corpus."""
    project = Project(side, folder / slug_of(side.name))
    side.compose_rest(news).write(project.folder)
    for one in news:
        side.compose_post(one).write(project.folder)
    return project


def _rotate(places: Sequence[int], number: int) -> Sequence[int]:
    """Each round begins with another side, so that none always follows the same one."""
    begin = number % len(places) if places else 0
    return (*places[begin:], *places[:begin])


def edit_news(news: Sequence[News], scenario: str, number: int) -> tuple[News, ...]:
    """The corpus as it stands in a round when a scenario begins: one post differs."""
    bodies = number - 1 if scenario == COLD else number
    figures = number if scenario in {FIGURE, NOTHING} else number - 1
    at = choose_edited(news)
    one = news[at]
    edited = replace(
        one,
        body=f"{one.body}\n{_tell_edit(bodies)}\n" if bodies else one.body,
        students=one.students + figures,
    )
    return (*news[:at], edited, *news[at + 1 :])


def choose_edited(news: Sequence[News]) -> int:
    """Place of the post that is edited: an older one, which neither home page nor feed shows."""
    return len(news) * 2 // 3


def _tell_edit(number: int) -> str:
    """The sentence that an edit writes."""
    return f"Câu viết thêm lần thứ {number}."


def _write_edited(project: Project, after: Sequence[News]) -> None:
    """Write the edited post where it differs from what stands there: else nothing changed."""
    one = after[choose_edited(after)]
    for path, text in project.side.compose_post(one).texts.items():
        if (project.folder / path).read_text(encoding="utf-8") != text:
            (project.folder / path).write_text(text, encoding="utf-8")


def _expect_after(scenario: str, after: Sequence[News]) -> Mapping[str, frozenset[str]]:
    """What is looked for after a build: all posts at first, then the figures, edited or not."""
    if scenario == COLD:
        return {"posts": frozenset(map(address_of, after))}
    return {"figures": expect_figures(after)}


def _check(
    project: Project,
    wanted: Mapping[str, frozenset[str]],
    edited: News,
    lacking: Mapping[str, int],
) -> None:
    """RuntimeError where a build lacks what it made in its trial, or the post's newest text."""
    looked_for = {kind: pages for kind, pages in wanted.items() if kind not in lacking}
    missing = find_missing(looked_for, project.site, project.side.moved)
    page = project.site / address_of(edited) / "index.html"
    newest = edited.body.splitlines()[-1]
    if missing or newest not in page.read_text(encoding="utf-8"):
        raise RuntimeError(f"{project.side.name} did not build the posts as they stand: {missing}")


def _build(project: Project, scenario: str, run: _Run) -> Cost:
    """Build once; what is still to be written to the disk by others is written before."""
    if scenario == COLD:
        for made in (SITE, *project.side.kept):
            _put_aside(project.folder / made, project.folder.parent)
    if hasattr(os, "sync"):
        os.sync()
    return add_costs([run(command, project.folder) for command in project.side.commands])


def _put_aside(made: Path, folder: Path) -> None:
    """Move what a build left out of its way.

    Deleted, it would slow down the next build: a file system that has just
    freed thousands of files takes ten times as long to make a new one.
    """
    aside = folder / _ASIDE
    aside.mkdir(parents=True, exist_ok=True)
    if made.exists():
        made.rename(aside / str(sum(1 for _ in aside.iterdir())))
