"""Two manifests → the steps from one release to the other, in an order that no visitor notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from itertools import groupby
from operator import attrgetter

from builder.publish.manifest import FileMark, Manifest


class Stage(IntEnum):
    """When a step's turn is; the next stage begins when all of one are confirmed."""

    ASSETS = 1
    """Pictures, styles, scripts, documents: nothing shows them yet, or the old pages may."""

    PAGES = 2
    """Posts and pages of their own: whatever they show stands."""

    LISTS = 3
    """What leads to pages: lists, summaries, home, feeds, search."""

    OLD_PAGES = 4
    """Pages that nothing leads to any more."""

    OLD_ASSETS = 5
    """Pictures and the like that no page shows any more."""


class Action(Enum):
    """What happens to a file."""

    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One file that differs."""

    stage: Stage
    action: Action
    path: str
    mark: FileMark
    """Of the new file; of the one that goes, where it is deleted."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that differs, in the order in which it is carried out."""

    steps: tuple[PlanStep, ...]

    @property
    def puts(self) -> tuple[PlanStep, ...]:
        """Files that come, new or changed."""
        return tuple(step for step in self.steps if step.action is not Action.DELETE)

    @property
    def added(self) -> tuple[str, ...]:
        """Paths at which nothing of ours stands yet."""
        return tuple(step.path for step in self.steps if step.action is Action.ADD)

    def list_stages(self) -> Iterator[tuple[Stage, Sequence[PlanStep]]]:
        """The steps of one stage after the other."""
        for stage, steps in groupby(self.steps, key=attrgetter("stage")):
            yield stage, tuple(steps)


def plan_publication(local: Manifest, remote: Manifest | None) -> Plan:
    """What must be done at a target where `remote` stands, so that `local` does.

    New pictures first, then the pages that show them, then what leads to those
    pages, and at last what goes: whichever step is the last before a line breaks,
    no page lacks a picture and no list leads nowhere.
    """
    there = remote.files if remote else {}
    steps = [
        PlanStep(_stage_of(path), Action.CHANGE if path in there else Action.ADD, path, mark)
        for path, mark in local.files.items()
        if there.get(path) != mark
    ]
    steps += [
        PlanStep(_last_stage_of(path), Action.DELETE, path, mark)
        for path, mark in there.items()
        if path not in local.files
    ]
    return Plan(tuple(sorted(steps, key=_turn)))


def find_shape_clash(local: Manifest, remote: Manifest) -> str | None:
    """A path that is a file in one release and a folder in the other; None where there is none.

    One of them would have to go before the other can come, and visitors would see neither.
    """
    for files, others in ((local.files, remote.files), (remote.files, local.files)):
        folders = set(list_folders(others))
        clash = next((path for path in files if path in folders), None)
        if clash is not None:
            return clash
    return None


def list_folders(paths: Iterable[str]) -> list[str]:
    """All folders of some paths, deeper ones first."""
    folders = {path[:end] for path in paths for end, sign in enumerate(path) if sign == "/"}
    return sorted(folders, key=lambda folder: (-folder.count("/"), folder))


def group_by_depth(folders: Iterable[str]) -> list[list[str]]:
    """Folders of one depth together, the deepest first: so each is empty when its turn comes."""
    depths: dict[int, list[str]] = {}
    for folder in folders:
        depths.setdefault(folder.count("/"), []).append(folder)
    return [sorted(depths[depth]) for depth in sorted(depths, reverse=True)]


_OWN_PAGES = re.compile(
    r"(?:en/)?(?:tin/\d{4}/(?!trang/)[^/]+/index\.html|(?!(?:tin|hoat-dong|chu-de|doi-tac|ke-hoach"
    r"|tong-ket|nhung)/|index\.html$|404\.html$).+\.html)"
)
"""Posts, hand-written pages, and others that lead to no post (outputs.md, Addresses)."""

_FEEDS = re.compile(
    r"(?:en/)?(?:feed\.(?:xml|json)|sitemap\.xml(?:\.gz)?|robots\.txt|nhung/.+|du-lieu/.+"
    r"|search/.+|pagefind/(?:.+/)?pagefind-entry\.json)"
)


def _stage_of(path: str) -> Stage:
    """When a file that comes has its turn."""
    if _OWN_PAGES.fullmatch(path):
        return Stage.PAGES
    return Stage.LISTS if path.endswith(".html") or _FEEDS.fullmatch(path) else Stage.ASSETS


def _last_stage_of(path: str) -> Stage:
    """When a file that goes has its turn: after all that shows it."""
    return Stage.OLD_ASSETS if _stage_of(path) is Stage.ASSETS else Stage.OLD_PAGES


def _turn(step: PlanStep) -> tuple[int, int, str]:
    """Stage by stage; lists from the deepest up, so that home comes last."""
    depth = -step.path.count("/") if step.stage is Stage.LISTS else 0
    return step.stage, depth, step.path
