"""Where `outreach` begins: what nothing has changed about is told again, all else is run.

Loading the program takes longer than looking at a school's files, so the rest of
it is loaded only where there is something to do.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from builder.model.failures import CommandError
from builder.workflow.standing import Line, recall_told


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `outreach` and leave with its exit status."""
    _prepare_streams()
    given = sys.argv[1:] if arguments is None else arguments
    told = _recall(given)
    if told is not None:
        for text, aside in told:
            print(text, file=sys.stderr if aside else sys.stdout)  # noqa: T201
        return
    from builder.cli.app import run  # noqa: PLC0415

    sys.exit(run(given))


def _recall(arguments: Sequence[str]) -> list[Line] | None:
    """What to tell where a build would change nothing; whatever is wrong is the command's to say."""
    if not arguments or arguments[0] != "build":
        return None
    try:
        return recall_told(arguments)
    except (CommandError, OSError, ValueError):
        return None


def _prepare_streams() -> None:
    """Let Vietnamese pass everywhere: UTF-8, and no failure where a console knows less."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
