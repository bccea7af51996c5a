"""Commands of the program in a project, each as a teacher would type it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, cast

REPOSITORY = Path(__file__).parent.parent.parent
TODAY = "2025-12-01"


@dataclass(frozen=True, slots=True)
class Harm:
    """What goes wrong while a command runs."""

    kill_before: int | None = None
    """It is killed before the change of the disk that has this number."""

    kill_after: float | None = None
    """It is killed after so many seconds."""

    refused: str | None = None
    """Nothing can be written below this folder."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a command."""

    status: int
    out: str
    err: str

    changes: int = 0
    """How often it changed the disk."""


_NO_HARM = Harm()


@dataclass
class Program:
    """The program, loaded once and forked for each command."""

    process: subprocess.Popen[str]

    def run(
        self,
        folder: Path,
        *arguments: str,
        today: str = TODAY,
        harm: Harm = _NO_HARM,
        pays_from: int | None = None,
        program: str = "outreach",
    ) -> Ran:
        """Run a command in a folder; work is done side by side from so many texts on."""
        order = {
            "program": program,
            "folder": str(folder),
            "arguments": arguments,
            "answers": "có\n",
            "environment": {
                "OUTREACH_TODAY": today,
                "OUTREACH_APPROVER": "Nguyễn Thị Lan",
                "TMPDIR": str(folder.parent),
            },
            "pays_from": pays_from,
            **asdict(harm),
        }
        orders, answers = cast("IO[str]", self.process.stdin), cast("IO[str]", self.process.stdout)
        orders.write(json.dumps(order) + "\n")
        orders.flush()
        return Ran(**json.loads(answers.readline()))


@contextmanager
def running_program() -> Iterator[Program]:
    """The program, for as long as the block runs."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.histories.server"],
        cwd=REPOSITORY,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(REPOSITORY)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Program(process)
        finally:
            cast("IO[str]", process.stdin).close()
