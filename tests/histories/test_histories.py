"""Whatever happened to a school's project, its site is what a clean build makes of it."""

from __future__ import annotations

import os
import random
import shutil
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.histories.conftest import TRIED
from tests.histories.history import History
from tests.histories.running import Program

WANTED = int(os.environ.get("OUTREACH_HISTORIES", "0"))
"""How many histories to try; 0: as many as fit into the time below."""

SEED = int(os.environ.get("OUTREACH_HISTORIES_SEED", "1"))
SECONDS = 60.0
STEPS = 12


@pytest.mark.slow
def test_a_site_after_any_history_is_as_a_clean_build_makes_it(
    program: Program, tmp_path: Path, record_property: pytest.RecordProperty
) -> None:
    """After each of many random steps the site and what is said are those of a clean build.

    In every other history processes work side by side, and each ends with a build by MkDocs.
    """
    end = time.monotonic() + SECONDS
    counts: Counter[str] = Counter()
    tried = 0
    while tried < WANTED or (not WANTED and time.monotonic() < end):
        history = _live(program, tmp_path, SEED + tried)
        counts += history.counts
        tried += 1
        if WANTED:
            sys.stdout.write(f"seed {history.told[0]}: {dict(history.counts)}\n")
    record_property(TRIED, f"{tried} histories, {counts.total()} builds: {dict(counts)}")

    assert tried * (STEPS + 1) == counts.total()


def _live(program: Program, place: Path, seed: int) -> History:
    """One history from its begin to its end."""
    folder = place / str(seed)
    history = History(program, folder, random.Random(seed), pays_from=1 if seed % 2 else None)
    history.told.append(str(seed))
    history.build()
    for _ in range(STEPS):
        history.go_on()
    history.compare_engine()
    shutil.rmtree(folder)
    return history
