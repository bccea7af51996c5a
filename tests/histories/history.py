"""A random history of a school: after each step the site is as a clean build makes it."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.histories import damage, steps
from tests.histories.comparing import (
    Site,
    build_clean,
    find_target,
    list_differences,
    list_said,
    name_outcome,
    read_site,
)
from tests.histories.running import TODAY, Program, Ran
from tests.histories.school import add_post, write_school

_OFTEN = (*[steps.edit_body] * 3, steps.edit_figure, steps.add_heading, steps.edit_facts)
_SETTLED_SECONDS = 0.06
"""After this long, a file that changed no longer counts as one that may still change."""

STEPS: tuple[steps.Step, ...] = (
    add_post,
    steps.edit_body,
    steps.edit_figure,
    steps.add_heading,
    steps.edit_facts,
    steps.edit_some_bodies,
    steps.copy_body,
    steps.empty_body,
    steps.add_link,
    steps.break_lines_as_windows,
    steps.move_day,
    steps.edit_kind,
    steps.edit_status,
    steps.break_post,
    steps.add_translation,
    steps.move_post,
    steps.delete_post,
    steps.replace_picture,
    steps.spoil_picture,
    steps.attach_document,
    steps.write_page,
    steps.delete_page,
    steps.edit_introduction,
    steps.rename_partner,
    steps.edit_plan,
    steps.edit_report,
    steps.edit_configuration,
    steps.edit_theme,
    steps.withdraw_photo,
    steps.keep_photos,
    steps.touch_file,
    steps.change_nothing,
    steps.lose_cache,
    damage.change_site,
    damage.change_spare,
    damage.lose_site,
    damage.lose_spare,
    damage.truncate_ledger,
    damage.flip_ledger,
    damage.exchange_ledger,
    damage.harm_kept_files,
)
_OTHER_COMMANDS = (["check"], ["status"], ["stage", "trang-thuong"], ["approve"])
_MENDING: tuple[steps.Step, ...] = (steps.mend_posts, steps.mend_pictures, steps.keep_photos)


@dataclass
class History:
    """One school with what happened to it."""

    program: Program
    place: Path
    chance: random.Random

    pays_from: int | None = None
    """From how many texts on processes work side by side; a clean build never does with so few."""

    told: list[str] = field(default_factory=list)
    """Each step, for whoever looks for what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    """How often each kind of build came about."""

    def __post_init__(self) -> None:
        self.folder = self.place / "school"
        self._clean: dict[str, tuple[Ran, Site]] = {}
        self._is_broken = False
        self._today = TODAY
        self._calm = self.chance.choice([0.3, 0.8])
        write_school(self.folder, self.chance)

    def go_on(self) -> None:
        """Let something happen, build, and compare with a clean build."""
        for step in self._choose():
            self.told.append(f"{step.__name__}: {step(self.folder, self.chance)}")
        if self.chance.random() < 0.1:
            self._run_another()
        options = self._choose_options()
        if self.chance.random() < 0.8:
            time.sleep(_SETTLED_SECONDS)
        self.build(options)

    def build(self, options: Sequence[str] = ()) -> None:
        """Build, and compare with a clean build."""
        self.told.append(f"build {' '.join(options)} on {self._today}")
        target = find_target(self.folder, options)
        before = read_site(target)
        ran = self.program.run(
            self.folder, "build", *options, today=self._today, pays_from=self.pays_from
        )
        expected, site = self._build_clean(options)
        now = read_site(target)
        self._is_broken = ran.status != 0
        self.counts[name_outcome(ran, before, now)] += 1
        assert (expected.status, list_said(expected)) == (
            ran.status,
            list_said(ran),
        ), self._tell(ran, expected)
        differences = list_differences(site if ran.status == 0 else before, now)
        assert [] == differences, self._tell(ran, expected)

    def compare_engine(self) -> None:
        """Let the engine's own command build, too, where nothing forbids a site."""
        ran = self.program.run(
            self.folder, "build", "-d", "trang-mkdocs", today=self._today, program="mkdocs"
        )
        expected, site = self._build_clean(())
        assert (expected.status == 0) == (ran.status == 0), self._tell(ran, expected)
        if ran.status == 0:
            now = read_site(self.folder / "trang-mkdocs")
            assert [] == list_differences(site, now), self._tell(ran, expected)

    def _choose(self) -> list[steps.Step]:
        """What happens next; what is broken is mostly mended."""
        if self._is_broken and self.chance.random() < 0.8:
            return [*_MENDING]
        if self.chance.random() < self._calm:
            return [self.chance.choice(_OFTEN)]
        return self.chance.choices(STEPS, k=self.chance.choice([1, 1, 1, 2]))

    def _choose_options(self) -> list[str]:
        """How it is built next, and on which day."""
        if self.chance.random() < 0.08:
            self._today = self.chance.choice([TODAY, "2025-12-02", "2026-01-01"])
        options = ["--lenient"] if self.chance.random() < (0.5 if self._is_broken else 0.1) else []
        if self.chance.random() < 0.1:
            options += ["--today", self.chance.choice([TODAY, "2026-01-02"])]
        if self.chance.random() < 0.1:
            options += ["--site-dir", "trang-khac"]
        return options

    def _run_another(self) -> None:
        """Run a command that looks at the content too, and may remember something of it."""
        arguments = self.chance.choice(_OTHER_COMMANDS)
        if arguments == ["approve"]:
            post = self.chance.choice(steps.list_posts(self.folder))
            arguments = ["approve", post.relative_to(self.folder).as_posix()]
        ran = self.program.run(self.folder, *arguments, today=self._today)
        self.told.append(f"{arguments}: {ran.status}")
        assert "Traceback" not in ran.err, self._tell(ran, ran)

    def _build_clean(self, options: Sequence[str]) -> tuple[Ran, Site]:
        """The same sources built in another place, where nothing was built before."""
        sources = [read_site(self.folder / one) for one in ("content", "overrides")]
        written = (self.folder / "mkdocs.yml").read_text("utf-8")
        key = repr((self._today, options, sources, written))
        if key not in self._clean:
            self._clean[key] = build_clean(
                self.program, self.folder, self.place / "clean", options, today=self._today
            )
        return self._clean[key]

    def _tell(self, ran: Ran, expected: Ran) -> str:
        """What to look at."""
        lines = (
            line
            for name, one in (("Here:", ran), ("A clean build:", expected))
            for line in (name, f"status {one.status}", one.out, one.err)
        )
        return "\n".join([*self.told, *lines])
