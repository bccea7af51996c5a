"""Pictures of hand-written pages: same format, upright, bare."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from builder.images.cleaning import clean_picture
from builder.images.recipes import PictureError
from tests.images.pictures import draw, encoded, jpeg_from_phone, moving, srgb_profile


def opened(data: bytes) -> Image.Image:
    """A cleaned picture, opened again."""
    return Image.open(io.BytesIO(clean_picture(data).data))


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_the_format_stays(file_format: str) -> None:
    """A page's address of its picture keeps its meaning."""
    assert file_format == opened(encoded(draw(40, 20), file_format)).format


def test_pictures_are_upright_and_bare() -> None:
    """Orientation is applied, then everything personal goes."""
    cleaned = clean_picture(jpeg_from_phone(400, 300, orientation=6)).data

    assert ((300, 400), False, False) == (
        Image.open(io.BytesIO(cleaned)).size,
        b"PhoneMaker" in cleaned,
        b"secret-comment" in cleaned,
    )


def test_colours_stay() -> None:
    """The profile belongs to the colours and is kept."""
    profile = srgb_profile()

    assert profile == opened(encoded(draw(40, 20), "PNG", icc_profile=profile)).info["icc_profile"]


@pytest.mark.parametrize("file_format", ["GIF", "WEBP", "PNG"])
def test_moving_pictures_go_on_moving(file_format: str) -> None:
    """What a page's author put there moves as before."""
    picture = opened(moving(file_format))

    assert (2, 200) == (picture.n_frames, picture.info.get("duration", 200))


def test_transparency_stays() -> None:
    """A GIF with a transparent colour keeps it."""
    picture = Image.new("P", (20, 10), 0)
    picture.putpalette([255, 0, 0, 0, 255, 0])

    assert 0 == opened(encoded(picture, "GIF", transparency=0)).info["transparency"]


def test_what_browsers_do_not_show_is_named() -> None:
    """A format that cannot be cleaned in place is refused."""
    with pytest.raises(PictureError) as caught:
        clean_picture(encoded(draw(40, 20), "AVIF"))

    assert "picture-not-for-web" == caught.value.code


def test_a_frame_that_leaves_its_picture_is_not_unpacked() -> None:
    """A later frame of a GIF can claim 65,535 pixels on each side."""
    data = moving("GIF")
    frame = data.rindex(b"\x2c" + bytes(4))
    claimed = data[: frame + 5] + b"\xff\xff\xff\xff" + data[frame + 9 :]
    with pytest.raises(PictureError) as raised:
        clean_picture(claimed)

    assert "picture-broken" == raised.value.code


def test_the_size_told_is_that_of_the_file() -> None:
    """Width and height are those of the picture as it is turned."""
    made = clean_picture(jpeg_from_phone(400, 300, orientation=8))

    assert Image.open(io.BytesIO(made.data)).size == (made.width_px, made.height_px)
