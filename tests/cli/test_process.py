"""The process of a command: how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import atexit, sys
sys.argv = ["outreach", *{arguments!r}]
from builder.cli import main
atexit.register(print, "called at the end")
main()
"""


@pytest.mark.parametrize(("arguments", "status"), [(["--version"], 0), (["build"], 2)])
def test_a_process_ends_with_the_command_s_status_and_calls_whoever_registered(
    tmp_path: Path, arguments: list[str], status: int
) -> None:
    """It ends before Python would tidy up, and nothing that was said or to be done is lost."""
    program = _PROGRAM.format(arguments=arguments)

    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    last_line = ended.stdout.splitlines()[-1]
    assert (status, "called at the end") == (ended.returncode, last_line), ended.stderr


def test_a_fault_of_the_program_is_not_taken_for_success(tmp_path: Path) -> None:
    """What isn't an exit status ends the process as Python has it."""
    program = "import builder.cli.start as start; start.main = lambda given: 1 / 0\n"

    ended = subprocess.run(
        [sys.executable, "-c", program + _PROGRAM.format(arguments=["build"])],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert "ZeroDivisionError" in ended.stderr
