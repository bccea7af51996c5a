"""A file that readers take with them → how a page names it."""

from __future__ import annotations

from collections.abc import Mapping

from builder.locale import say
from builder.locale.formats import format_number
from builder.model.site import Beside, Download

Downloads = Mapping[str, Beside]
"""Address of a page → its documents."""


def describe_download(file: Download, language: str) -> dict[str, object]:
    """Name, what it is good for, format, and size in kB, at least 1."""
    name = file.path.rpartition("/")[2]
    ending = name.rpartition(".")[2]
    size_kb = max(1, round(file.size_bytes / 1000))
    return {
        "address": file.path,
        "name": name,
        "label": file.label or say(f"download-{name.replace('.', '-')}", language),
        "format": say(f"download-format-{ending}", language),
        "size": f"{format_number(size_kb, language)} kB",
    }
