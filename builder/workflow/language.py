"""The language in which a command speaks before it has read any content."""

from __future__ import annotations

from pathlib import Path

from builder.disk.project_folder import CONFIGURATION, find_project
from builder.model.failures import CommandError
from builder.reading.configuration.settings import read_settings
from builder.reading.source.decoding import decode_source

DEFAULT = "vi"


def find_language(start: Path) -> str:
    """Language of the project around `start`; Vietnamese where there is none or it has errors."""
    try:
        data = (find_project(start) / CONFIGURATION).read_bytes()
    except (CommandError, OSError):
        return DEFAULT
    text = decode_source(data, CONFIGURATION).value
    settings = read_settings(text, CONFIGURATION).value if text is not None else None
    return settings.language if settings is not None else DEFAULT
