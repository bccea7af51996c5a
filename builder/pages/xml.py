"""Words in; out comes what stands for them in a text of XML.

`xml.sax.saxutils` says the same, and loads all of the network for it.
"""

from __future__ import annotations

from html import escape

_BLANKS = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;", '"': "&quot;"})
"""What an attribute would not keep (XML 1.0, 3.3.3), and what would end it."""


def escape_text(words: str) -> str:
    """Words between two tags."""
    return escape(words, quote=False)


def quote_value(words: str) -> str:
    """The value of an attribute, with its quotation marks."""
    return f'"{escape_text(words).translate(_BLANKS)}"'
