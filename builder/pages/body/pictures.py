"""A picture with its renditions → the attributes and the figure that show it."""

from __future__ import annotations

from html import escape

from builder.locale import say
from builder.model.site import Picture, Rendition
from builder.pages.links import relative_address

SHOWN_WIDTH = 960
"""Width in pixels that a browser without `srcset` loads."""

_BODY_SIZES = "(min-width: 45em) 40rem, (min-resolution: 2.5dppx) 66vw, 100vw"
"""Width of a picture in a text, for the browser's choice; templates know those of others.

Nobody sees all of a dense phone's pixels: of three, two are enough, and half the bytes.
"""


def shown_rendition(picture: Picture) -> Rendition:
    """The rendition that stands in `src`."""
    fitting = [one for one in picture.renditions if one.width_px <= SHOWN_WIDTH]
    return fitting[-1] if fitting else picture.renditions[0]


def largest_rendition(picture: Picture) -> Rendition:
    """The rendition that a click opens and that other sites show."""
    return picture.renditions[-1]


def compose_srcset(picture: Picture, page: str) -> str:
    """All renditions with their widths, as addresses relative to `page`."""
    return ", ".join(
        f"{relative_address(one.address, page)} {one.width_px}w" for one in picture.renditions
    )


def picture_meta(picture: Picture, alt: str) -> dict[str, object]:
    """What a template needs to show a picture; addresses are from the site's root."""
    shown = shown_rendition(picture)
    return {
        "src": shown.address,
        "srcset": [{"address": one.address, "width": one.width_px} for one in picture.renditions],
        "width": shown.width_px,
        "height": shown.height_px,
        "large": largest_rendition(picture).address,
        "alt": alt,
    }


def compose_image(picture: Picture, alt: str, page: str) -> str:
    """The `<img>` of a text."""
    shown = shown_rendition(picture)
    return (
        f'<img src="{relative_address(shown.address, page)}"'
        f' srcset="{compose_srcset(picture, page)}" sizes="{_BODY_SIZES}"'
        f' width="{shown.width_px}" height="{shown.height_px}"'
        f' alt="{escape(alt)}" loading="lazy" decoding="async">'
    )


def compose_figure(picture: Picture, alt: str, caption: str, page: str, language: str) -> str:
    """A picture on lines of its own; `caption` is HTML, empty where there is none."""
    large = relative_address(largest_rendition(picture).address, page)
    name = "" if alt else f' aria-label="{escape(say("picture-open", language))}"'
    shown = compose_image(picture, alt, page)
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="so-photo"><a href="{large}"{name}>{shown}</a>{below}</figure>'
