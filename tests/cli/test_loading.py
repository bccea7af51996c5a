"""What a command loads before it runs: what it has no use for costs it time all the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

_HEAVY = frozenset({"PIL", "http.client", "paramiko", "rich.console", "ssl", "watchdog"})
"""Drawing, networks and moving lines, which a build of texts for no terminal has no use for."""

_OF_CONTENT = frozenset({"jinja2", "markdown", "mkdocs", "builder.workflow.content"})


@pytest.mark.parametrize("module", ["building", "checking", "beginning"])
def test_a_command_loads_nothing_that_another_needs(module: str) -> None:
    """A build waits for no picture, no network and no line that moves."""
    assert set() == _HEAVY & _list_loaded(f"builder.cli.{module}")


def test_help_loads_nothing_that_reads_content() -> None:
    """Whoever only asks what there is gets the answer at once."""
    assert set() == (_HEAVY | _OF_CONTENT) & _list_loaded("builder.cli.app")


def _list_loaded(module: str) -> set[str]:
    """Names of all modules that a process has after it loaded the command line and one module."""
    script = f"import builder.cli.app, {module}, sys; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, encoding="utf-8"
    )
    return set(told.stdout.split())
