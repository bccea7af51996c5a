"""HTML of a text → the same HTML with nothing in it that the allow-list doesn't name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import nh3

from builder.model.allowed_html import (
    ALLOWED_ATTRIBUTES,
    ALLOWED_SCHEMES,
    ALLOWED_STYLES,
    ALLOWED_TAGS,
    DROPPED_WITH_CONTENT,
    INPUT_TYPES,
)
from builder.pages.links import is_elsewhere

_LOADED = {"iframe", "audio", "video", "source", "track"}
_FRAME = re.compile(r"(<iframe\b[^>]*>).*?</iframe>", re.DOTALL)
_INPUT = re.compile(r"<input\b[^>]*>")
_INPUT_TYPE = re.compile(r'\stype="([^"]*)"')
_FRAME_CLASSES = re.compile(r"(?:so|md)-(?!button)")


class Sanitiser:
    """Keeps what posts.md (Text) allows; the markup of the answer is canonical HTML.

    nh3 parses as browsers do and writes it anew: every attribute in double
    quotes, every `<` and `>` of a text or a value as an entity, no comments.
    """

    def __init__(self, frames_from: Sequence[str]) -> None:
        """Take the hosts, maybe with a path, from which a text may load frames and media."""
        self._frames_from = tuple(frames_from)
        self._cleaner = nh3.Cleaner(
            tags=set(ALLOWED_TAGS),
            clean_content_tags=set(DROPPED_WITH_CONTENT),
            attributes={tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items()},
            attribute_filter=self._filter,
            link_rel=None,
            url_schemes=set(ALLOWED_SCHEMES),
            filter_style_properties=set(ALLOWED_STYLES),
        )

    def clean(self, html: str) -> str:
        """Remove what may not stay."""
        clean = _FRAME.sub(_keep_frame, self._cleaner.clean(html))
        return _INPUT.sub(_keep_input, clean)

    def _filter(self, tag: str, name: str, value: str) -> str | None:
        """Drop sources of other hosts and the classes of the page's own frame."""
        if name == "srcset":
            # Pictures get theirs from us; nh3 doesn't look at the addresses in it.
            return None
        if name in ("src", "poster") and tag in _LOADED:
            return value if self._may_load(value, frame=tag == "iframe") else None
        if name == "class":
            kept = [one for one in value.split() if not _FRAME_CLASSES.match(one)]
            return " ".join(kept) or None
        return value

    def _may_load(self, address: str, *, frame: bool) -> bool:
        """Whether a frame or a recording may come from an address."""
        if not is_elsewhere(address):
            return not frame
        parts = urlsplit(address.strip())
        if parts.scheme not in ("https", "http", "") or "\\" in address:
            return False
        place = f"{parts.hostname}{parts.path}"
        return any(
            place == one or place.startswith(f"{one.rstrip('/')}/") for one in self._frames_from
        )


def _keep_frame(found: re.Match[str]) -> str:
    """A frame that shows something, without the words that stood in it: no browser shows them."""
    return f"{found[1]}</iframe>" if ' src="' in found[1] else ""


def _keep_input(found: re.Match[str]) -> str:
    """An input of a task list or of tabs; of any other nothing."""
    kind = _INPUT_TYPE.search(found[0])
    return found[0] if kind and kind[1] in INPUT_TYPES else ""
