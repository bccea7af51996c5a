"""What earlier commands made out about a project: it holds as long as all around it is the same.

Only what a program starts with is loaded here, as in `surroundings`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from builder.cache.ledger import Ledger
from builder.workflow.surroundings import hash_surroundings

LEDGER = ".cache/outreach/so-tay.sqlite"
"""Where a project keeps it."""


@cache
def open_ledger(folder: Path) -> Ledger:
    """The ledger of a project, one for all that a program does."""
    return Ledger(folder / LEDGER)


def remember(ledger: Ledger, kind: str, name: str, value: bytes) -> None:
    """Keep a value that was made with this program on this machine."""
    ledger.write(kind, {name: hash_surroundings() + value})


def recall(ledger: Ledger, kind: str, name: str) -> bytes | None:
    """A value that was; None where there is none, or with anything else it might be another."""
    around = hash_surroundings()
    kept = ledger.read(kind, name) or b""
    return kept.removeprefix(around) if kept.startswith(around) else None


def forget_gone(ledger: Ledger, *kinds: str) -> None:
    """Keep nothing of sites that stand no more; they are named by their folders."""
    for kind in kinds:
        names = ledger.list_names(kind)
        ledger.forget(kind, [name for name in names if not Path(name).exists()])
