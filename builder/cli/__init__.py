"""The command `outreach`: arguments of the command line → an exit status."""

import gc

gc.set_threshold(100_000, 20, 20)
# Loading and building make much and throw little away: looking for rubbish after each seven
# hundred things made takes a tenth of the time. It begins here, before anything is loaded.

from builder.cli.process import main  # noqa: E402

__all__ = ["main"]
