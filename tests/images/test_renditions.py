"""Renditions: upright, bare, in fitting widths."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from builder.images.recipes import RENDITIONS, WIDTHS_PX, PictureError
from builder.images.renditions import encode_renditions, plan_widths
from tests.images.pictures import draw, encoded, jpeg_from_phone, moving, srgb_profile


def opened(data: bytes) -> Image.Image:
    """The first rendition of a picture, opened again."""
    return Image.open(io.BytesIO(encode_renditions(data)[0].data))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((4000, 3000), (480, 960, 1600)),
        ((1200, 800), (480, 960, 1200)),
        ((480, 300), (480,)),
        ((300, 200), (300,)),
        ((1, 1), (1,)),
        ((1000, 40_000), (409,)),
    ],
)
def test_widths_never_enlarge(size: tuple[int, int], expected: tuple[int, ...]) -> None:
    """A picture is shown at most as wide as it is, and never too tall for WebP."""
    assert expected == plan_widths(*size)


def test_sizes_told_are_those_of_the_files() -> None:
    """Width and height of a rendition are what a browser will find."""
    made = encode_renditions(encoded(draw(1000, 500), "PNG"))

    assert [(one.width_px, one.height_px) for one in made] == [
        Image.open(io.BytesIO(one.data)).size for one in made
    ]


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, (5, 5)), (3, (390, 290)), (6, (290, 5)), (8, (5, 390))],
)
def test_pictures_are_turned_upright(orientation: int, corner: tuple[int, int]) -> None:
    """The blue corner stands where the camera's orientation puts it."""
    picture = opened(jpeg_from_phone(orientation=orientation)).convert("RGB")
    red, _, blue = picture.getpixel(corner)

    assert (True, True) == (blue > 200, red < 80)


def test_nothing_but_pixels_is_left() -> None:
    """Place, device and comments never reach the site."""
    data = encode_renditions(jpeg_from_phone())[0].data
    found = [word for word in (b"PhoneMaker", b"secret-comment", b"Exif", b"EXIF") if word in data]

    assert [] == found


def test_a_profile_is_converted_and_left_out() -> None:
    """Renditions are sRGB, which browsers assume without a profile."""
    picture = opened(encoded(draw(60, 40), "PNG", icc_profile=srgb_profile()))

    assert (None, (200, 30, 30)) == (
        picture.info.get("icc_profile"),
        tuple(round(band, -1) for band in picture.convert("RGB").getpixel((50, 30))),
    )


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("CMYK", (30, 20), (0, 255, 255, 0)),
        Image.new("L", (30, 20), 128),
        Image.new("1", (30, 20), 1),
    ],
)
def test_other_colour_spaces_become_rgb(picture: Image.Image) -> None:
    """Print colours and greys are shown too."""
    file_format = "JPEG" if picture.mode == "CMYK" else "PNG"

    assert "RGB" == opened(encoded(picture, file_format)).mode


def test_sixteen_bits_are_scaled() -> None:
    """A grey of 16 bits stays grey; cutting it off would make it white."""
    picture = opened(encoded(Image.new("I;16", (30, 20), 32_768), "PNG"))

    assert 128 == pytest.approx(picture.convert("L").getpixel((5, 5)), abs=2)


def test_transparency_stays() -> None:
    """A logo keeps its transparent ground."""
    picture = opened(encoded(Image.new("RGBA", (30, 20), (10, 20, 30, 0)), "PNG"))

    assert 0 == picture.convert("RGBA").getpixel((5, 5))[3]


@pytest.mark.parametrize("file_format", ["GIF", "WEBP"])
def test_a_moving_picture_stands_still(file_format: str) -> None:
    """Of an animation the first frame is shown."""
    picture = opened(moving(file_format))

    assert 1 == getattr(picture, "n_frames", 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture-broken"),
        (b"not a picture at all", "picture-unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-unreadable"),
        (jpeg_from_phone()[:900], "picture-broken"),
        (encoded(draw(300, 300), "PNG")[:200], "picture-broken"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "picture-heic-unread"),
    ],
)
def test_what_cannot_be_shown_is_named(
    data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each reason has its code."""
    monkeypatch.setitem(__import__("sys").modules, "pillow_heif", None)
    with pytest.raises(PictureError) as caught:
        encode_renditions(data)

    assert code == caught.value.code


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Size is judged by the file's head."""
    monkeypatch.setattr("builder.images.opening.PIXEL_LIMIT", 999)
    with pytest.raises(PictureError) as caught:
        encode_renditions(encoded(draw(100, 100), "PNG"))

    assert "picture-too-large" == caught.value.code


def test_the_recipe_names_its_widths() -> None:
    """Other widths give other names, so that no old file is taken for a new one."""
    assert all(str(width) in RENDITIONS for width in WIDTHS_PX)
