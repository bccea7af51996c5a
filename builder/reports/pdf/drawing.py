"""Text and the fonts of this machine in; out comes text of which every sign can be drawn."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from unicodedata import category

import typst

from builder.reports.fonts import Fonts
from builder.reports.pdf.compiling import compile_pdf
from builder.reports.pdf.letters import BREAK

_PROBE = "#set document(title: [-])\n#text(font: sys.inputs.font, data)"
_WORD = re.compile(r'[^\s"\u00a0]+')
_STAND_IN = "?"


def list_odd(text: str, fonts: Fonts) -> frozenset[str]:
    """Letters that the document's own font is not known to have."""
    return frozenset(text) - fonts.letters - {BREAK}


def fit_text(text: str, fonts: Fonts) -> str:
    """The text without what no font of the machine can draw, word by word.

    A letter may be drawn alone and yet not beside letters of another script:
    the fonts of a word are sought for all of it.
    """
    return _WORD.sub(lambda word: _fit_word(word[0], fonts), text)


def replace_letters(text: str, undrawn: Collection[str]) -> str:
    """The text without these letters: `?` for letters and digits, nothing for pictures."""
    return "".join(_stand_in(one) if one in undrawn else one for one in text)


def _fit_word(word: str, fonts: Fonts) -> str:
    """The word with as many of its letters as can be drawn."""
    odd = list_odd(word, fonts)
    if not odd or _can_draw(word, fonts):
        return word
    fitted = replace_letters(word, {one for one in odd if not _can_draw(one, fonts)})
    return fitted if _can_draw(fitted, fonts) else replace_letters(word, odd)


@lru_cache(maxsize=4096)
def _can_draw(text: str, fonts: Fonts) -> bool:
    """Whether a document of this text can be made; an archive's PDF may hold no empty box."""
    try:
        compile_pdf(_PROBE, text, fonts, wide=True)
    except typst.TypstError:
        return False
    return True


def _stand_in(letter: str) -> str:
    """What stands for a letter."""
    return _STAND_IN if category(letter)[0] in "LN" else ""
