"""Canonical HTML, as the sanitiser writes it: tags, headings, and what Markdown would touch."""

from __future__ import annotations

import re

Attributes = dict[str, str]
"""Name → value, escaped as it stands in the markup."""

TAG = re.compile(
    r'<(?P<name>a|img|audio|video|source|track)(?P<attributes>(?:\s[^\s=>"]+="[^"]*")*)>'
)
"""A tag that carries addresses."""

_ATTRIBUTE = re.compile(r'\s([^\s=>"]+)="([^"]*)"')
_HEADING = re.compile(r"(</?h)([1-6])\b")
_FENCE = re.compile(r"`{3,}|~{3,}")
_BLANK_LINE = re.compile(r"(?<=\n)[ ]+(?=\n)")


def read_attributes(text: str) -> Attributes:
    """Attributes of a canonical tag, in order."""
    return dict(_ATTRIBUTE.findall(text))


def write_tag(name: str, attributes: Attributes) -> str:
    """A start tag."""
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>"


def shift_headings(html: str) -> str:
    """Move all headings by the same step, so that the highest is h2."""
    levels = [int(level) for _, level in _HEADING.findall(html)]
    step = 2 - min(levels, default=2)
    if not step:
        return html
    return _HEADING.sub(lambda one: f"{one[1]}{min(int(one[2]) + step, 6)}", html)


def protect_from_markdown(html: str) -> str:
    """The same HTML with nothing that an engine's own Markdown would read.

    Staged engines pass our HTML through their Markdown as one raw block, but
    fences, snippets, tabs and blank lines are looked for before blocks are.
    """
    if "```" in html or "~~~" in html:
        html = _FENCE.sub(lambda one: "".join(f"&#{ord(sign)};" for sign in one[0]), html)
    if "\n " in html:
        html = _BLANK_LINE.sub(lambda one: f"&#32;{one[0][1:]}", html)
    return html.replace("\t", "&#9;").replace("-8&lt;-", "&#45;8&lt;-")
