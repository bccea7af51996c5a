"""A body's text → the anchors that a link may lead to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from builder.model.addresses import slug_of
from builder.reading.bodies.headings import Heading
from builder.reading.bodies.html import Tag
from builder.reading.bodies.text import BodyText

_BRACES = re.compile(r"\{([^{}\n]*)\}")
_OWN_ID = re.compile(r"#([^\s#]+)")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_SIGNS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)|<[^<>]*>")
_NOT_WORD = re.compile(r"[^\w\s-]")
_RUNS = re.compile(r"[-\s]+")
_COUNTED = re.compile(r"_\d+$")


def read_anchors(
    text: BodyText, tags: Sequence[Tag], headings: Sequence[Heading]
) -> frozenset[str]:
    """Anchors of a body, lower case: ids of tags and attribute lists, and those made of headings.

    Which slug a heading gets is a setting of Markdown's table of contents; the
    slugs of all usual settings are given, so that no sound link is blamed.
    """
    ids = {one.value for tag in tags for one in tag.attributes if one.name in ("id", "name")}
    for braces in _BRACES.finditer(text.masked):
        ids.update(_OWN_ID.findall(braces[1]))
    for heading in headings:
        ids.update(_slugs_of(heading.words))
    return frozenset(one.lower() for one in ids)


def has_anchor(anchors: frozenset[str], anchor: str) -> bool:
    """Whether a link with this anchor leads somewhere; footnotes and the page's top always do."""
    folded = unicodedata.normalize("NFC", anchor).lower()
    is_made = folded in ("", "top") or folded.startswith(("fn:", "fnref:"))
    return is_made or folded in anchors or _COUNTED.sub("", folded) in anchors


def _slugs_of(heading: str) -> tuple[str, ...]:
    """Slugs that usual settings make of a heading: ASCII alone, all letters, and ours."""
    words = _SIGNS.sub("", _LINK.sub(r"\1", _BRACES.sub("", heading)))
    ascii_words = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return _plain_slug(ascii_words), _plain_slug(words), slug_of(words)


def _plain_slug(words: str) -> str:
    """Slug as Python-Markdown makes it of words."""
    return _RUNS.sub("-", _NOT_WORD.sub("", words).strip().lower())
