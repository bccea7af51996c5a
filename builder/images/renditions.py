"""Bytes of a picture → WebP in the widths that the site shows."""

from __future__ import annotations

import io

from PIL import Image

from builder.images.encoded import Encoded
from builder.images.opening import read_pixels
from builder.images.recipes import QUALITY, WIDTHS_PX

_HIGHEST_PX = 16_383
"""Tallest picture that WebP can hold."""


def encode_renditions(data: bytes) -> tuple[Encoded, ...]:
    """A picture in each width up to its own, smallest first; never enlarged, never moving.

    Of an animated picture the first frame stands: nothing on a page moves.
    """
    picture = read_pixels(data, longest_side_px=WIDTHS_PX[-1])
    return tuple(_encode(picture, width) for width in plan_widths(*picture.size))


def plan_widths(width_px: int, height_px: int) -> tuple[int, ...]:
    """Widths for a picture of this size; one so tall that WebP cannot hold it becomes narrower."""
    fitting = max(1, min(width_px, WIDTHS_PX[-1], _HIGHEST_PX * width_px // height_px))
    return (*(width for width in WIDTHS_PX if width < fitting), fitting)


def _encode(picture: Image.Image, width_px: int) -> Encoded:
    """One size of a picture."""
    height_px = max(1, round(picture.height * width_px / picture.width))
    sized = picture.resize((width_px, min(height_px, _HIGHEST_PX)), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    sized.save(stream, "WEBP", quality=QUALITY, method=4)
    return Encoded(*sized.size, stream.getvalue())
