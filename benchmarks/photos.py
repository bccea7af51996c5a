"""Seeded photos: a post's number in, the same JPEG out each time."""

from __future__ import annotations

import io
import random

from PIL import Image, ImageDraw, ImageFilter

SIZE_PX = (1600, 1200)
_SHAPES = 60


def draw_photo(number: int) -> bytes:
    """Soft shapes in many colours, as hard to compress as a photo of a yard."""
    chance = random.Random(number)
    width, height = SIZE_PX
    picture = Image.new("RGB", SIZE_PX, _pick_colour(chance))
    pen = ImageDraw.Draw(picture)
    for _ in range(_SHAPES):
        left, top = chance.randrange(width), chance.randrange(height)
        reach = chance.randrange(40, 400)
        pen.ellipse((left, top, left + reach, top + reach), fill=_pick_colour(chance))
    stream = io.BytesIO()
    picture.filter(ImageFilter.GaussianBlur(3)).save(stream, "JPEG", quality=85)
    return stream.getvalue()


def _pick_colour(chance: random.Random) -> tuple[int, int, int]:
    """Any colour."""
    return chance.randrange(256), chance.randrange(256), chance.randrange(256)
