"""Font files made by hand, with the tables that we read and no drawing at all."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

STYLES = {"Regular": 0, "Bold": 1, "Italic": 2, "BoldItalic": 3}


def write_family(
    folder: Path, family: str, letters: Iterable[str], styles: Mapping[str, int] = STYLES
) -> None:
    """A font in four files, named as such files are."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, style in styles.items():
        file = folder / f"{family.replace(' ', '')}-{name}.ttf"
        file.write_bytes(make_font(family, letters, style=style))


def make_font(family: str, letters: Iterable[str], *, style: int = 0, long: bool = False) -> bytes:
    """A font of these letters; `long` lists them in the form for all code points."""
    codes = sorted(map(ord, letters))
    tables = {
        b"cmap": _letters_long(codes) if long else _letters_short(codes),
        b"head": bytes(44) + struct.pack(">H", style) + bytes(8),
        b"name": _name(family),
    }
    start = 12 + 16 * len(tables)
    head, body = struct.pack(">4sHHHH", b"\0\1\0\0", len(tables), 0, 0, 0), b""
    for tag, table in tables.items():
        head += struct.pack(">4sIII", tag, 0, start + len(body), len(table))
        body += table
    return head + body


def _name(family: str) -> bytes:
    """A table of one name: the family, in English, for Windows."""
    text = family.encode("utf-16-be")
    return struct.pack(">3H6H", 0, 1, 18, 3, 1, 0x409, 1, len(text), 0) + text


def _letters_short(codes: list[int]) -> bytes:
    """Format 4: one segment a letter, every other one through the list of glyphs."""
    ends = [*codes, 0xFFFF]
    shifts = [0 if place % 2 else (1 - code) % 0x10000 for place, code in enumerate(codes)] + [1]
    lists = [2 * (len(ends) - place) if place % 2 else 0 for place in range(len(codes))] + [0]
    count = len(ends)
    table = struct.pack(
        f">7H{count}HH{count}H{count}H{count}HH",
        *(4, 0, 0, count * 2, 0, 0, 0),
        *ends,
        0,
        *ends,
        *shifts,
        *lists,
        7,
    )
    return _wrap(table)


def _letters_long(codes: list[int]) -> bytes:
    """Format 12: one group a letter, and one that leads to the empty box."""
    groups = [*((code, code, 7) for code in codes), (0x10FFFF, 0x10FFFF, 0)]
    table = struct.pack(">HHIII", 12, 0, 0, 0, len(groups))
    return _wrap(table + b"".join(struct.pack(">III", *group) for group in groups))


def _wrap(table: bytes) -> bytes:
    """A table of letters behind the list of tables."""
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table
