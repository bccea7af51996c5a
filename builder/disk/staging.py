"""A folder is built beside its place and takes it whole; what a killed build left is put right."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from builder.disk.lock import hold_lock
from builder.disk.swap import restore_target, swap_in

LOCK_WAIT_SECONDS = 20.0
_STAGE, _ASIDE, _TRASH = "stage", "aside", "trash"


@dataclass(frozen=True, slots=True)
class Stage:
    """An empty folder that may take the place of `target`."""

    folder: Path
    target: Path

    @property
    def aside(self) -> Path:
        """Where something may be made that is to come into the stage."""
        return work_folder(self.target) / _ASIDE

    @property
    def spare(self) -> Path:
        """What stood at the target before, where it was kept."""
        return work_folder(self.target) / "spare"

    def publish(self, *, keep_old: bool = False) -> None:
        """Take the target's place, whole; the target's permissions are kept.

        `keep_old` leaves what stood there as the spare, for the next stage to begin with.
        """
        if self.target.exists():
            shutil.copymode(self.target, self.folder)
        _remove(self.spare)
        swap_in(self.folder, self.target, _old(self.target))
        if keep_old and _old(self.target).exists():
            _old(self.target).rename(self.spare)

    def exchange(self, path: str, data: bytes) -> None:
        """Let one file of the target be another, in one step; all else stands as it stood."""
        draft, file = self.folder / "draft", self.target / path
        draft.write_bytes(data)
        shutil.copymode(file, draft)
        draft.replace(file)

    def take_spare(self) -> None:
        """Begin with the spare in place of an empty folder."""
        self.folder.rmdir()
        self.spare.rename(self.folder)


def work_folder(target: Path) -> Path:
    """Hidden folder beside the target with the lock and what is under way.

    Beside it, since folders change places only within one file system.
    """
    return target.parent / f".{target.name}.outreach"


@contextmanager
def open_stage(target: Path, *, wait_seconds: float = LOCK_WAIT_SECONDS) -> Iterator[Stage]:
    """An empty stage for the target, alone under its lock; leftovers go first and last."""
    with hold_lock(work_folder(target) / "lock", wait_seconds=wait_seconds):
        _put_right(target)
        stage = Stage(work_folder(target) / _STAGE, target)
        stage.folder.mkdir()
        try:
            yield stage
        finally:
            _put_right(target)


def put_right(project: Path) -> None:
    """Put back the sites of a project that a kill between two renames took away.

    Only where the system has no exchange can there be any; a build that is
    under way holds the lock for that moment and is waited for.
    """
    for work in sorted(project.glob(".*.outreach")):
        target = work.parent / work.name.removeprefix(".").removesuffix(".outreach")
        if _old(target).exists() and not target.exists():
            with hold_lock(work / "lock", wait_seconds=LOCK_WAIT_SECONDS):
                _put_right(target)


def _put_right(target: Path) -> None:
    """Restore the target, then remove everything in the work folder but lock and spare.

    What stood is first renamed: half of it must never look like a whole `old`.
    """
    work = work_folder(target)
    restore_target(target, _old(target))
    if _old(target).exists():
        _remove(work / _TRASH)
        _old(target).rename(work / _TRASH)
    for leftover in (_TRASH, _STAGE, _ASIDE):
        _remove(work / leftover)


def _old(target: Path) -> Path:
    """Where the folder that stood at the target waits for its end."""
    return work_folder(target) / "old"


def _remove(folder: Path) -> None:
    """Delete a folder with all it holds; one that is not there is fine."""
    if folder.exists():
        shutil.rmtree(folder)
