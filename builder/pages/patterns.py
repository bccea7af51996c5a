"""A title → the quiet drawing that stands where a card has no picture."""

from __future__ import annotations

import hashlib
from functools import cache

WIDTH = 300
HEIGHT = 200
_COLUMNS = 6
_ROWS = 4
_SIDE = 50
_CORNERS = 5
"""Four, and none."""

_STRENGTHS = 3


def compose_pattern(title: str) -> str:
    """Inline SVG of tiles, drawn from the title alone: the same title, the same drawing.

    It says nothing that the title doesn't, so screen readers pass it over.
    """
    seed = hashlib.sha256(title.encode()).digest()
    tiles = "".join(
        _tile(seed[row * _COLUMNS + column] % (_CORNERS * _STRENGTHS), column * _SIDE, row * _SIDE)
        for row in range(_ROWS)
        for column in range(_COLUMNS)
    )
    return (
        f'<svg class="so-pattern" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">{tiles}</svg>'
    )


@cache
def _tile(kind: int, x: int, y: int) -> str:
    """One of four quarter circles, or nothing; three strengths of the school's colour."""
    corner, strength = kind % _CORNERS, 1 + kind // _CORNERS
    far_x, far_y = x + _SIDE, y + _SIDE
    arcs = (
        f"M{x} {y}h{_SIDE}a{_SIDE} {_SIDE} 0 0 1-{_SIDE} {_SIDE}z",
        f"M{far_x} {y}v{_SIDE}a{_SIDE} {_SIDE} 0 0 1-{_SIDE}-{_SIDE}z",
        f"M{far_x} {far_y}h-{_SIDE}a{_SIDE} {_SIDE} 0 0 1 {_SIDE}-{_SIDE}z",
        f"M{x} {far_y}v-{_SIDE}a{_SIDE} {_SIDE} 0 0 1 {_SIDE} {_SIDE}z",
    )
    return (
        f'<path class="so-pattern__{strength}" d="{arcs[corner]}"/>' if corner < len(arcs) else ""
    )
