"""Names of the theme's colours → whether text on them can be read (domain.md, 5.4)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ENOUGH = 4.5
"""Contrast of text that WCAG 2.2 asks for (1.4.3)."""

_BLACK_SHARE = 0.87
"""How much of Material's dark text is black; the rest is the ground."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Contrast of the text on each of Material's named colours."""

    contrast: Mapping[str, Mapping[str, float]]
    """`primary` or `accent` → name → contrast."""

    def passing(self, part: str) -> tuple[str, ...]:
        """Names whose text can be read."""
        return tuple(name for name, found in self.contrast[part].items() if found >= ENOUGH)


@cache
def load_colours() -> Colours:
    """All named colours."""
    text = (files(__package__) / "palette.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    dark = table.pop("dark_text")
    return Colours(
        {
            part: {name: _contrast(colour, is_dark=name in dark) for name, colour in named.items()}
            for part, named in table.items()
        }
    )


def _contrast(colour: str, *, is_dark: bool) -> float:
    """Contrast of a ground and the text on it (WCAG 2.2, contrast ratio)."""
    ground = tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    text = tuple((1 - _BLACK_SHARE) * one for one in ground) if is_dark else (1.0, 1.0, 1.0)
    darker, lighter = sorted((_luminance(ground), _luminance(text)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[float, ...]) -> float:
    """Relative luminance of red, green and blue from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
