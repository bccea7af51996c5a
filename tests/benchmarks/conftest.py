"""The benchmark's modules, imported as its commands import them: from their own folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def load(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], ModuleType]]:
    """Imports a module of the benchmark by its name; they are gone again after the test."""
    folder = repository / "benchmarks"
    monkeypatch.syspath_prepend(folder)
    yield import_module
    for file in folder.glob("*.py"):
        sys.modules.pop(file.stem, None)


@pytest.fixture
def corpus(load: Callable[[str], ModuleType]) -> ModuleType:
    """What makes the posts."""
    return load("corpus")
