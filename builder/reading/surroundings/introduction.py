"""Text of the hand-written `index.md` → the home page's introduction."""

from __future__ import annotations

import re

from builder.model.library import Introduction
from builder.model.problems import Outcome
from builder.reading.source.front_matter import read_front_matter

_HEADING = re.compile(r"\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n|$)")


def read_introduction(text: str, path: str) -> Outcome[Introduction]:
    """Introduction of a file with or without front matter, which is MkDocs' business.

    A heading at its top is the title and leaves the body, since the page shows it.
    """
    body, line = text, 1
    if text.startswith("---\n"):
        document = read_front_matter(text, path)
        if document.value is None:
            return Outcome(None, document.problems)
        body, line = document.value.body, document.value.body_line
    heading = _HEADING.match(body)
    if heading is None:
        return Outcome(Introduction(path, None, body, line))
    line += body.count("\n", 0, heading.end())
    return Outcome(Introduction(path, heading[1], body[heading.end() :], line))
