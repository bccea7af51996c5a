"""Parts of a Word file in; out comes the file, with no word of when it was made."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can tell."""

_UNIX = 3
_MARK = re.compile(rb"<\?outreach (\w+)\?>")


def mark_place(name: str) -> str:
    """A processing instruction that keeps a place for a piece.

    A long text is put in at the very end: lxml takes time with the square of what it moves from
    one document into another.
    """
    return f"<?outreach {name}?>"


def write_archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Parts by name, in order, each with the same date."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name, _FIRST_DAY)
            part.create_system = _UNIX
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, content)
    return written.getvalue()


def settle_archive(data: bytes, pieces: Mapping[str, str]) -> bytes:
    """The same parts in the same order, with pieces in their places."""
    encoded = {name.encode(): piece.encode() for name, piece in pieces.items()}

    def fill_place(mark: re.Match[bytes]) -> bytes:
        return encoded.get(mark[1], mark[0])

    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return write_archive(
            {name: _MARK.sub(fill_place, made.read(name)) for name in made.namelist()}
        )
