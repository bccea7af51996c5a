"""`report --new`: the file in which the principal writes a period's report."""

from __future__ import annotations

from builder.model.library import Library
from builder.workflow.content import Content


def run_start(content: Content, library: Library, period: str) -> str:
    """Write the starter and give its path."""
    raise NotImplementedError
