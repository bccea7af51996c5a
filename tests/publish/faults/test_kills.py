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
    release,
)
from tests.publish.target_contract import HAND, Spot
from tests.servers.ftp import PASSWORD

pytestmark = pytest.mark.slow

KILLS = 5
"""Of each way."""

SEED = 20261122


def test_a_killed_publisher_leaves_whole_pages(ground: Ground) -> None:
    """No page lacks a picture, nothing of ours is left over, and a dead lock holds nobody up."""
    sound, _, seen = ground.spots("site")
    sound.publish(release(0))
    for path, data in HAND.items():
        sound.put(path, data)
    whole_seconds = publish(ground, sound, seen, 1, kill_after=None)
    chance = random.Random(SEED)
    bad, killed = [], 0
    for number in range(2, KILLS + 2):
        after = chance.uniform(0.3, 1.0) * whole_seconds
        killed += publish(ground, sound, seen, number, kill_after=after) == 0
        missing = ground.visit(seen)
        is_right = is_of_either(sound.look(), release(number - 1), release(number))
        sound.publish(release(number))
        left = find_leftovers(seen.parent)
        if missing or left or not is_right or sound.look() != release(number) | HAND:
            bad.append((after, missing, left))

    assert [] == bad
    assert killed


def publish(
    ground: Ground, sound: Spot, seen: Path, number: int, *, kill_after: float | None
) -> float:
    """Publish by a process; seconds that it took, 0 where it was killed."""
    site = sound.release(release(number)).folder
    path = ground.server.name_folder(seen.relative_to(ground.server.root).as_posix())
    program = Path(__file__).with_name("publishing.py")
    told = json.dumps(asdict(ground.server.target(path)))
    started = time.monotonic()
    surroundings = {**os.environ, "SECRET": PASSWORD}
    with subprocess.Popen([sys.executable, program, site, told], env=surroundings) as process:
        try:
            process.wait(kill_after)
        except subprocess.TimeoutExpired:
            process.kill()
            return 0
    assert 0 == process.returncode
    return time.monotonic() - started
