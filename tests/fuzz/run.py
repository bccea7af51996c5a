"""Search every target for bytes that make it fail, each for a while; `make fuzz` starts this.

    python -m tests.fuzz.run [--seconds 60] [--together 1] [TARGET …]

What reaches new lines is kept in `.cache/fuzz/found/<target>/` for the next
search, what fails in `.cache/fuzz/failed/<target>/`. Exit status 1: something failed.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fuzz.targets import SEEDS, TARGETS

KEPT = Path(".cache") / "fuzz"
MOST_BYTES = 16384
SLOW_SECONDS = 10
"""Bytes that keep a reader busy for longer are a failure too."""

MOST_MEGABYTES = 2048


def main() -> int:
    """Exit status of the search."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target (60)")
    parser.add_argument("--together", type=int, default=1, help="targets at the same time (1)")
    asked = parser.parse_args()
    unknown = sorted(set(asked.targets) - set(TARGETS))
    if unknown:
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    with ThreadPoolExecutor(asked.together) as pool:
        ended = list(pool.map(lambda name: _search(name, asked.seconds), asked.targets or TARGETS))
    return 0 if all(ended) else 1


def _search(name: str, seconds: int) -> bool:
    """Search one target, and say how it ended; whether nothing failed."""
    found, failed = KEPT / "found" / name, KEPT / "failed" / name
    for folder in (found, failed):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(failed.iterdir())
    options = _options(failed, seconds)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.search", name, *options, found, SEEDS / name],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    told = ended.stdout.decode("utf-8", "replace")
    if ended.returncode == 0:
        _say(f"{name}: {_find_count(told)} inputs in {seconds} s, none failed")
        return True
    _say(f"{name}: FAILED\n{_shorten(told)}")
    for file in sorted(set(failed.iterdir()) - before):
        _say(f"Run it again: {sys.executable} -m tests.fuzz.again {name} {file}")
    return False


def _options(failed: Path, seconds: int) -> Sequence[str]:
    """What libFuzzer is told."""
    return (
        f"-max_total_time={seconds}",
        f"-timeout={SLOW_SECONDS}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        f"-max_len={MOST_BYTES}",
        f"-artifact_prefix={failed}/",
        "-print_final_stats=1",
    )


def _find_count(told: str) -> str:
    """How many inputs libFuzzer tried."""
    return told.rpartition("stat::number_of_executed_units:")[2].split()[0]


def _shorten(told: str) -> str:
    """What libFuzzer said of a failure, without its news of progress."""
    found = re.search(r"^(?: ===|==\d+==)", told, re.MULTILINE)
    return "\n".join(told[found.start() if found else 0 :].splitlines()[-60:])


def _say(words: str) -> None:
    """A line at once, since the next may take a minute."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
