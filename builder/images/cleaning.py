"""Bytes of a picture on a hand-written page → the same picture, upright and without metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from PIL import ExifTags, Image, ImageOps

from builder.images.encoded import Encoded
from builder.images.opening import BROKEN, open_picture
from builder.images.recipes import PictureError

_WRITERS: Final = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "GIF": "GIF"}
_QUALITY: Final = 92


def clean_picture(data: bytes) -> Encoded:
    """The picture in its own format, upright, with its colour profile and nothing else told.

    Moving pictures go on moving. HEIC and AVIF: PictureError, since few
    browsers show the one and the other's metadata cannot be told apart.
    """
    picture = open_picture(data)
    writer = _WRITERS.get(picture.format or "")
    if writer is None:
        raise PictureError("picture-not-for-web")
    try:
        return Encoded(*_upright_size(picture), _write(picture, writer))
    except BROKEN as error:
        raise PictureError("picture-broken") from error


def _write(picture: Image.Image, writer: str) -> bytes:
    """Write each frame anew; what is not pixels, colour, transparency or timing stays behind."""
    stream = io.BytesIO()
    if getattr(picture, "n_frames", 1) > 1 and writer != "JPEG":
        durations = [int(frame.info.get("duration", 100)) for frame in _list_frames(picture)]
        first, *others = [_bare(frame) for frame in _list_frames(picture)]
        first.save(
            stream,
            writer,
            save_all=True,
            append_images=others,
            duration=durations,
            loop=int(picture.info.get("loop", 1)),
        )
        return stream.getvalue()
    profile = picture.info.get("icc_profile")
    upright = _bare(ImageOps.exif_transpose(picture))
    options = {"quality": _QUALITY} if writer in ("JPEG", "WEBP") else {}
    upright.save(stream, writer, icc_profile=profile, **options)
    return stream.getvalue()


def _list_frames(picture: Image.Image) -> Iterator[Image.Image]:
    """The picture at each of its frames.

    A frame must fit into the picture (GIF89a, section 20). Pillow would let it
    grow to 65,535 pixels on each side instead.
    """
    size = picture.size
    for number in range(getattr(picture, "n_frames", 1)):
        picture.seek(number)
        if picture.size != size:
            raise PictureError("picture-broken")
        yield picture


def _upright_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height once the picture is turned upright; orientations 5 to 8 lie on a side."""
    is_lying = picture.getexif().get(ExifTags.Base.Orientation, 1) in range(5, 9)
    return (picture.height, picture.width) if is_lying else picture.size


def _bare(picture: Image.Image) -> Image.Image:
    """The same pixels with their transparency and without the rest of what the file said."""
    bare = picture.copy()
    bare.info = {name: picture.info[name] for name in ("transparency",) if name in picture.info}
    return bare
