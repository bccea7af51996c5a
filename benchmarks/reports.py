"""How long a report takes, and how that grows with the year's activities.

    python benchmarks/reports.py [--rounds 3]

Whole processes, from the command to the file on the disk, the median of some rounds in turn.
Exit status 1 where a promise is not kept: a report in Word's format of 300 activities takes at
most 3 times one of 3, one of 3,000 at most 12 times one of 300, all five formats at once at most
4 times that one alone, and a build over unchanged reports makes none of them again.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from corpus import make_news, write_ours
from measure import run_timed

SIZES = (3, 300, 3000)
FORMATS = ("docx", "pdf", "xlsx", "csv", "md")
MOST_FROM_3_TO_300 = 3.0
MOST_FROM_300_TO_3000 = 12.0
MOST_FOR_ALL = 4.0
_OUTREACH = str(Path(sys.executable).parent / "outreach")
_TODAY = "2024-06-30"
_YEAR = 2023


def main() -> int:
    """Measure, tell, and say by the exit status whether the promises are kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        projects = {size: make_project(Path(name) / str(size), size) for size in SIZES}
        kept = compare_sizes(projects, rounds)
        kept &= compare_formats(projects[SIZES[1]], rounds)
        kept &= count_made_again(projects[SIZES[1]])
    return 0 if kept else 1


def make_project(folder: Path, activities: int) -> Path:
    """A school with so many activities in one year."""
    first = date(_YEAR, 1, 1)
    news = [
        replace(one, day=first + timedelta(days=one.number * 364 // activities))
        for one in make_news(activities)
    ]
    write_ours(news, folder)
    return folder


def compare_sizes(projects: Mapping[int, Path], rounds: int) -> bool:
    """Reports of few and of many activities in Word's format; whether time grows as promised."""
    taken: dict[int, list[float]] = {size: [] for size in projects}
    for _ in range(rounds):
        for size, project in projects.items():
            taken[size].append(measure_report(project, ("docx",)))
    few, many, most = (statistics.median(times) for times in taken.values())
    print("| activities | seconds |\n|---:|---:|")
    for size, seconds in zip(taken, (few, many, most), strict=True):
        print(f"| {size} | {seconds:.2f} |")
    print(f"\n300 against 3: {many / few:.2f} (at most {MOST_FROM_3_TO_300:.0f})")
    print(f"3,000 against 300: {most / many:.2f} (at most {MOST_FROM_300_TO_3000:.0f})")
    return many / few <= MOST_FROM_3_TO_300 and most / many <= MOST_FROM_300_TO_3000


def compare_formats(project: Path, rounds: int) -> bool:
    """All formats in one run beside one alone; whether the promise is kept."""
    alone, together = [], []
    for _ in range(rounds):
        alone.append(measure_report(project, FORMATS[:1]))
        together.append(measure_report(project, FORMATS))
    ratio = statistics.median(together) / statistics.median(alone)
    print(f"five formats against docx, 300 activities: {ratio:.2f} (at most {MOST_FOR_ALL:.0f})")
    return ratio <= MOST_FOR_ALL


def measure_report(project: Path, formats: Sequence[str]) -> float:
    """Seconds of one command; every file must be there when it ends."""
    folder = project / "out"
    options = [word for one in formats for word in ("--format", one)]
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    command = [_OUTREACH, "report", str(_YEAR), *options, "-o", "out", "--today", _TODAY]
    seconds = run_timed(command, project).seconds
    made = sorted(file.suffix.removeprefix(".") for file in folder.iterdir())
    if made != sorted(formats):
        raise RuntimeError(f"asked for {formats}, made {made}")
    return seconds


def count_made_again(project: Path) -> bool:
    """Build twice: documents that the second run writes into the cache; none may be."""
    build = [_OUTREACH, "build", "--today", _TODAY]
    run_timed(build, project)
    first = _list_kept(project)
    run_timed(build, project)
    again = [name for name, written in _list_kept(project).items() if first.get(name) != written]
    print(f"documents made: {len(first)} by the first build, {len(again)} by the second (none)")
    return bool(first) and not again


def _list_kept(project: Path) -> Mapping[str, int]:
    """Every document in the cache with the moment in which it was written."""
    folder = project / ".cache" / "outreach" / "van-ban"
    return {
        file.name: file.stat().st_mtime_ns for file in folder.iterdir() if file.suffix != ".sha256"
    }


if __name__ == "__main__":
    sys.exit(main())
