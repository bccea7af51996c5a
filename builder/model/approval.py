"""An approval of a post: who checked what, and of which content (domain rules of publishing)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

APPROVALS = "content/duyet.lock"
"""File that keeps the ticks of every approval."""

SECRECY = "bi-mat"
CHECKS = ("su-that", SECRECY, "rieng-tu", "nuoc-ngoai", "tai-tro", "so-lieu", "chinh-ta")
"""Ids of what an approver checks, in the order of the list; sentence `check-<id>` says each."""


@dataclass(frozen=True, slots=True)
class Approval:
    """What one person confirmed of one content."""

    path: str
    """Of the post when it was approved; the hash finds it wherever it stands now."""

    approved_by: str
    approved_on: date
    approved_hash: str
    checked: tuple[str, ...]
    """Ids of the points that were ticked, in the order of the list."""
