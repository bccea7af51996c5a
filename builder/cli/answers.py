"""What somebody types at a question of a command → yes or no."""

from __future__ import annotations

import click

from builder.model.addresses import fold_key

_YES = frozenset({"c", "co", "dung", "y", "yes"})
_NO = frozenset({"", "k", "khong", "n", "no", "sai"})


def says_yes(answer: str) -> bool:
    """Whether an answer is a yes, in Vietnamese or in English."""
    return fold_key(answer) in _YES


def ask_yes_no(question: str) -> bool:
    """The answer to a question, which is asked until it is one; nothing typed is a no."""
    while True:
        answer: str = click.prompt(question, default="", show_default=False, err=True)
        if says_yes(answer) or fold_key(answer) in _NO:
            return says_yes(answer)
