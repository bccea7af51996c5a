"""A Word file in which places are kept for pieces → the file with the pieces in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from builder.reports.archive import write_archive

_MARK = re.compile(rb"<\?outreach (\w+)\?>")


def mark_place(name: str) -> str:
    """A processing instruction that keeps a place for a piece.

    A long text is put in at the very end: lxml takes time with the square of what it moves from
    one document into another.
    """
    return f"<?outreach {name}?>"


def settle_archive(data: bytes, pieces: Mapping[str, str]) -> bytes:
    """The same parts in the same order, with pieces in their places."""
    encoded = {name.encode(): piece.encode() for name, piece in pieces.items()}

    def fill_place(mark: re.Match[bytes]) -> bytes:
        return encoded.get(mark[1], mark[0])

    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return write_archive(
            {name: _MARK.sub(fill_place, made.read(name)) for name in made.namelist()}
        )
