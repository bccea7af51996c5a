"""Many words → one pattern that finds which of them begin in a text, in one look.

Rules look closer only at texts that hold one of their words; most texts hold none,
and one search for all costs a fifth of a search for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"

_BORDERS = re.escape(" \n\t\u00a0(\"“”'‘*|[`-–:>_,/;.!?=")
"""What may stand before a word. One class of signs is found at a machine's speed; a look back at
whatever is no letter isn't."""


def compile_openings(words: Iterable[str]) -> re.Pattern[str]:
    """Pattern of a border and one of these words; its group is the longest that fits."""
    words = tuple(words)
    first = re.escape("".join(sorted({word[0] for word in words})))
    return re.compile(f"[{_BORDERS}](?=[{first}])({write_pattern(words)})")


def write_pattern(words: Iterable[str]) -> str:
    """Pattern of any of these words, the longest that fits."""
    tree: _Tree = {}
    for word in words:
        branch = tree
        for sign in word:
            branch = branch.setdefault(sign, {})
        branch[""] = {}
    return _write(tree)


def _write(tree: _Tree) -> str:
    """Pattern of all words of a tree, each letter compared once."""
    branches = [re.escape(sign) + _write(below) for sign, below in tree.items() if sign]
    if not branches:
        return ""
    together = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{together})?" if "" in tree else together
