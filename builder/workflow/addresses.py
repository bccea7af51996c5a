"""Where on a site everything stands that texts may name, and where its texts are searched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.site import Picture


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where what texts may name stands on the site, by path from the project folder."""

    links: Mapping[str, str]
    pictures: Mapping[str, Picture]

    parts: Mapping[str, str]
    """Address of each post → part of the index that readers search; empty without a search."""
