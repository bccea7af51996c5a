"""The files that a text may hand out: `reading` tells of the others, `pages` keeps them back."""

from __future__ import annotations

PICTURES = frozenset(
    {
        *("avif", "bmp", "dng", "gif", "heic", "heif", "jfif", "jpe", "jpeg", "jpg"),
        *("png", "raw", "tif", "tiff", "webp"),
    }
)
"""Endings of photos. They are shown, never handed out: a camera writes into them where it was."""

HANDED_OUT = frozenset(
    {
        *("doc", "docx", "odp", "ods", "odt", "pdf", "pps", "ppsx", "ppt", "pptx", "rtf", "txt"),
        *("csv", "xls", "xlsx", "epub", "ics", "ggb", "sb3", "7z", "rar", "zip"),
        *("aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav"),
        *("avi", "m4v", "mkv", "mov", "mp4", "ogv", "webm", "srt", "vtt"),
    }
)
"""Endings of documents, recordings, subtitles and archives: no browser runs code of theirs as the
site's own, as it does with that of a page or a drawing (`.html`, `.svg`, `.xml`)."""

_RUN_BY_SERVERS = frozenset({"asp", "aspx", "cgi", "jsp", "phar", "php", "phtml", "pl", "shtml"})
"""Parts of a name by which some servers run a file, wherever in the name they stand."""


def is_photo(path: str) -> bool:
    """Whether a file is a photo by its name."""
    return path.rpartition(".")[2].lower() in PICTURES


def is_handed_out(path: str) -> bool:
    """Whether the site may offer a file for taking away."""
    _, *parts = path.rpartition("/")[2].lower().split(".")
    return bool(parts) and parts[-1] in HANDED_OUT and _RUN_BY_SERVERS.isdisjoint(parts)
