"""Commands that are killed, or can't write: a whole site stands, and the next build is right."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from builder.disk.staging import work_folder
from builder.disk.writing import write_whole
from tests.histories.comparing import Site, build_clean, list_said, read_site
from tests.histories.conftest import TRIED
from tests.histories.running import Harm, Program, Ran, running_program
from tests.workflow.school import CONFIGURATION, post, write_files, write_project

KILLS = int(os.environ.get("OUTREACH_KILLS", "6"))
"""How many kills before a change of the disk to try of each kind of build, and as many at any
moment; 0: one before each change."""

SETTLED_SECONDS = 0.06
TITLE = "Bài số 3"
POST = "content/posts/2025/bai-3.md"
OLD_POST = "content/posts/2020/cu.md"
POSTS = 21
"""So many that none of the feeds holds the old one."""
KILLED = -9

Edit = Callable[[int], Mapping[str, str]]
"""Number of a state → its files."""

EDITS: Mapping[str, Edit] = {
    "a text is put into the site": lambda number: {POST: post(TITLE, more=f"\nLời kể {number}.\n")},
    "one page takes another's place": lambda number: {
        OLD_POST: post("Cũ", "06/03/2020", f"\nLời kể {number}.\n")
    },
    "some pages are made anew": lambda number: {
        POST: post(TITLE).replace("100 học sinh", f"{100 + number} học sinh")
    },
    "all is made": lambda number: {
        "mkdocs.yml": CONFIGURATION.replace("Hoa Mai", f"Hoa {number}", 1)
    },
}


class School:
    """A project in one of two states, which it goes to and fro between."""

    def __init__(self, program: Program, place: Path, edit: Edit) -> None:
        posts = {f"content/posts/2025/bai-{n}.md": post(f"Bài số {n}") for n in range(POSTS)}
        posts[OLD_POST] = post("Cũ", "06/03/2020")
        self.program, self.edit = program, edit
        self.folder = write_project(place / "school", posts)
        self.state = 0
        self.clean: list[Site] = []
        for number in (1, 0):
            write_files(self.folder, edit(number))
            self.clean.insert(0, build_clean(program, self.folder, place / "clean")[1])

    def change(self, harm: Harm | None = None) -> Ran:
        """Go to the other state and build."""
        self.state = 1 - self.state
        write_files(self.folder, self.edit(self.state))
        time.sleep(SETTLED_SECONDS)
        return self.build(harm)

    def build(self, harm: Harm | None = None) -> Ran:
        """Build as things stand."""
        return self.program.run(self.folder, "build", harm=harm or Harm())

    @property
    def site(self) -> Site:
        """What stands."""
        return read_site(self.folder / "site")


@pytest.mark.slow
@pytest.mark.parametrize("kind", EDITS)
def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    program: Program, tmp_path: Path, record_property: pytest.RecordProperty, kind: str
) -> None:
    """The old one or the new one, and the next build is as a clean one."""
    school = School(program, tmp_path, EDITS[kind])
    school.build()
    school.change()  # From now on a spare stands beside the site where one is kept.
    start = time.monotonic()
    count = school.change().changes
    seconds = time.monotonic() - start
    harms = _choose_harms(count, seconds)
    outcomes = [_kill(school, harm) for harm in harms]
    record_property(TRIED, f"{outcomes.count(KILLED)} of {len(harms)} killed, {count} changes")

    assert outcomes.count(KILLED) >= len(harms) // 2


def _choose_harms(count: int, seconds: float) -> list[Harm]:
    """Kills before some of so many changes of the disk, and at moments of so many seconds."""
    chance = random.Random(count)
    moments = sorted(chance.sample(range(count), min(KILLS, count))) if KILLS else range(count)
    return [
        *(Harm(kill_before=one) for one in moments),
        *(Harm(kill_after=chance.uniform(0, seconds)) for _ in range(KILLS or count // 4)),
    ]


def _kill(school: School, harm: Harm) -> int:
    """Status of a build that is to be killed, after all that must hold was looked at."""
    ran = school.change(harm)
    stood, allowed = school.site, school.clean

    assert stood in allowed, harm

    again = school.build()

    assert (0, allowed[school.state]) == (again.status, school.site), harm
    assert set() == {one.name for one in _list_left(school)} - {"spare"}, harm

    school.change()

    assert allowed[school.state] == school.site, harm

    return ran.status


def _list_left(school: School) -> list[Path]:
    """What builds left beside the site."""
    work = work_folder(school.folder / "site")
    return [*work.iterdir()] if work.exists() else []


@pytest.mark.slow
@pytest.mark.parametrize("kind", EDITS)
def test_where_nothing_can_be_kept_the_site_is_made_all_the_same(
    program: Program, tmp_path: Path, kind: str
) -> None:
    """On a full disk for the cache, and with a file in its place, all is said as ever."""
    school = School(program, tmp_path, EDITS[kind])
    usual = school.build()
    full = Harm(refused=str(school.folder / ".cache"))
    seen = [(list_said(school.change(full)), school.site == school.clean[school.state])]
    school.change()
    (school.folder / ".cache").rename(tmp_path / "cache-away")
    (school.folder / ".cache").write_bytes(b"in the way")
    seen += [(list_said(school.change()), school.site == school.clean[school.state])]
    seen += [(list_said(school.build()), school.site == school.clean[school.state])]

    assert [(list_said(usual), True)] * 3 == seen


@pytest.mark.slow
@pytest.mark.parametrize("kind", EDITS)
def test_builds_at_once_end_with_what_the_project_holds(
    program: Program, tmp_path: Path, kind: str
) -> None:
    """Whichever is the last, the next build is as a clean one, and no mixture ever stands.

    But for `mkdocs.yml`, which MkDocs reads by itself: it may change between two looks at it.
    """
    school = School(program, tmp_path, EDITS[kind])
    school.build()
    chance = random.Random(kind)
    seen = []
    with running_program() as other:
        for _ in range(max(KILLS, 4)):
            statuses = _build_at_once(school, other, chance.uniform(0, 0.3))
            is_whole = "mkdocs.yml" in school.edit(0) or school.site in school.clean
            last = school.build().status
            seen.append((*statuses, last, is_whole, school.site == school.clean[school.state]))

    assert [(0, 0, 0, True, True)] * len(seen) == seen


def _build_at_once(school: School, other: Program, seconds: float) -> tuple[int, int]:
    """Statuses of two builds, the second begun after a change while the first is under way."""
    with ThreadPoolExecutor(1) as pool:
        _save(school.folder, school.edit(1 - school.state))
        first = pool.submit(other.run, school.folder, "build")
        time.sleep(seconds)
        _save(school.folder, school.edit(school.state))
        second = school.build()
        return first.result().status, second.status


def _save(folder: Path, files: Mapping[str, str]) -> None:
    """Replace each file in one step: half a text under a build's eyes is rightly refused."""
    for path, text in files.items():
        write_whole(folder / path, text.encode("utf-8"))
