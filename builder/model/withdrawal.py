"""The list of pictures that must not be shown any more."""

from __future__ import annotations

WITHDRAWN_PHOTOS = "content/withdrawn-photos.md"
"""Its file: a line a picture, `- 12/03/2025: posts/2024/ngay-hoi/anh-lop.jpg`."""
