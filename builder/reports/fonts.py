"""Folders of fonts in; out comes the serif font in which official documents are set."""

from __future__ import annotations

import os
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from builder.reports.opentype import FontFile, read_font_file

PRESCRIBED = "Times New Roman"
"""The Decree's font (30/2020/NĐ-CP, Annex I, part I, item 3)."""

BUILT_IN = "Libertinus Serif"
"""What the PDF writer brings with it, for machines that have none of the others."""

_FILE_NAMES = {PRESCRIBED: "times", "Tinos": "tinos", "Liberation Serif": "liberationserif"}
"""Families of equal widths, the best first → how the names of their files begin."""

_ENDINGS = {".ttf", ".otf"}
_STYLES = {(bold, italic) for bold in (False, True) for italic in (False, True)}
_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_SIGNS = " \u00a0–—‘’“”…≈≥−×°₫"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of a document, in all four styles."""

    family: str
    folder: Path | None
    """Where its files stand; None: it is the writer's own."""

    letters: frozenset[str]
    """What every style of it can draw, as far as is known."""

    @property
    def is_prescribed(self) -> bool:
        """Whether it is the font that the Decree asks for, or one in its place."""
        return self.family == PRESCRIBED


def find_serif(folders: Iterable[Path]) -> Fonts:
    """Times New Roman, else a free font of the same widths, else the writer's own.

    A font is taken only if all four styles of it stand in one folder and have
    every Vietnamese letter: some systems still bring a Liberation Serif that
    has few of them.
    """
    found, wanted = _gather(folders), list_letters()
    for family in _FILE_NAMES:
        for (name, folder), files in found.items():
            styles = {(one.bold, one.italic) for one in files}
            letters = frozenset.intersection(*(one.letters for one in files))
            if name == family and styles == _STYLES and letters >= wanted:
                return Fonts(family, folder, letters)
    return Fonts(BUILT_IN, None, wanted)


def list_letters() -> frozenset[str]:
    """Letters and signs that a school's document is made of, all Vietnamese ones among them."""
    vowels = {normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
    small = vowels | {"đ"}
    plain = string.ascii_letters + string.digits + string.punctuation
    return frozenset({*plain, *_SIGNS, *small, *(letter.upper() for letter in small)})


def _gather(folders: Iterable[Path]) -> dict[tuple[str, Path], list[FontFile]]:
    """Family and folder → its files, in the order of the folders.

    Only files that are named like one of ours are opened: reading all fonts of
    a machine would take seconds.
    """
    found: dict[tuple[str, Path], list[FontFile]] = {}
    for file in _list_files(folders):
        font = read_font_file(file.read_bytes())
        if font is not None:
            found.setdefault((font.family, file.parent), []).append(font)
    return found


def _list_files(folders: Iterable[Path]) -> Iterator[Path]:
    """Font files anywhere below these folders whose names begin as those of our families do."""
    starts = tuple(_FILE_NAMES.values())
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                plain = name.lower().replace(" ", "").replace("_", "")
                if plain.startswith(starts) and Path(name).suffix.lower() in _ENDINGS:
                    yield Path(place, name)
