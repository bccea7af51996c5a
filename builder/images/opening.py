"""Bytes of a picture → its pixels, upright and in sRGB."""

from __future__ import annotations

import io
import struct
from importlib import import_module

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from builder.images.recipes import PictureError

FORMATS = ("JPEG", "MPO", "PNG", "WEBP", "GIF", "HEIF", "AVIF")
"""What is read; MPO is the JPEG of phones that keep a second picture in the file."""

PIXEL_LIMIT = 90_000_000
"""Most pixels of a picture that must be unpacked whole; more is a decompression bomb."""

JPEG_PIXEL_LIMIT = 250_000_000
"""A JPEG is unpacked at a fraction of its size, so a 200 megapixel phone is welcome."""

BROKEN = (
    *(OSError, SyntaxError, ValueError, EOFError, OverflowError, RuntimeError),
    *(LookupError, struct.error, Image.DecompressionBombError),
)
"""What Pillow raises for bytes that break off or contradict themselves."""

_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")

# Our own limits, told per picture with its file, stand in for Pillow's warning.
Image.MAX_IMAGE_PIXELS = None


def open_picture(data: bytes) -> Image.Image:
    """Open a picture by its content, whatever its name says; pixels are not read yet."""
    if not data:
        raise PictureError("picture-broken")
    _admit_heif(data)
    try:
        Image.init()
        readable = [name for name in FORMATS if name in Image.OPEN]
        picture = Image.open(io.BytesIO(data), formats=readable)
    except UnidentifiedImageError as error:
        raise PictureError("picture-unreadable") from error
    except BROKEN as error:
        raise PictureError("picture-broken") from error
    limit = JPEG_PIXEL_LIMIT if picture.format in ("JPEG", "MPO") else PIXEL_LIMIT
    if picture.width * picture.height > limit:
        raise PictureError("picture-too-large")
    return picture


def read_pixels(data: bytes, *, longest_side_px: int) -> Image.Image:
    """Pixels of a picture's first frame: upright, sRGB, without any metadata.

    A JPEG may be unpacked smaller, never below twice `longest_side_px`.
    """
    picture = open_picture(data)
    try:
        picture.draft(None, (2 * longest_side_px, 2 * longest_side_px))
        picture.load()
        upright = ImageOps.exif_transpose(picture)
        return strip_info(_to_srgb(upright))
    except BROKEN as error:
        raise PictureError("picture-broken") from error


def strip_info(picture: Image.Image) -> Image.Image:
    """The same pixels with nothing else: writers would copy comments and profiles along."""
    bare = picture.copy()
    bare.info = {}
    return bare


def _to_srgb(picture: Image.Image) -> Image.Image:
    """RGB or RGBA pixels in the colours of the web; an embedded profile is converted."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, source, target, outputMode=mode)
            return converted if converted is not None else picture.convert(mode)
        except (ImageCms.PyCMSError, OSError):
            # A profile that contradicts the picture: its colours as they stand are the best guess.
            return picture.convert(mode)
    if picture.mode.startswith("I"):
        # 16 bits a pixel: Pillow would cut them off at 255 instead of scaling.
        picture = picture.convert("I").point(lambda one: one / 256)
    return picture.convert(mode)


def _admit_heif(data: bytes) -> None:
    """Teach Pillow to read HEIC where the extra is installed; PictureError where it is missing."""
    if data[4:8] != b"ftyp" or data[8:12] not in _HEIF_BRANDS:
        return
    try:
        heif = import_module("pillow_heif")
    except ImportError as error:
        raise PictureError("picture-heic-unread") from error
    heif.register_heif_opener()
