"""Every reader takes the seeds that a search begins with, and what failed in an earlier one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import SEEDS, TARGETS, list_seeds


@pytest.mark.parametrize(
    ("target", "seed"),
    [
        pytest.param(name, seed, id=f"{name}-{seed.name}")
        for name in TARGETS
        for seed in list_seeds(name)
    ],
)
def test_a_seed_is_read_or_refused_as_documented(target: str, seed: Path) -> None:
    """Nothing else is raised, and what was read is sound."""
    assert [] == TARGETS[target](seed.read_bytes())


def test_every_target_has_seeds() -> None:
    """And no seed lies about without a target."""
    assert sorted(TARGETS) == sorted(one.name for one in SEEDS.iterdir())
