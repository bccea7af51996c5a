"""A few words → a whole page that stands in the place of a site which can't be shown."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:44rem;margin:0 auto;padding:2rem 1rem;font:1rem/1.6 system-ui,sans-serif}"
    "h1{font-size:1.4rem;line-height:1.3}"
    "li{margin:.75rem 0;overflow-wrap:anywhere;white-space:pre-line}"
)


def compose_notice(title: str, lead: str, lines: Sequence[str], language: str) -> str:
    """HTML with its own style: there may be no theme either."""
    points = "".join(f"<li>{escape(line)}</li>\n" for line in lines)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(lead)}</p>\n"
        f"{f'<ul>{chr(10)}{points}</ul>{chr(10)}' if lines else ''}"
        "</main>\n</body>\n</html>\n"
    )
