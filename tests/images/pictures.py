"""Small pictures for tests, drawn here."""

from __future__ import annotations

import io

from PIL import Image, ImageCms


def draw(
    width_px: int, height_px: int, *, mode: str = "RGB", colour: object = (200, 30, 30)
) -> Image.Image:
    """A picture of one colour with a blue top left corner, so that turning it shows."""
    picture = Image.new(mode, (width_px, height_px), colour)
    picture.paste((0, 0, 255), (0, 0, width_px // 4, height_px // 4))
    return picture


def jpeg_from_phone(width_px: int = 400, height_px: int = 300, *, orientation: int = 6) -> bytes:
    """A JPEG with place, device, comment and an orientation."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "PhoneMaker"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 30.0)
    stream = io.BytesIO()
    draw(width_px, height_px).save(stream, "JPEG", exif=exif, comment=b"secret-comment", quality=95)
    return stream.getvalue()


def encoded(picture: Image.Image, file_format: str, **options: object) -> bytes:
    """Bytes of a picture in a format."""
    stream = io.BytesIO()
    picture.save(stream, file_format, **options)
    return stream.getvalue()


def moving(file_format: str) -> bytes:
    """A picture of two frames, red and then green."""
    red, green = Image.new("RGB", (20, 10), (255, 0, 0)), Image.new("RGB", (20, 10), (0, 255, 0))
    return encoded(red, file_format, save_all=True, append_images=[green], duration=200, loop=0)


def srgb_profile() -> bytes:
    """The profile of sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
