"""The HTML that a text may carry: `reading` tells of the rest, `pages` removes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

ALLOWED_TAGS = frozenset(
    {
        *("a", "abbr", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "center"),
        *("cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt"),
        *("em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe"),
        *("img", "input", "ins", "kbd", "label", "li", "mark", "nav", "ol", "p", "path"),
        *("picture", "pre", "q", "s", "samp", "section", "small", "source", "span", "strike"),
        *("strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "time", "tr", "track", "tt", "u", "ul", "var", "video", "wbr"),
    }
)
"""Tags that stay; of any other the tag goes and what it encloses stays."""

DROPPED_WITH_CONTENT = frozenset({"script", "style", "template", "noscript", "title", "textarea"})
"""Tags that go with all they enclose."""

ALLOWED_ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "*": frozenset(
            {
                *("class", "dir", "id", "lang", "role", "style", "title"),
                *("aria-describedby", "aria-hidden", "aria-label", "aria-labelledby"),
            }
        ),
        "a": frozenset({"download", "href", "hreflang", "name", "target"}),
        "audio": frozenset({"controls", "loop", "muted", "preload", "src"}),
        "blockquote": frozenset({"cite"}),
        "col": frozenset({"align", "span", "width"}),
        "colgroup": frozenset({"align", "span", "width"}),
        "del": frozenset({"cite", "datetime"}),
        "details": frozenset({"open"}),
        "div": frozenset({"align", "data-tabs"}),
        "iframe": frozenset(
            {"allow", "allowfullscreen", "frameborder", "height", "loading", "src", "width"}
        ),
        "img": frozenset({"align", "alt", "height", "loading", "sizes", "src", "srcset", "width"}),
        "input": frozenset({"checked", "disabled", "name", "type"}),
        "ins": frozenset({"cite", "datetime"}),
        "label": frozenset({"for"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"reversed", "start", "type"}),
        "p": frozenset({"align"}),
        "path": frozenset({"d", "fill"}),
        "q": frozenset({"cite"}),
        "source": frozenset({"height", "media", "sizes", "src", "srcset", "type", "width"}),
        "svg": frozenset({"height", "viewBox", "width", "xmlns"}),
        "table": frozenset({"align", "border", "cellpadding", "cellspacing", "summary", "width"}),
        "tbody": frozenset({"align", "valign"}),
        "td": frozenset({"align", "colspan", "headers", "rowspan", "valign", "width"}),
        "tfoot": frozenset({"align", "valign"}),
        "th": frozenset({"align", "colspan", "headers", "rowspan", "scope", "valign", "width"}),
        "thead": frozenset({"align", "valign"}),
        "time": frozenset({"datetime"}),
        "tr": frozenset({"align", "valign"}),
        "track": frozenset({"default", "kind", "label", "src", "srclang"}),
        "video": frozenset(
            {
                "controls",
                "height",
                "loop",
                "muted",
                "playsinline",
                "poster",
                "preload",
                "src",
                "width",
            }
        ),
    }
)
"""Tag → attributes that stay on it; those of `*` stay on every tag."""

ALLOWED_STYLES = frozenset(
    {
        *("font-style", "font-weight", "list-style-type", "max-width"),
        *("text-align", "text-decoration", "vertical-align", "width"),
    }
)
"""Properties that stay in a `style`: none of them can lift a box out of the text's flow."""

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Schemes of addresses; an address without a scheme stays."""

ADDRESS_ATTRIBUTES = frozenset({"cite", "href", "poster", "src", "srcset"})
"""Attributes whose value is an address, or for `srcset` a list of them."""

INPUT_TYPES = frozenset({"checkbox", "radio"})
"""Inputs that task lists and tabs are made of; an input of another type goes."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]+")


def scheme_of(address: str) -> str | None:
    """Scheme of an address as a browser reads it, lower case; None: it has none.

    A browser skips blanks and control characters within it.
    """
    found = _SCHEME.match(_UNSEEN.sub("", address))
    return found[1].lower() if found else None


def is_safe_address(address: str) -> bool:
    """Whether an address may stay: it has no scheme, or one of `ALLOWED_SCHEMES`."""
    return (scheme_of(address) or "https") in ALLOWED_SCHEMES


def is_allowed_frame(address: str, frames_from: Iterable[str]) -> bool:
    """Whether a frame may show an address: its host, and path where one is named, are listed.

    A listed path stands for all below it: `www.google.com/maps` allows
    `https://www.google.com/maps/embed?pb=…` and not `/mapsx`.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    if parts.scheme not in ("", "http", "https") or not parts.hostname:
        return False
    if ".." in unquote(parts.path).split("/"):
        return False
    shown = f"{parts.hostname}{parts.path}/"
    return any(shown.startswith(f"{listed.strip('/').lower()}/") for listed in frames_from)
