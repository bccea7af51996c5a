"""A Word file in; out comes the same with nothing in it that tells when or where it was made."""

from __future__ import annotations

import io
import zipfile

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can tell."""

_UNIX = 3


def settle_archive(data: bytes) -> bytes:
    """The same parts in the same order, each with the same date and the same system."""
    settled = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in made.namelist():
            part = zipfile.ZipInfo(name, _FIRST_DAY)
            part.create_system = _UNIX
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, made.read(name))
    return settled.getvalue()
