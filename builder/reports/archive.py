"""Parts of an office file in; out comes the file, with no word of when it was made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can tell."""

_UNIX = 3


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
