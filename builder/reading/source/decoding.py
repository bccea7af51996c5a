"""Bytes of a source file → its text in NFC with plain line ends, or why it can't be read."""

from __future__ import annotations

import re
import unicodedata

from builder.model.problems import Outcome, Problem, Where
from builder.reading.source.legacy import find_legacy, guess_encoding

_BOM = b"\xef\xbb\xbf"
_LINE_ENDS = re.compile(r"\r\n?")
_SOFT_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

HARD_BLANKS = "\u00a0\u2007\u202f\u3000"
"""Blanks that Word and websites leave behind, and that YAML takes for letters."""

_UNSEEN = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_TIDY = str.maketrans({**dict.fromkeys(HARD_BLANKS, " "), **dict.fromkeys(_UNSEEN, "")})


def decode_source(data: bytes, path: str) -> Outcome[str]:
    """Text of a file with the lines that an editor shows.

    A BOM is dropped. Word's soft line ends (vertical tab and kin) become
    blanks, since editors do not count them as lines and YAML would.
    """
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return Outcome(None, (_undecodable(data, error, path),))
    text = _tidy_text(text)
    problem = _find_unreadable(text, data, path)
    return Outcome(None, (problem,)) if problem else Outcome(text)


def decode_leniently(data: bytes) -> str:
    """Text of a file, sound or not, where another judges it."""
    return _tidy_text(data.decode("utf-8-sig", "replace"))


def _tidy_text(text: str) -> str:
    """A text in NFC with the lines that an editor shows; whether it can be read nobody asks."""
    return unicodedata.normalize("NFC", _SOFT_BREAKS.sub(" ", _LINE_ENDS.sub("\n", text)))


def tidy_blanks(text: str) -> str:
    """Front matter with plain blanks and without characters that nobody sees."""
    return text.translate(_TIDY)


def place_at(text: str, position: int, path: str) -> Where:
    """Place of a character in a text of a file."""
    line_start = text.rfind("\n", 0, position) + 1
    return Where(path, text.count("\n", 0, position) + 1, position - line_start + 1)


def _undecodable(data: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    """Problem of bytes that aren't UTF-8, with what they are likely to be."""
    before = data.removeprefix(_BOM)[: error.start]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    where = Where(
        path, before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1, column
    )
    if error.reason == "unexpected end of data" and not before.isascii():
        return Problem("text-cut", where)
    return Problem("text-encoding", where, {"encoding": guess_encoding(data)})


def _find_unreadable(text: str, data: bytes, path: str) -> Problem | None:
    """First reason why a decoded text can't be what its writer sees."""
    control = _CONTROL.search(text)
    if control and control[0] == "\0" and data.count(b"\0") * 4 > len(data):
        return Problem("text-encoding", Where(path), {"encoding": "UTF-16"})
    if control:
        sign = f"U+{ord(control[0]):04X}"
        return Problem("text-control", place_at(text, control.start(), path), {"sign": sign})
    legacy = find_legacy(text)
    if legacy is None:
        return None
    details = {"encoding": legacy.name, "written": legacy.written}
    return Problem("text-legacy", place_at(text, legacy.position, path), details)
