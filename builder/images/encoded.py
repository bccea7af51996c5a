"""A picture as a file of the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encoded:
    """One size of a picture, encoded."""

    width_px: int
    height_px: int
    data: bytes
