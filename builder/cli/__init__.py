"""The command `outreach`: arguments → a workflow → words and an exit status."""

from builder.cli.app import main

__all__ = ["main"]
