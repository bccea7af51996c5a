"""Where `outreach` begins: what nothing has changed about is told again, all else is run.

Loading the program takes longer than looking at a school's files, so the rest of
it is loaded only where there is something to do.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from builder.model.failures import CommandError
from builder.workflow.remembered import open_ledger
from builder.workflow.standing import Line, keep_standing, recall_standing


class Renewed(NamedTuple):
    """A site that stands, with the texts that are written now."""

    folder: Path
    lines: list[Line]
    """What is to be said of it."""


def main(arguments: Sequence[str]) -> None:
    """Run `outreach` and leave with its exit status."""
    _prepare_streams()
    renewed = renew_site(arguments) if arguments and arguments[0] == "build" else None
    if renewed is not None:
        for text, aside in renewed.lines:
            print(text, file=sys.stderr if aside else sys.stdout)
        return
    from builder.cli.app import run  # noqa: PLC0415

    sys.exit(run(arguments))


def renew_site(arguments: Sequence[str]) -> Renewed | None:
    """The site that `build` with these arguments made; None: it must run.

    Whatever is wrong is the command's to say.
    """
    try:
        left = recall_standing(arguments)
        if left is None:
            return None
        if not left.changed:
            return Renewed(left.standing.target, left.standing.told.unchanged)
        from builder.workflow.patching import patch_site  # noqa: PLC0415

        patched = patch_site(left)
        if patched is None:
            return None
        keep_standing(arguments, patched)
        if open_ledger(patched.folder).was_thrown_away:
            return None
    except (CommandError, OSError, ValueError):
        return None
    else:
        return Renewed(patched.target, patched.told.made)


def _prepare_streams() -> None:
    """Let Vietnamese pass everywhere: UTF-8, and no failure where a console knows less."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
