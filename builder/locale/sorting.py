"""Order of Vietnamese names: alphabet, then tone, then case."""

from __future__ import annotations

import re
import unicodedata

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_OLD_TONE = re.compile(
    "(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])(y)"
)


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Key by which names sort as a Vietnamese dictionary has them.

    Both placements of the tone (hoà, hòa) give one place; letters that
    Vietnamese lacks stand after its own, by code point.
    """
    letters: list[int] = []
    tones: list[int] = []
    for character in _new_tone(unicodedata.normalize("NFC", text.lower())):
        bare, tone = _split_tone(character)
        letters.append(_RANK.get(bare, 0 if bare == " " else 100 + ord(bare)))
        tones.append(tone)
    return tuple(letters), tuple(tones), text.swapcase()


def _split_tone(character: str) -> tuple[str, int]:
    """Letter without its tone, and the tone's rank."""
    decomposed = unicodedata.normalize("NFD", character)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), 0)
    bare = "".join(mark for mark in decomposed if mark not in _TONES)
    return unicodedata.normalize("NFC", bare)[:1] or " ", tone


def _new_tone(text: str) -> str:
    """Put the tone of oa, oe and uy on the second letter."""
    decomposed = unicodedata.normalize("NFD", text)
    moved = _OLD_TONE.sub(
        lambda one: f"{one[1]}{one[3]}{one[2]}" if one[1] else f"{one[4]}{one[6]}{one[5]}",
        decomposed,
    )
    return unicodedata.normalize("NFC", moved)
