"""Words in; out they come as the XML of office files has them."""

from __future__ import annotations

import re
from html import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""How each part of an office file begins."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2): programs would call the whole file damaged."""

_SIGNS = re.compile("[^ -%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All that is not written as it is: what XML cannot hold, ends of lines, `&`, `<` and `>`."""


def keep_letters(text: str) -> str:
    """The text without what XML cannot hold, with one kind of line ends."""
    return _NOT_IN_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def escape_text(text: str) -> str:
    """Words between tags; most of a document's thousands are as they are."""
    return escape(keep_letters(text), quote=False) if _SIGNS.search(text) else text


def quote_value(text: str) -> str:
    """Words as they stand between the quotation marks of an attribute."""
    return escape_text(text).replace('"', "&quot;")
