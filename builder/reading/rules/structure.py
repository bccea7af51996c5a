"""Headings, links and tables of a text → those that somebody who listens to it can't find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.reading.bodies.scan import Body
from builder.reading.rules.enclosures import Enclosures
from builder.reading.rules.findings import Finding
from builder.reading.rules.rule import Rule
from builder.reading.rules.text import ReviewedText
from builder.reading.source.yaml_nodes import shorten

_RAW_HEADING = re.compile(r"h[1-6]")
_WORD = re.compile(r"\w+")
_NAMELESS = frozenset(
    {
        *("bài", "bấm", "cập", "chi", "chỉ", "click", "dẫn", "đây", "đính", "đọc", "đường"),
        *("file", "hãy", "here", "kèm", "khảo", "kích", "liên", "kết", "link", "lòng", "mời"),
        *("more", "này", "nhấn", "nhấp", "nữa", "ở", "read", "see", "tải", "tại", "tệp", "tham"),
        *("thêm", "tiếp", "tiết", "trang", "truy", "về", "vào", "vui", "xem", "xuống"),
    }
)
"""A link made of these alone tells what to do and not where it leads: “xem thêm tại đây”."""

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'|]+", re.IGNORECASE)
_BEHIND_MARK = re.compile(r"\]\(\s*<?$|\]:\s*<?$|[\"'=]$|[\w/]$")
"""What stands before an address that isn't shown: a link's, a definition's, an attribute's."""

_LOOK_BACK = 8
_PICTURE = "!["
_MARKS_OF_ROW = frozenset("|:- \t")


def find_heading_jumps(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `heading-jump`: a heading more than one level below the one before it.

    The highest heading of a text stands right below the page's title, whatever
    its sign is.
    """
    found = [(one.position, one.level, one.words) for one in text.body.headings]
    found += _list_raw_headings(text.body)
    highest = min((level for _, level, _ in found), default=1)
    before = highest - 1
    for position, level, words in sorted(found):
        if level > before + 1:
            details = {"written": shorten(words), "sign": "#" * level, "wanted": "#" * (before + 1)}
            yield Finding("heading-jump", text.body.text.place(position), details)
        before = level


def find_nameless_links(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `link-text`: links that don't say where they lead, and bare addresses."""
    body, enclosed = text.body, Enclosures(text.body)
    tags = {one.position: one for one in body.tags}
    for pointer in body.pointers:
        tag = tags.get(pointer.position)
        if pointer.is_picture or (tag is not None and tag.name != "a"):
            continue
        words = pointer.words if tag is None else enclosed.words_within(tag)
        if _PICTURE in words or "<img" in words:
            continue
        if _is_nameless(words):
            details = {"written": shorten(words.strip() or pointer.address)}
            yield Finding("link-text", body.text.place(pointer.position), details)
    if "://" in text.lowered:
        yield from _find_bare_addresses(body, enclosed)


def _is_nameless(words: str) -> bool:
    """Whether words of a link are none, or only tell what to do; a number behind them adds nothing.

    A number alone may be a year's.
    """
    found = _WORD.findall(words.lower())
    return not found or (
        not _NAMELESS.isdisjoint(found)
        and _NAMELESS.issuperset(one for one in found if not one.isdigit())
    )


def find_headless_tables(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `table-header`: tables whose columns have no names."""
    body, enclosed = text.body, Enclosures(text.body)
    for tag in body.tags:
        if tag.name == "table" and not enclosed.has_within(tag, "th"):
            yield Finding("table-header", body.text.place(tag.position))
    if "|" not in body.text.masked:
        return
    lines = body.text.masked.split("\n")
    for row, line in enumerate(lines):
        is_rule = "|" in line and "-" in line and _MARKS_OF_ROW.issuperset(line)
        if is_rule and row and "|" in lines[row - 1] and not lines[row - 1].strip("| \t*_"):
            yield Finding("table-header", body.text.place(body.text.starts[row - 1]))


def _list_raw_headings(body: Body) -> list[tuple[int, int, str]]:
    """Place, level and words of the headings that are written as tags."""
    tags = (one for one in body.tags if _RAW_HEADING.fullmatch(one.name))
    enclosed = Enclosures(body)
    return [(one.position, int(one.name[1]), enclosed.words_within(one)) for one in tags]


def _find_bare_addresses(body: Body, enclosed: Enclosures) -> Iterator[Finding]:
    """Addresses of the web that readers see, and listeners hear sign by sign."""
    masked = body.text.masked
    for found in _ADDRESS.finditer(masked, max(0, masked.find("://") - len("https"))):
        before = masked[max(0, found.start() - _LOOK_BACK) : found.start()]
        if not _BEHIND_MARK.search(before) and not enclosed.is_in_tag(found.start()):
            written = shorten(found[0].rstrip(".,;:!?*_"))
            where = body.text.place(found.start())
            yield Finding("link-text", where, {"written": written}, "link-bare")


RULES = (
    Rule(frozenset({"heading-jump"}), find_heading_jumps),
    Rule(frozenset({"link-text"}), find_nameless_links),
    Rule(frozenset({"table-header"}), find_headless_tables),
)
