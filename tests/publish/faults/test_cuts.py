"""The line breaks anywhere: no page lacks a picture, and the next run brings the rest."""

from __future__ import annotations

import os
import random

import pytest

from builder.publish import line
from builder.publish.failures import PublishError
from tests.publish.faults.grounds import (
    Ground,
    find_leftovers,
    is_of_either,
    list_files,
    release,
)
from tests.publish.target_contract import HAND, Spot

pytestmark = pytest.mark.slow

CUTS = int(os.environ.get("OUTREACH_CUTS", "50"))
"""Of each way: two hundred together."""

FIRSTS = 10
RECOVERIES = 8
SEED = 20261122


def test_visitors_never_miss_a_picture(ground: Ground) -> None:
    """After each cut, by a byte or a command; then a sound line brings the rest, and no more."""
    sound, broken, seen = ground.spots("site")
    begin(sound)
    whole = measure(ground, broken)
    chance = random.Random(SEED)
    bad, cut, hit, number = [], 0, 0, 0
    while cut < CUTS and number < 2 * CUTS:
        stood, wanted = release(number + 1), release(number + 2)
        before = list_files(seen.parent)
        place = cut_somewhere(ground, chance, *whole, by_command=number % 2 == 0)
        cut += try_to_publish(broken, wanted)
        ground.cutter.mend()
        hit += list_files(seen.parent) != before
        missing = ground.visit(seen)
        if missing or not is_of_either(sound.look(), stood, wanted):
            bad.append((place, "while it was broken", missing))
        sound.publish(wanted)
        left = find_leftovers(seen.parent)
        if left or sound.look() != wanted | HAND:
            bad.append((place, "after the next run", left))
        number += 1
    told = f"{cut} cuts in {number} publications, {hit} after something had been sent"
    print(told)  # noqa: T201 - shown by `pytest -rP`

    assert [] == bad
    assert number < 2 * CUTS


def test_a_first_publication_is_brought_to_its_end(ground: Ground) -> None:
    """A cut anywhere in it leaves nothing, or part of the new site; then the whole stands."""
    sound, broken, _ = ground.spots("measured")
    whole = measure(ground, broken)
    chance = random.Random(SEED)
    bad = []
    for number in range(FIRSTS):
        sound, broken, seen = ground.spots(f"first-{number}")
        place = cut_somewhere(ground, chance, *whole, by_command=False)
        try_to_publish(broken, release(1))
        ground.cutter.mend()
        missing = ground.visit(seen)
        sound.publish(release(1))
        left = find_leftovers(seen.parent)
        if missing or left or sound.look() != release(1):
            bad.append((place, missing, left))

    assert [] == bad


def test_a_line_that_comes_back_is_called_again(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within the same run, and without a trace; but who was to make the lock is not guessed."""
    sound, broken, seen = ground.spots("site")
    begin(sound)
    first_bytes, _ = measure(ground, broken, only_look=True)
    all_bytes, _ = measure(ground, broken)
    monkeypatch.setattr(line, "PAUSES_SECONDS", (0.0, 0.0, 0.0))
    chance = random.Random(SEED)
    bad, done = [], 0
    for number in range(RECOVERIES):
        wanted = release(number + 2)
        place = chance.randrange(first_bytes + 2000, all_bytes)
        ground.cutter.cut_after(sent_bytes=place, stays_down=False)
        done += not try_to_publish(broken, wanted)
        was_cut = ground.cutter.mend().cuts
        left = find_leftovers(seen.parent)
        if was_cut != 1 or left or sound.look() != wanted | HAND:
            bad.append((place, was_cut, left))

    assert ([], RECOVERIES) == (bad, done)


def begin(sound: Spot) -> None:
    """Let the old release stand, with files put there by hand."""
    sound.publish(release(0))
    for path, data in HAND.items():
        sound.put(path, data)


def measure(ground: Ground, broken: Spot, *, only_look: bool = False) -> tuple[int, int]:
    """Bytes and commands of a whole publication, or of a look alone."""
    ground.cutter.mend()
    if only_look:
        broken.standing()
    else:
        broken.publish(release(1))
    counted = ground.cutter.mend()
    return counted.sent_bytes, counted.commands


def cut_somewhere(
    ground: Ground,
    chance: random.Random,
    sent_bytes: int,
    commands: int,
    *,
    by_command: bool,
    stalls: bool = False,
) -> str:
    """Let the line break, or go dead, in the next publication; where, in words."""
    if by_command:
        place = chance.randrange(commands)
        ground.cutter.cut_after(commands=place, stalls=stalls)
        return f"command {place} of {commands}"
    place = chance.randrange(sent_bytes)
    ground.cutter.cut_after(sent_bytes=place, stalls=stalls)
    return f"byte {place} of {sent_bytes}"


def try_to_publish(broken: Spot, files: dict[str, bytes]) -> bool:
    """Whether the publication failed."""
    try:
        broken.publish(files)
    except PublishError:
        return True
    return False
