"""The process of a command: how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_STAND_IN = """
import atexit, sys
from builder.cli import main, start
def command(arguments):
    print("said", end="")
    atexit.register(print, ", done at the end", end="")
    {last}
start.main = command
main()
"""


def test_a_process_ends_with_the_command_s_status_and_nothing_is_lost(tmp_path: Path) -> None:
    """What was said is out, and what was to be done at the end is done."""
    ended = _run("sys.exit(3)", tmp_path)

    assert (3, "said, done at the end") == (ended.returncode, ended.stdout)


def test_a_command_that_just_returns_ends_its_process_well(tmp_path: Path) -> None:
    """No exit status is 0."""
    ended = _run("return", tmp_path)

    assert (0, "said, done at the end") == (ended.returncode, ended.stdout)


def test_a_fault_of_the_program_is_not_taken_for_success(tmp_path: Path) -> None:
    """What isn't an exit status ends the process as Python has it."""
    ended = _run("1 / 0", tmp_path)

    assert ended.returncode == 1
    assert "ZeroDivisionError" in ended.stderr


def _run(last: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A process whose command ends so."""
    program = _STAND_IN.format(last=last)
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )
