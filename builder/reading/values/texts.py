"""Scalars → texts, yes or no, plain whole numbers."""

from __future__ import annotations

import re

from builder.model.addresses import fold_key
from builder.model.problems import Outcome, Problem, Where
from builder.reading.source.nodes import Node, Scalar
from builder.reading.source.yaml_nodes import shorten

_YES = frozenset({"co", "roi", "dung", "yes", "true", "x", "1"})
_NO = frozenset({"khong", "chua", "sai", "no", "false", "0"})
_WHOLE = re.compile(r"\d{1,9}")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")


def read_text(node: Node, *, key: str) -> Outcome[str]:
    """A text with its blanks folded; None, without a problem, where it is empty."""
    if not isinstance(node, Scalar):
        return Outcome(None, (tell_shape(node, key=key, wanted="text"),))
    return Outcome(" ".join(node.text.split()) or None)


def read_yes_no(node: Node, *, key: str) -> Outcome[bool]:
    """Có or không; None, without a problem, where the value is empty."""
    if not isinstance(node, Scalar):
        return Outcome(None, (tell_shape(node, key=key, wanted="text"),))
    folded = fold_key(node.text)
    if folded in _YES or folded in _NO:
        return Outcome(folded in _YES)
    if not folded:
        return Outcome(None)
    return Outcome(None, (tell_value("yes-no-unknown", node, key=key),))


def is_yes(written: str) -> bool:
    """Whether a text says no more than yes."""
    return fold_key(written) in _YES


def read_whole(node: Node, *, key: str) -> Outcome[int]:
    """A whole number of at least 1, without a mark or words; None, without a problem, if empty."""
    if not isinstance(node, Scalar):
        return Outcome(None, (tell_shape(node, key=key, wanted="text"),))
    written = node.text.strip()
    if not written:
        return Outcome(None)
    digits = _LEADING_ZEROS.sub("", re.sub(r"(?<=\d)[. ](?=\d{3}(?:[. ]|$))", "", written))
    if _WHOLE.fullmatch(digits) and int(digits) >= 1:
        return Outcome(int(digits))
    return Outcome(None, (tell_value("whole-number", node, key=key),))


def tell_shape(node: Node, *, key: str, wanted: str, known: str | None = None) -> Problem:
    """Problem of a value of another shape: a list where one text belongs, and so on.

    `known` shows the keys of a `mapping`.
    """
    details = {"key": key} if known is None else {"key": key, "known": known}
    return Problem(f"shape-{wanted}", node.where, details)


def tell_value(code: str, scalar: Scalar, *, key: str, where: Where | None = None) -> Problem:
    """Problem of one written value of a key."""
    return Problem(code, where or scalar.where, {"key": key, "written": shorten(scalar.text)})
