"""Every reader of bytes that we did not write ourselves, by name, with its seeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.fuzz.foreign import FOREIGN
from tests.fuzz.project import WRITTEN

SEEDS = Path(__file__).parent / "seeds"
"""A folder a target: small files that reach what others do not, and those that once failed."""

TARGETS: Mapping[str, Callable[[bytes], list[str]]] = MappingProxyType({**WRITTEN, **FOREIGN})
"""Each gives what is wrong with what was read; only what it documents may be raised inside."""


def list_seeds(target: str) -> tuple[Path, ...]:
    """The seeds of a target, in order."""
    return tuple(sorted((SEEDS / target).iterdir()))
