"""Files of a project → its preview in a folder: after a change only what it touched, if possible.

It stays in memory between changes, so nothing may be kept in it by which a later
preview would differ from one that is made anew.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from builder.disk.scan import scan_sources
from builder.disk.sources import is_hidden
from builder.model.failures import CommandError
from builder.model.problems import Problem
from builder.workflow.build import Built, run_build
from builder.workflow.day import find_today
from builder.workflow.delivery import Engine
from builder.workflow.language import find_language
from builder.workflow.live_site import LiveSite, begin_live
from builder.workflow.prepare import Order
from builder.workflow.speaking import speak_disk, speak_failure, speak_line
from builder.workflow.standing import look_at_content
from builder.workflow.steps import Tell

_SIGNS = 4
"""Words of a file's signs that stay while the file does; a fresh one's have another."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of a change."""

    seconds: float
    language: str
    is_new: bool
    """Whether anything else is to be seen than before."""

    problems: tuple[Problem, ...] = ()
    """Of all files, as far as they could be read."""

    notes: tuple[str, ...] = ()
    """What the engine noted of the hand-written pages."""

    failure: tuple[str, ...] = ()
    """Why the site can't be shown, in lines; empty where it can."""


class _Sources(NamedTuple):
    """All that a preview is made of: signs of files by path, and the day."""

    content: Mapping[str, str]
    others: Mapping[str, str]
    today: date


class PreviewSite:
    """The preview of a project, which nobody else writes."""

    def __init__(self, project: Path, folder: Path, load_engine: Callable[[Path], Engine]) -> None:
        self.project = project
        self.watched_folders: tuple[Path, ...] = ()
        self._folder, self._load_engine = folder, load_engine
        self._sources: _Sources | None = None
        self._live: LiveSite | None = None
        self._products = ""
        self._built: Built | None = None
        self._last = Renewed(0, find_language(project), is_new=True)

    def renew(
        self, begin: Callable[[], AbstractContextManager[Tell]], *, woken: bool
    ) -> Renewed | None:
        """Make anew what changed; None where nothing did that matters.

        `woken` where the system told of a change: a file that looks as it did a moment
        ago may be another all the same.
        """
        begun = time.perf_counter()
        try:
            now = self._look()
            before, self._sources = self._sources, now
            if before is not None and not _differ(before, now, woken=woken):
                return None
            became = self._exchange(before, now) or self._build(begin, now.today)
        except CommandError as error:
            became = self._fail((speak_failure(error, self._last.language),))
        except OSError as error:
            self._sources = None  # It may pass without any file's change.
            became = self._fail((speak_disk(error, self._last.language),))
        if became.failure and became.failure == self._last.failure:
            return None
        self._last = replace(became, seconds=time.perf_counter() - begun)
        return self._last

    def settle(self) -> None:
        """Do what can wait until the change is seen."""
        if self._live is not None:
            self._live.remember()
        if self._built is not None:
            self._live, self._built = begin_live(self._built), None
        if not gc.isenabled():
            gc.enable()
            gc.collect()  # A build leaves pages behind that hold each other.

    def _look(self) -> _Sources:
        """All sources as they are; files that programs write beside theirs are none."""
        signs = look_at_content(self.project)
        content = {path: sign for path, sign in signs.items() if not is_hidden(path)}
        return _Sources(content, self._look_at_others(), find_today())

    def _look_at_others(self) -> dict[str, str]:
        """Files outside the content."""
        return {
            f"{folder}/{path}": sign
            for folder in self.watched_folders
            for path, sign in scan_sources(str(folder)).items()
            if not is_hidden(path)
        }

    def _exchange(self, before: _Sources | None, now: _Sources) -> Renewed | None:
        """Put new texts of posts in place of the old ones; None where more may have changed."""
        if before is None or self._live is None or self._last.failure:
            return None
        if before.content.keys() != now.content.keys() or before.today != now.today:
            return None
        changed = frozenset(dict(before.content.items() ^ now.content.items()))
        ours = {f"{self.project}/{path}" for path in changed}
        if not ours >= dict(before.others.items() ^ now.others.items()).keys():
            return None
        exchanged = self._live.exchange(changed, now.today)
        return None if exchanged is None else replace(self._last, is_new=bool(exchanged))

    def _build(self, begin: Callable[[], AbstractContextManager[Tell]], today: date) -> Renewed:
        """Build as a command does, in a folder of its own and with all that waits."""
        self._live = self._built = None
        order = Order(self.project, today, preview=True)
        gc.disable()  # Looking for rubbish would take longer than what it frees is worth.
        with begin() as tell:
            built = run_build(order, self._load, site_folder=self._folder, tell=tell)
        content = built.content
        if built.folder is None:
            language = self._last.language
            lines = (speak_line(one, language) for one in content.problems if one.is_error)
            return self._fail(tuple(lines), content.problems)
        self._built = built
        stood, self._products = self._products, built.products
        is_new = bool(self._last.failure) or not built.products or built.products != stood
        return Renewed(0, content.language, is_new, content.problems, built.notes)

    def _load(self, folder: Path) -> Engine:
        """The engine; which folders are looked at, it alone knows."""
        engine = self._load_engine(folder)
        if engine.watched_folders != self.watched_folders and self._sources is not None:
            self.watched_folders = engine.watched_folders
            self._sources = self._sources._replace(others=self._look_at_others())
        return engine

    def _fail(self, lines: tuple[str, ...], problems: tuple[Problem, ...] = ()) -> Renewed:
        """Why there is nothing to show."""
        self._live = self._built = None
        return Renewed(0, self._last.language, is_new=True, problems=problems, failure=lines)


def _differ(before: _Sources, now: _Sources, *, woken: bool) -> bool:
    """Whether anything changed."""
    if before == now:
        return False
    return woken or _strip(before) != _strip(now)


def _strip(sources: _Sources) -> list[object]:
    """Sources with what stays of each file's signs as long as nobody writes it.

    Of a file whose time lies in the future every look would tell a change.
    """
    signs = (sources.content, sources.others)
    kept = [{path: sign.split()[:_SIGNS] for path, sign in one.items()} for one in signs]
    return [*kept, sources.today]
