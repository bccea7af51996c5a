"""A server of each way, for tests that break what they can."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publish.faults.grounds import WAYS, Ground, prepare


@pytest.fixture(params=WAYS)
def ground(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Ground]:
    """A server of each way, with a line to it that breaks on order."""
    with prepare(request.param, tmp_path, monkeypatch) as prepared:
        yield prepared
