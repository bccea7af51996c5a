"""One publisher at a time: a lock at the target that tells who holds it.

A lock is a folder, since every protocol makes a folder for one of two askers
only. In it stands who holds it and a sign of life that changes while work goes
on: a waiter trusts that change, not the clocks of two machines.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from builder.publish.failures import PublishError
from builder.publish.manifest import UNREADABLE
from builder.publish.publisher import Publisher, Times, is_running
from builder.publish.release import TextContent
from builder.publish.storage import Blanks, Prune, Remove, Send, Step, Storage, StorageError

WAIT_SECONDS = 20.0
"""How long a second publisher waits for the first."""

_PAUSE_SECONDS = 1.0
_BEAT_SECONDS = 5.0
_SILENCE = timedelta(minutes=15)
"""A lock without a sign of life for so long, and while we waited, is nobody's any more."""


@dataclass(slots=True)
class TargetLock:
    """The lock of one target, held by nobody until `hold`."""

    storage: Storage
    folder: str
    publisher: Publisher
    times: Times
    remark: Callable[[str, Blanks], None]
    """Hears, by its code in the catalogs, for whom we wait."""

    wait_seconds: float = WAIT_SECONDS
    _next_beat: float = field(default=0.0, init=False)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the lock for the block; PublishError `publish-locked` says who else does."""
        self._take()
        try:
            self._write()
            yield
        finally:
            # The line may be broken; who comes next finds the lock of a process that is gone.
            with suppress(StorageError):
                if self._is_ours():
                    self._remove()

    def beat(self) -> None:
        """Give a sign of life, now and then; to be called between any two steps."""
        if self.times.clock() >= self._next_beat:
            self._write()

    def check(self) -> None:
        """PublishError if somebody took the lock from us, before anything that visitors see."""
        if not self._is_ours():
            raise PublishError("publish-lock-lost", "publish-stands-old")

    def _take(self) -> None:
        """Make the lock's folder, when nobody else holds it or whoever does is gone."""
        deadline = self.times.clock() + self.wait_seconds
        first = self._read()
        is_told = False
        while not self.storage.make_folder(self.folder):
            holder = self._read()
            if holder is not None and self._is_dead(holder):
                self._remove()
            elif self.times.clock() < deadline:
                if not is_told:
                    self._tell_waiting(holder)
                    is_told = True
                self.times.pause(_PAUSE_SECONDS)
            elif holder == first and self._is_silent(holder):
                self._remove()
            else:
                code = "publish-locked" if holder else "publish-locked-unknown"
                raise PublishError(code, "publish-stands-untouched", **self._describe(holder))

    def _tell_waiting(self, holder: _Holder | None) -> None:
        """Say at once for whom we wait, and how long: silence looks like a fault."""
        code = "publish-waiting" if holder else "publish-waiting-unknown"
        self.remark(code, {"seconds": f"{self.wait_seconds:.0f}", **self._describe(holder)})

    def _describe(self, holder: _Holder | None) -> Blanks:
        """Who holds the lock, since when, and where it stands."""
        if holder is None:
            return {}
        return {
            "user": holder.user,
            "machine": holder.machine,
            "since": f"{holder.since.astimezone():%H:%M %d/%m/%Y}",
            "lock": self.folder,
        }

    def _is_dead(self, holder: _Holder) -> bool:
        """Whether the holder ran on this machine and runs no more."""
        here = holder.machine_id == self.publisher.machine_id != ""
        return here and not is_running(holder.process)

    def _is_silent(self, holder: _Holder | None) -> bool:
        """Whether the last sign of life is long ago, by either clock; no holder is none at all."""
        if holder is None:
            return True
        return abs(self.times.now() - holder.beat_at) > _SILENCE

    def _is_ours(self) -> bool:
        """Whether the lock is the one that we wrote."""
        holder = self._read()
        return holder is not None and holder.token == self.publisher.token

    def _read(self) -> _Holder | None:
        """Who holds the lock; None where nobody does, or has not said so yet."""
        data = self.storage.load(self._file)
        try:
            told = json.loads(data or b"")
            json.dumps(told, ensure_ascii=False).encode()  # half a letter could not be told
            return _Holder(
                str(told["user"]),
                str(told["machine"]),
                str(told["machine_id"]),
                int(told["process"]),
                str(told["token"]),
                datetime.fromisoformat(told["since"]).astimezone(),
                datetime.fromisoformat(told["beat_at"]).astimezone(),
            )
        except UNREADABLE:
            return None

    def _write(self) -> None:
        """Say that we hold it, and that we live."""
        now = self.times.now()
        self._next_beat = self.times.clock() + _BEAT_SECONDS
        holder = self._read()
        since = holder.since if holder and holder.token == self.publisher.token else now
        told = asdict(self.publisher) | {"since": since.isoformat(), "beat_at": now.isoformat()}
        self._do(Send(TextContent(json.dumps(told).encode()), self._file))

    def _remove(self) -> None:
        """Let nobody hold it."""
        drafts = self.storage.list_names(self.folder)
        for name in sorted(drafts):
            self._do(Remove(f"{self.folder}/{name}"))
        self._do(Prune(self.folder))

    def _do(self, step: Step) -> None:
        """One step."""
        for _ in self.storage.carry_out([step]):
            pass

    @property
    def _file(self) -> str:
        """Where the holder is told."""
        return f"{self.folder}/holder.json"


@dataclass(frozen=True, slots=True)
class _Holder:
    """What a lock tells."""

    user: str
    machine: str
    machine_id: str
    process: int
    token: str
    since: datetime
    beat_at: datetime
