"""Text → the Vietnamese encoding from before Unicode that it was typed in, if any."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

_ENOUGH = 3
"""So many such syllables are no accident; one `naïve` or `5µm` is."""

_LETTER = r"[^\W\d_]"
_SIGNS = (
    # TCVN3 puts letters where Latin-1 has signs: `c¸n bé, gi¸o viªn` (cán bộ, giáo viên).
    (
        "TCVN3 (ABC)",
        rf"{_LETTER}+[µ¸¶·¹¨»¾¼½®ª«¬]{_LETTER}+|\b®{_LETTER}+|{_LETTER}+[µ¸¶·¾¼½]\b",
    ),
    # VNI puts the mark behind its letter: `giaùo vieân` (giáo viên). Pairs that French
    # has too (`où`, `août`, `maïs`) prove nothing.
    (
        "VNI",
        rf"{_LETTER}*(?:[aeuy][ùøûõ]|o[øõ]|[ôö][ùøûõï]|[aeo]â|aê|öô){_LETTER}*",
    ),
)
_PATTERNS = tuple((name, re.compile(signs, re.IGNORECASE)) for name, signs in _SIGNS)
_TRACE = re.compile(
    "[µ¸¶·¹¨»¾¼½®ª«¬ùøûõïâêô]"
    "(?:(?<=[µ¸¶·¹¨»¾¼½®ª«¬])|(?<=[aeuy][ùøûõ])|(?<=o[øõ])|(?<=[ôö][ùøûõï])"
    "|(?<=[aeo]â)|(?<=aê)|(?<=öô))"
)
"""What each such syllable holds in small letters; looked for first, since sound text has hardly
any. Its last sign comes first, for a search for single signs takes a fourth of the time."""

_VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Legacy:
    """Where a text shows that it was typed in an old encoding."""

    name: str
    position: int
    written: str


def find_legacy(text: str) -> Legacy | None:
    """Old encoding that a decoded text still carries, with its first syllable."""
    if text.isascii() or len(list(islice(_TRACE.finditer(text.lower()), _ENOUGH))) < _ENOUGH:
        return None
    for name, pattern in _PATTERNS:
        found = list(islice(pattern.finditer(text), _ENOUGH))
        if len(found) == _ENOUGH:
            return Legacy(name, found[0].start(), found[0][0])
    return None


def guess_encoding(data: bytes) -> str:
    """Name of the likely encoding of bytes that aren't UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(b"\0") * 4 > len(data):
        return "UTF-16"
    western = data.decode("cp1252", "replace")
    legacy = find_legacy(western)
    if legacy:
        return legacy.name
    vietnamese = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    is_vietnamese = len(_VIETNAMESE.findall(vietnamese)) > len(_VIETNAMESE.findall(western))
    return "Windows-1258" if is_vietnamese else "Windows-1252"
