"""Surroundings in which nobody is asked and nothing is told."""

from __future__ import annotations

from pathlib import Path

from builder.publish.storage import Blanks, Surroundings


def quiet_surroundings(project: Path, secret: str | None = None) -> Surroundings:
    """No terminal, and at most one secret."""
    return Surroundings(
        project,
        find_secret=lambda: secret,
        confirm=lambda *_: False,
        remark=say_nothing,
    )


def say_nothing(_code: str, _blanks: Blanks) -> None:
    """Nobody hears a remark."""
