"""What is made of which pictures, and why of some nothing is: all that can be told without Pillow.

Loading that takes longer than all else about pictures where none is new.
"""

from __future__ import annotations

from typing import Final

SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif")
"""Names of files that are taken for pictures."""

CLEAN: Final = "clean-1"
"""Names how clean copies are made: another recipe gives other names."""

WIDTHS_PX: Final = (480, 960, 1600)
QUALITY: Final = 80
RENDITIONS: Final = f"webp-q{QUALITY}-{'-'.join(map(str, WIDTHS_PX))}-1"
"""Names how renditions are made: another recipe gives other addresses."""


class PictureError(Exception):
    """A picture that cannot be shown; `code` stands in the catalogs of problems."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
