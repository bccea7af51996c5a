"""Markdown's search for marks inside a line → the same search, where a line can hold any."""

from __future__ import annotations

import re

from markdown import Markdown

_SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "not_strong": "*_",
    "em_strong": "*_",
    "em_strong2": "_",
}
"""Name of each of Markdown's own patterns → signs one of which all that it finds must hold."""

_SEARCH = "_InlineProcessor__handleInline"
"""Its step over one text; elsewhere than in this version it may be named otherwise."""


def search_marks_only(markdown: Markdown) -> None:
    """Let a Markdown object pass over texts without any mark.

    Most of what teachers write is plain sentences, and the fifteen searches
    through each take half of the time. An object with an extension that looks
    for other signs is left as it is.
    """
    inline = markdown.treeprocessors["inline"]
    search = getattr(inline, _SEARCH, None)
    patterns = [markdown.inlinePatterns[name] for name in _SIGNS if name in markdown.inlinePatterns]
    is_known = all(type(one).__module__.startswith("markdown.") for one in patterns)
    if search is None or not is_known or len(patterns) < len(markdown.inlinePatterns):
        return
    signs = re.compile(f"[{re.escape(''.join(sorted(set(''.join(_SIGNS.values())))))}]")

    def search_if_any(text: str, first_pattern: int = 0) -> str:
        if not first_pattern and not signs.search(text):
            return text
        found: str = search(text, first_pattern)
        return found

    setattr(inline, _SEARCH, search_if_any)
