"""What all histories share: the program, loaded once, and the report of how many there were."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.histories.running import Program, running_program

TRIED = "tried"
"""Name under which a test records what it tried, for the end of the report."""


@pytest.fixture(scope="session")
def program() -> Iterator[Program]:
    """The program, loaded once and forked for each command."""
    with running_program() as running:
        yield running


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell how much was tried."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == TRIED and report.when == "call":
                terminalreporter.write_line(f"{report.location[2]}: {value}")
