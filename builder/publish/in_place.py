"""A release takes the place of another file by file: the way that every host of files can go.

Everything is first sent where no visitor looks (`.outreach/new`), and what will
be replaced is kept (`.outreach/before`). Then a journal says that all is there,
and only renames are left: whoever comes next, from whatever machine, can bring
them to their end. Before the journal stands nothing has changed for visitors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from builder.publish.failures import PublishError, leaving
from builder.publish.journal import Journal, load_journal, load_manifest, write_journal
from builder.publish.lock import TargetLock
from builder.publish.manifest import WORK_FOLDER, FileMark, Manifest, write_manifest
from builder.publish.plan import (
    Action,
    Plan,
    PlanStep,
    group_by_depth,
    list_folders,
    plan_publication,
)
from builder.publish.release import Release, TextContent
from builder.publish.standing_files import find_taken
from builder.publish.storage import Keep, Move, Prune, Remove, Send, Step, Storage
from builder.publish.target import Progress, Standing

MANIFEST = f"{WORK_FOLDER}/manifest.json"
BEFORE = f"{WORK_FOLDER}/before.json"
JOURNAL = f"{WORK_FOLDER}/journal.json"
LOCK = f"{WORK_FOLDER}/lock"
_NEW = f"{WORK_FOLDER}/new"
_KEPT = f"{WORK_FOLDER}/before"
_DOOR = f"{WORK_FOLDER}/.htaccess"
_CLOSED = b"""\
<IfModule mod_authz_core.c>
Require all denied
</IfModule>
<IfModule !mod_authz_core.c>
Deny from all
</IfModule>
"""
"""Tells Apache to show nobody what is kept there; other servers do not read it."""


@dataclass(frozen=True, slots=True)
class InPlace:
    """A target whose files stand in the folder itself."""

    storage: Storage
    lock: TargetLock

    def look(self) -> Standing:
        """What stands; changes nothing."""
        with leaving("publish-stands-untouched"):
            now, before = load_manifest(self.storage, MANIFEST), load_manifest(self.storage, BEFORE)
            journal = load_journal(self.storage, JOURNAL)
        if journal is None:
            return Standing(now, before)
        if now != journal.to:
            before = now if journal.keeps else None
        return Standing(journal.to, before, is_unfinished=True)

    @contextmanager
    def hold(self, progress: Progress) -> Iterator[None]:
        """Be the only publisher, and end what an interrupted one began."""
        with leaving("publish-stands-untouched"), self.lock.hold():
            journal = load_journal(self.storage, JOURNAL)
            if journal is not None:
                progress.begin("publish-finishing", 1)
                self._finish(journal, progress)
            yield

    def find_foreign(self, paths: Iterable[str]) -> Iterator[str]:
        """Files that stand at paths that are not ours."""
        with leaving("publish-stands-untouched"):
            yield from find_taken(self.storage, paths)

    def load(self, path: str) -> bytes | None:
        """Bytes of a file that stands."""
        with leaving("publish-stands-untouched"):
            return self.storage.load(path)

    def publish(self, release: Release, progress: Progress) -> None:
        """Send, write the journal, and carry it out."""
        now = load_manifest(self.storage, MANIFEST)
        plan = plan_publication(release.manifest, now)
        keeps = now is None or now.withdrawn == release.manifest.withdrawn
        with leaving("publish-stands-old"):
            if plan.steps or not keeps:
                self._send(plan, release, progress)
                self._begin(Journal(release.manifest, keeps=keeps), progress)
            elif now is not None and self.storage.list_names(_NEW):
                self._sweep(now)

    def go_back(self, progress: Progress) -> None:
        """Put back what was kept; what stands now is kept in its place."""
        before = load_manifest(self.storage, BEFORE)
        if before is None:
            raise PublishError("publish-back-none", "publish-stands-untouched")
        plan = plan_publication(before, load_manifest(self.storage, MANIFEST))
        kept = self.storage.list_names(_KEPT)
        lost = [step.path for step in plan.puts if _name(step.path, step.mark) not in kept]
        if lost:
            raise PublishError("publish-back-lost", "publish-stands-untouched", path=lost[0])
        with leaving("publish-stands-old"):
            self._begin(Journal(before, keeps=True), progress)

    def _send(self, plan: Plan, release: Release, progress: Progress) -> None:
        """Bring every new file to the target; what an interrupted run has sent stays."""
        waiting = self.storage.list_names(_NEW)
        there = waiting | self.storage.list_names(_KEPT)
        missing = [step for step in plan.puts if _name(step.path, step.mark) not in there]
        wanted = {_name(step.path, step.mark) for step in plan.puts}
        self._do(Remove(f"{_NEW}/{name}") for name in sorted(waiting - wanted))
        if self.storage.load(_DOOR) != _CLOSED:
            self._do([Send(TextContent(_CLOSED), _DOOR)])
        progress.begin("publish-sending", len(missing))
        self._do(
            (
                Send(release.content_of(step.path), f"{_NEW}/{_name(step.path, step.mark)}")
                for step in missing
            ),
            progress,
        )

    def _begin(self, journal: Journal, progress: Progress) -> None:
        """From here on the release can be brought to its end without the machine it came from."""
        now = load_manifest(self.storage, MANIFEST)
        if journal.keeps and now is not None:
            self._keep(plan_publication(journal.to, now), now, progress)
        self.lock.check()
        self._do([Send(TextContent(write_journal(journal)), JOURNAL)])
        self._finish(journal, progress)

    def _finish(self, journal: Journal, progress: Progress) -> None:
        """Carry a journal out, as far as that isn't done; told twice, it is done once."""
        now = load_manifest(self.storage, MANIFEST)
        with leaving("publish-stands-between"):
            if now != journal.to:
                self._place(plan_publication(journal.to, now), progress)
                self._record(journal, now)
            self._sweep(journal.to)

    def _keep(self, plan: Plan, now: Manifest, progress: Progress) -> None:
        """Keep what is about to be replaced or removed, before any of it is."""
        there = self.storage.list_names(_KEPT)
        old = {
            _name(step.path, now.files[step.path]): step.path
            for step in plan.steps
            if step.action is not Action.ADD
        }
        steps = [Keep(path, f"{_KEPT}/{name}") for name, path in old.items() if name not in there]
        progress.begin("publish-keeping", len(steps))
        self._do(steps, progress)

    def _place(self, plan: Plan, progress: Progress) -> None:
        """Rename, stage by stage, what isn't in its place yet; then remove what goes."""
        waiting = self._find_waiting()
        progress.begin("publish-placing", len(plan.steps))
        for _, steps in plan.list_stages():
            self._do(_list_moves(steps, waiting), progress)
        self._prune([step.path for step in plan.steps if step.action is Action.DELETE])

    def _prune(self, paths: list[str]) -> None:
        """Remove the folders that are empty now, one depth after the other."""
        for folders in group_by_depth(list_folders(paths)):
            self._do(Prune(folder) for folder in folders)

    def _find_waiting(self) -> dict[str, str]:
        """Name of each file that waits for its place → where it stands."""
        return {
            name: f"{folder}/{name}"
            for folder in (_KEPT, _NEW)
            for name in self.storage.list_names(folder)
        }

    def _record(self, journal: Journal, now: Manifest | None) -> None:
        """Write what stood, then what stands."""
        if now is None or not journal.keeps:
            self._do([Remove(BEFORE)])
        else:
            self._do([Send(TextContent(write_manifest(now)), BEFORE)])
        self._do([Send(TextContent(write_manifest(journal.to)), MANIFEST)])

    def _sweep(self, now: Manifest) -> None:
        """Remove what nobody needs any more, and at last the journal."""
        before = load_manifest(self.storage, BEFORE) or Manifest()
        kept = {
            _name(path, mark) for path, mark in before.files.items() if now.files.get(path) != mark
        }
        left = [f"{_NEW}/{name}" for name in self.storage.list_names(_NEW)]
        left += [f"{_KEPT}/{name}" for name in self.storage.list_names(_KEPT) - kept]
        names = self.storage.list_names(WORK_FOLDER)
        left += [f"{WORK_FOLDER}/{name}" for name in names if name.endswith(".part")]
        self._do(Remove(path) for path in sorted(left))
        self._do([Prune(_NEW), Prune(_KEPT)])
        self._do([Remove(JOURNAL)])

    def _do(self, steps: Iterable[Step], progress: Progress | None = None) -> None:
        """Carry steps out, with a sign of life between them."""
        for _ in self.storage.carry_out(steps):
            self.lock.beat()
            if progress is not None:
                progress.advance()


def _name(path: str, mark: FileMark) -> str:
    """Name under which a file waits or is kept: same path and same bytes, same name."""
    return hashlib.sha256(f"{path}\0{mark.sha256}".encode()).hexdigest()[:40]


def _list_moves(steps: Iterable[PlanStep], waiting: dict[str, str]) -> Iterator[Step]:
    """What is left to do of one stage."""
    for step in steps:
        source = waiting.get(_name(step.path, step.mark))
        if step.action is Action.DELETE:
            yield Remove(step.path)
        elif source is not None:
            yield Move(source, step.path)
