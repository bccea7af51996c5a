"""What the search of a site knows of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page as readers find it."""

    address: str
    """From the site's root, without the leading `/`."""

    title: str
    kind: str
    """Word that tells what it is, by which results can be narrowed: `Tuyên truyền`, `Đối tác`."""

    html: str
    """What is searched besides the title."""

    day: date | None = None
    """Of a post; None: the page belongs to no day."""


@dataclass(frozen=True, slots=True)
class SearchPart:
    """Posts that share one index."""

    name: str
    """Folder of the index: `2016-2025`, `2026`."""

    addresses: tuple[str, ...]
    """Oldest first, so that a new post leaves the numbers of the others alone."""
