"""A publisher is killed at any moment: what it left is right, and the next one ends its work."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.publish.faults.grounds import (
    Ground,
    find_leftovers,
    is_of_either,
    list_files,
    release,
)
from tests.publish.faults.test_cuts import begin, cut_somewhere
from tests.publish.target_contract import HAND, Spot
from tests.servers.ftp import PASSWORD

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("OUTREACH_KILLS", "5"))
"""Of each way."""

SEED = 20261122
_LOOK_SECONDS = 0.005
_MOST_SECONDS = 60.0


def test_a_killed_publisher_leaves_whole_pages(ground: Ground) -> None:
    """No page lacks a picture, nothing of ours is left over, and a dead lock holds nobody up.

    The server has seen so many bytes or commands, and then nothing more.
    """
    sound, _, seen = ground.spots("site")
    begin(sound)
    publish(ground, sound, seen, 1)
    counted = ground.cutter.mend()
    chance = random.Random(SEED)
    bad, hit = [], 0
    for number in range(2, KILLS + 2):
        stood = list_files(seen.parent)
        sent = (counted.sent_bytes, counted.commands)
        place = cut_somewhere(ground, chance, *sent, by_command=number % 2 == 0, stalls=True)
        publish(ground, sound, seen, number)
        ground.cutter.mend()
        hit += list_files(seen.parent) != stood
        missing = ground.visit(seen)
        is_right = is_of_either(sound.look(), release(number - 1), release(number))
        sound.publish(release(number))
        left = find_leftovers(seen.parent)
        if missing or left or not is_right or sound.look() != release(number) | HAND:
            bad.append((place, missing, left))
    print(f"{hit} of {KILLS} killed after something had been sent")  # noqa: T201 - by `pytest -rP`

    assert [] == bad
    assert hit > KILLS // 2


def publish(ground: Ground, sound: Spot, seen: Path, number: int) -> None:
    """Publish by a process that is killed where the line goes dead."""
    site = sound.release(release(number)).folder
    path = ground.server.name_folder(seen.relative_to(ground.server.root).as_posix())
    program = Path(__file__).with_name("publishing.py")
    told = json.dumps(asdict(ground.server.target(path, port=ground.cutter.port)))
    surroundings = {**os.environ, "SECRET": PASSWORD}
    deadline = time.monotonic() + _MOST_SECONDS
    with subprocess.Popen([sys.executable, program, site, told], env=surroundings) as process:
        while process.poll() is None and not ground.cutter.is_dead:
            assert time.monotonic() < deadline
            time.sleep(_LOOK_SECONDS)
        process.kill()
    assert ground.cutter.is_dead or 0 == process.returncode
