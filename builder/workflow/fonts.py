"""The font in which this machine prints documents."""

from __future__ import annotations

from functools import cache

from builder.reports.font_folders import list_font_folders
from builder.reports.fonts import Fonts, find_serif


@cache
def find_fonts() -> Fonts:
    """The best serif font of the machine, looked for once."""
    return find_serif(list_font_folders())
