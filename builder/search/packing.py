"""Files of an index ↔ one file that the cache keeps."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_DAY = (1980, 1, 1, 0, 0, 0)
"""The same each time; the first that the format knows."""


def pack_files(files: Mapping[str, bytes]) -> bytes:
    """An archive; what is in it is pressed already."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, _DAY), data)
    return buffer.getvalue()


def unpack_files(data: bytes) -> dict[str, bytes]:
    """Files by path."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {path: archive.read(path) for path in archive.namelist()}
