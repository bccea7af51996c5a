"""Where `outreach` begins: what nothing has changed about is told again, all else is run.

Loading the program takes longer than looking at a school's files, so the rest of
it is loaded only where there is something to do.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from builder.model.failures import CommandError
from builder.workflow.remembered import open_ledger
from builder.workflow.standing import Line, keep_standing, recall_standing


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `outreach` and leave with its exit status."""
    _prepare_streams()
    given = sys.argv[1:] if arguments is None else arguments
    told = _renew(given)
    if told is not None:
        for text, aside in told:
            print(text, file=sys.stderr if aside else sys.stdout)
        return
    from builder.cli.app import run  # noqa: PLC0415

    sys.exit(run(given))


def _renew(arguments: Sequence[str]) -> list[Line] | None:
    """What to say of a site that stands, with new texts put into it; None: the command must run.

    Whatever is wrong is the command's to say.
    """
    if not arguments or arguments[0] != "build":
        return None
    try:
        left = recall_standing(arguments)
        if left is None:
            return None
        if not left.changed:
            return left.standing.told.unchanged
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
        return patched.told.made


def _prepare_streams() -> None:
    """Let Vietnamese pass everywhere: UTF-8, and no failure where a console knows less."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
