"""A body's text → its raw HTML tags, and what of them will not reach the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from builder.model.allowed_html import (
    ADDRESS_ATTRIBUTES,
    ALLOWED_ATTRIBUTES,
    ALLOWED_STYLES,
    ALLOWED_TAGS,
    DROPPED_WITH_CONTENT,
    INPUT_TYPES,
    is_allowed_frame,
    is_safe_address,
)
from builder.model.problems import Problem, Severity
from builder.reading.bodies.text import BodyText, blank_out

_TAG = re.compile(r"<(?<!\]\(<)(?<!\]: <)([A-Za-z][^\s/<>]*)")
"""Start of a tag; `](<` and `]: <` start an address. Its sign comes first, by which it is found
at a machine's speed."""

_ATTRIBUTE = re.compile(
    r"""[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?"""
)
_END = re.compile(r"[\s/]*>")
_BRACES = re.compile(r"\{:?([^{}\n]+)\}")
_OF_MARKDOWN = frozenset({"markdown"})
"""Attributes that Markdown itself takes away."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a raw tag."""

    position: int
    name: str
    """Lower case."""

    value: str
    """With its character references read."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A raw opening tag."""

    position: int
    end: int
    name: str
    """Lower case."""

    attributes: tuple[Attribute, ...]

    def value_of(self, name: str) -> str | None:
        """Value of an attribute; None where the tag has none of the name."""
        return next((one.value for one in self.attributes if one.name == name), None)


def read_tags(text: BodyText) -> tuple[str, tuple[Tag, ...]]:
    """The masked text without what goes with its tag, and its opening tags in order."""
    masked = text.masked
    parts: list[str] = []
    tags: list[Tag] = []
    done = 0
    for tag in _find_tags(masked):
        if tag.position < done:
            continue
        tags.append(tag)
        if tag.name in DROPPED_WITH_CONTENT:
            end = _closing_tag(masked, tag)
            parts += (masked[done : tag.end], blank_out(masked[tag.end : end]))
            done = end
    return "".join((*parts, masked[done:])), tuple(tags)


def check_tags(
    text: BodyText, tags: Sequence[Tag], frames_from: Sequence[str]
) -> Iterator[Problem]:
    """A warning for each tag and attribute that will not reach the site."""
    for tag in tags:
        code = _refused_tag(tag)
        if code is not None:
            yield _warning(text, code, tag.position, tag=tag.name)
            continue
        frame = tag.value_of("src") or ""
        if tag.name == "iframe" and not is_allowed_frame(frame, frames_from):
            yield _warning(text, "html-frame", tag.position, address=frame)
            continue
        for attribute in tag.attributes:
            yield from _check_attribute(text, tag.name, attribute)


def check_attribute_lists(text: BodyText) -> Iterator[Problem]:
    """A warning for each attribute of a Markdown list, `{: key=value }`, that is harmful."""
    for braces in _BRACES.finditer(text.masked):
        for one in _ATTRIBUTE.finditer(braces[1]):
            value = one[2] or one[3] or one[4]
            if value is None:
                continue
            at = braces.start(1) + one.start(1)
            yield from _check_value(text, Attribute(at, one[1].lower(), unescape(value)))


def _find_tags(text: str) -> Iterator[Tag]:
    """Opening tags in order; a `<` that never closes is none."""
    position = 0
    while found := _TAG.search(text, position):
        position, attributes = found.end(), []
        while one := _ATTRIBUTE.match(text, position):
            value = one[2] or one[3] or one[4] or ""
            attributes.append(Attribute(one.start(1), one[1].lower(), unescape(value)))
            position = one.end()
        end = _END.match(text, position)
        is_autolink = "@" in found[1] or text.startswith("://", found.end() - 1)
        if end is None or is_autolink:
            continue
        position = end.end()
        yield Tag(found.start(), position, found[1].lower(), tuple(attributes))


def _closing_tag(text: str, tag: Tag) -> int:
    """End of what goes with a tag: behind its closing tag, else the end of the text."""
    closing = re.compile(rf"</{re.escape(tag.name)}[^<>]*>", re.IGNORECASE).search(text, tag.end)
    return closing.end() if closing else len(text)


def _refused_tag(tag: Tag) -> str | None:
    """Code of the problem of a tag that goes whatever its attributes are."""
    if tag.name in DROPPED_WITH_CONTENT:
        return "html-script"
    if tag.name not in ALLOWED_TAGS:
        return "html-tag"
    if tag.name == "input" and (tag.value_of("type") or "text").lower() not in INPUT_TYPES:
        return "html-tag"
    return None


def _check_attribute(text: BodyText, tag: str, attribute: Attribute) -> Iterator[Problem]:
    """A warning where an attribute of a tag, or a part of its value, goes."""
    if attribute.name.startswith("on") or _is_allowed(tag, attribute.name):
        yield from _check_value(text, attribute)
    else:
        details = {"attribute": attribute.name, "tag": tag}
        yield _warning(text, "html-attribute", attribute.position, **details)


def _check_value(text: BodyText, attribute: Attribute) -> Iterator[Problem]:
    """A warning where an attribute is harmful on any tag."""
    if attribute.name.startswith("on"):
        yield _warning(text, "html-event", attribute.position, attribute=attribute.name)
    elif attribute.name == "style":
        yield from _check_style(text, attribute)
    elif attribute.name in ADDRESS_ATTRIBUTES and not _is_safe(attribute):
        yield _warning(text, "html-address", attribute.position, address=attribute.value.strip())


def _is_allowed(tag: str, attribute: str) -> bool:
    """Whether an attribute of this lower-case name may stand on a tag."""
    own = ALLOWED_ATTRIBUTES.get(tag, frozenset())
    return attribute in _OF_MARKDOWN or any(
        attribute == allowed.lower() for allowed in (*own, *ALLOWED_ATTRIBUTES["*"])
    )


def _check_style(text: BodyText, attribute: Attribute) -> Iterator[Problem]:
    """A warning for each property of a `style` that goes."""
    for part in attribute.value.split(";"):
        name = part.partition(":")[0].strip().lower()
        if name and name not in ALLOWED_STYLES:
            yield _warning(text, "html-style", attribute.position, style=part.strip())


def _is_safe(attribute: Attribute) -> bool:
    """Whether all addresses of an attribute may stay."""
    if attribute.name != "srcset":
        return is_safe_address(attribute.value)
    return all(is_safe_address(one) for one in attribute.value.split(","))


def _warning(text: BodyText, code: str, position: int, **details: str) -> Problem:
    """Warning of what goes at a place of the body."""
    return Problem(code, text.place(position), details, Severity.WARNING)
