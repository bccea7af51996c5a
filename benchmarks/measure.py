"""A command's time and memory, all the processes that it starts included."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

if sys.platform != "win32":
    import resource

_PAUSE_S = 0.05
_PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    """From start to end, as a person with a watch sees it."""

    processor_seconds: float | None
    """What its processes worked, added up: steadier than a watch on a machine that others use too.
    None on Windows."""

    peak_mb: float | None = None
    """The largest sum of all its processes' memory at one moment, pages that they share counted
    once. None where nobody watched, or where the system does not tell (anything but Linux)."""


def add_costs(costs: Sequence[Cost]) -> Cost:
    """What commands took one after the other."""
    worked = [cost.processor_seconds for cost in costs]
    peaks = [cost.peak_mb for cost in costs if cost.peak_mb is not None]
    return Cost(
        sum(cost.seconds for cost in costs),
        None if None in worked else sum(filter(None, worked)),
        max(peaks, default=None),
    )


def run_timed(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end, unwatched; RuntimeError with its last words where it fails."""
    return _run(command, folder, _wait)


def run_watched(command: Sequence[str], folder: Path) -> Cost:
    """Run a command and learn its memory too: reading it costs time, most where many work."""
    peaks: list[float] = []
    cost = _run(command, folder, lambda process: peaks.append(_watch(process)))
    return replace(cost, peak_mb=peaks[0] or None)


def _run(
    command: Sequence[str], folder: Path, attend: Callable[[subprocess.Popen[bytes]], None]
) -> Cost:
    """Run a command, attended until it ends."""
    log = folder / "run.log"
    worked = _count_worked_seconds()
    started = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        attend(process)
    seconds = time.perf_counter() - started
    if process.returncode != 0:
        last_words = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RuntimeError(f"{' '.join(command)} gave {process.returncode}:\n{last_words}")
    after = _count_worked_seconds()
    processor = None if worked is None or after is None else after - worked
    return Cost(seconds, processor)


def _wait(process: subprocess.Popen[bytes]) -> None:
    """Wait for a command's end."""
    process.wait()


def _watch(process: subprocess.Popen[bytes]) -> float:
    """Peak memory of a command and its processes until it ends, in MB; 0 where nobody knows."""
    peak_kb = 0
    while process.poll() is None:
        peak_kb = max(peak_kb, _measure_memory_kb(process.pid))
        time.sleep(_PAUSE_S)
    return peak_kb / 1024


def _count_worked_seconds() -> float | None:
    """Processor time of all processes that have ended below this one; None on Windows."""
    if sys.platform == "win32":
        return None
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _measure_memory_kb(root: int) -> int:
    """Memory of a process and all below it: the sum of their proportional set sizes."""
    return sum(_read_share_kb(process) for process in _find_family(root))


def _find_family(root: int) -> Iterable[int]:
    """A process and its children's children."""
    waiting = [root]
    while waiting:
        process = waiting.pop()
        yield process
        for children in (_PROCESSES / str(process) / "task").glob("*/children"):
            waiting.extend(int(child) for child in _read(children).split())


def _read_share_kb(process: int) -> int:
    """Proportional set size of one process; 0 where it has just ended."""
    for line in _read(_PROCESSES / str(process) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def _read(file: Path) -> str:
    """Text of a system file; empty where its process has just ended."""
    try:
        return file.read_text(encoding="ascii")
    except OSError:
        return ""


def count_cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
