"""The demo school, read and counted once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builder.counting import count_library
from builder.disk.sources import load_project
from builder.model.library import Library
from builder.model.problems import Outcome
from builder.pages.data.activities_data import JsonObject
from builder.pages.data.summary_json import compose_data
from builder.reading.project import Sources, read_project
from tests.conftest import DEMO_DAY


def read_folder(folder: Path, today: date) -> Outcome[Library]:
    """Library of a project's folder on a day."""
    project = load_project(folder)
    return read_project(
        Sources(project.texts, frozenset(project.files), project.frozen), today=today
    )


@pytest.fixture(scope="session")
def demo(repository: Path) -> Outcome[Library]:
    """The demo's library, with what `check` tells of it."""
    return read_folder(repository, date.fromisoformat(DEMO_DAY))


@pytest.fixture(scope="session")
def library(demo: Outcome[Library]) -> Library:
    """The demo's library."""
    assert demo.value is not None
    return demo.value


@pytest.fixture(scope="session")
def data(library: Library) -> dict[str, JsonObject]:
    """Period id → the object of its `data.json`."""
    return {one.period.id: compose_data(one, library) for one in count_library(library)}
