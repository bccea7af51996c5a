"""The day of a build can be fixed; else it is the day in Việt Nam."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from builder.model.failures import CommandError
from builder.workflow import day
from builder.workflow.day import VARIABLE, find_today


def test_the_stated_day_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """--today stands above the environment."""
    monkeypatch.setenv(VARIABLE, "2024-01-01")

    assert date(2025, 11, 20) == find_today("2025-11-20")


def test_the_environment_fixes_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """A nightly build can be repeated without changing its command."""
    monkeypatch.setenv(VARIABLE, "2024-01-01")

    assert date(2024, 1, 1) == find_today()


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2025, 11, 19, 17, 0, tzinfo=UTC), date(2025, 11, 20)),
        (datetime(2025, 11, 19, 16, 59, tzinfo=UTC), date(2025, 11, 19)),
    ],
)
def test_the_day_is_that_of_vietnam(
    monkeypatch: pytest.MonkeyPatch, moment: datetime, expected: date
) -> None:
    """A server abroad builds on the school's day."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # noqa: ARG003
            return moment

    monkeypatch.setattr(day, "datetime", Clock)

    assert expected == find_today()


@pytest.mark.parametrize("written", ["20/11/2025", "2025-13-01", "hôm nay", "2025-1"])
def test_another_way_of_writing_is_told(written: str) -> None:
    """A wrong day stops the command with what was written."""
    with pytest.raises(CommandError) as caught:
        find_today(written)

    assert ("today-invalid", {"written": written}) == (caught.value.code, caught.value.blanks)
