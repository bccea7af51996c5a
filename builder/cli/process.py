"""`outreach` as a process of its own, which ends as soon as its work is done."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Sequence

from builder.cli import start


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `outreach` and leave with its exit status.

    Without arguments they are those of the process, and it ends with the command:
    Python would give back piece by piece what a build held, which takes a twentieth
    of its time, where the system takes all of it back at once.
    """
    if arguments is not None:
        start.main(arguments)
        return
    ending = _Ending()
    atexit.register(ending.leave)  # Who registers first is called last.
    try:
        start.main(sys.argv[1:])
    except SystemExit as ended:
        ending.status = ended.code if isinstance(ended.code, int) else None
        raise
    ending.status = 0


class _Ending:
    """The end of the process; what isn't an exit status ends as Python has it."""

    def __init__(self) -> None:
        self.status: int | None = None

    def leave(self) -> None:
        """End at once, with all that was said."""
        if self.status is None:
            return
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:  # Nobody listens any more; Python tells of it in its way.
                return
        os._exit(self.status)
