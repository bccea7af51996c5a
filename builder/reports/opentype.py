"""Bytes of a font file in; out come its family, its style and the letters that it can draw."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_FAMILY = 1
_WINDOWS_ENGLISH = (3, 0x409)
_BOLD, _ITALIC = 1, 2
_PRIVATE = frozenset(range(0xE000, 0xF900))
"""What stands there is each font's own affair: no letter, and forbidden in archives' PDF."""

_LAST = 0x10FFFF
"""The last code point that there is."""

_FORMATS = (12, 4)
"""Forms of a letter table that we read: every font made for Unicode has one of them."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One style of a font."""

    family: str
    bold: bool
    italic: bool
    letters: frozenset[str]


def read_font_file(data: bytes) -> FontFile | None:
    """A font in the OpenType form (`.ttf`, `.otf`); None for anything else and for a broken one."""
    try:
        tables = _find_tables(data)
        style = struct.unpack_from(">H", data, tables["head"] + 44)[0]
        family = _read_family(data, tables["name"])
        letters = frozenset(map(chr, _read_letters(data, tables["cmap"]) - _PRIVATE))
    except (KeyError, ValueError, struct.error):
        return None
    return FontFile(family, bool(style & _BOLD), bool(style & _ITALIC), letters)


def _find_tables(data: bytes) -> dict[str, int]:
    """Name of a table → where it begins."""
    count = struct.unpack_from(">H", data, 4)[0]
    found = {}
    for place in range(12, 12 + count * 16, 16):
        tag, _, start, _ = struct.unpack_from(">4sIII", data, place)
        found[tag.decode("latin-1")] = start
    return found


def _read_family(data: bytes, start: int) -> str:
    """The family's English name; ValueError where the font tells none."""
    _, count, texts = struct.unpack_from(">HHH", data, start)
    for place in range(start + 6, start + 6 + count * 12, 12):
        platform, _, language, name, length, offset = struct.unpack_from(">6H", data, place)
        if (platform, language) == _WINDOWS_ENGLISH and name == _FAMILY:
            text = data[start + texts + offset : start + texts + offset + length]
            return text.decode("utf-16-be")
    raise ValueError("a font without a name")


def _read_letters(data: bytes, start: int) -> set[int]:
    """Code points that the font has a drawing for; ValueError where no table of ours lists them."""
    count = struct.unpack_from(">H", data, start + 2)[0]
    found = {}
    for place in range(start + 4, start + 4 + count * 8, 8):
        platform, _, offset = struct.unpack_from(">HHI", data, place)
        if platform in {0, 3}:
            found[struct.unpack_from(">H", data, start + offset)[0]] = start + offset
    for form in _FORMATS:
        if form in found:
            return _read_long(data, found[12]) if form == 12 else _read_short(data, found[4])
    raise ValueError("a font without a table of letters")


def _read_long(data: bytes, start: int) -> set[int]:
    """Format 12: groups of code points that follow each other, glyph 0 being the empty box.

    A broken font might name all code points in each of its groups.
    """
    count = struct.unpack_from(">I", data, start + 12)[0]
    letters: set[int] = set()
    begin = 0
    for group in range(count):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + group * 12)
        if not begin <= first <= last <= _LAST:
            raise ValueError("groups of letters out of order")
        letters.update(range(first + (glyph == 0), last + 1))
        begin = last + 1
    return letters


def _read_short(data: bytes, start: int) -> set[int]:
    """Format 4: segments of the first 65,536 code points, each shifted or through a list."""
    twice = struct.unpack_from(">H", data, start + 6)[0]
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    firsts = struct.unpack_from(f">{count}H", data, start + 16 + twice)
    shifts = struct.unpack_from(f">{count}H", data, start + 16 + 2 * twice)
    lists = start + 16 + 3 * twice
    offsets = struct.unpack_from(f">{count}H", data, lists)
    letters: set[int] = set()
    begin = 0
    for segment, (first, last, shift, offset) in enumerate(
        zip(firsts, ends, shifts, offsets, strict=True)
    ):
        for code in range(max(first, begin), last + 1):
            glyph = code
            if offset:
                place = lists + segment * 2 + offset + (code - first) * 2
                glyph = struct.unpack_from(">H", data, place)[0]
            if glyph and (glyph + shift) % 0x10000:
                letters.add(code)
        begin = max(begin, last + 1)
    return letters
