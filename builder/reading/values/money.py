"""Scalars → amounts in whole đồng."""

from __future__ import annotations

import re
from decimal import Decimal

from builder.model.addresses import strip_marks
from builder.model.problems import Outcome
from builder.reading.source.nodes import Node, Scalar
from builder.reading.values.counts import is_unknown
from builder.reading.values.numbers import find_number
from builder.reading.values.texts import tell_shape, tell_value

_TIMES = {
    "nghin": 1_000, "ngan": 1_000, "k": 1_000, "trieu": 1_000_000, "tr": 1_000_000,
    "ty": 1_000_000_000, "ti": 1_000_000_000,
}  # fmt: skip
_AMOUNT = re.compile(
    rf"(?P<number>[0-9][0-9., ]*?)\s*(?P<times>{'|'.join(_TIMES)})?\s*(?:dong|d|vnd)?"
)
_DECIMAL = re.compile(r"[0-9]{1,15},[0-9]{1,9}")
_LONGEST = 40


def read_money(node: Node, *, key: str) -> Outcome[int]:
    """Whole đồng; None, without a problem, where the value is empty or said to be unknown."""
    if not isinstance(node, Scalar):
        return Outcome(None, (tell_shape(node, key=key, wanted="text"),))
    if is_unknown(node.text):
        return Outcome(None)
    text = " ".join(strip_marks(node.text).split())
    found = _AMOUNT.fullmatch(text) if len(text) <= _LONGEST else None
    amount = _amount(found["number"].strip(), found["times"]) if found else None
    if amount is None:
        return Outcome(None, (tell_value("money-unread", node, key=key),))
    return Outcome(amount)


def _amount(number: str, times: str | None) -> int | None:
    """Amount of a number and the word behind it; a comma is a decimal sign, before a word only."""
    whole = find_number(number)
    if whole is not None:
        return whole * _TIMES.get(times or "", 1)
    if times is None or not _DECIMAL.fullmatch(number):
        return None
    amount = Decimal(number.replace(",", ".")) * _TIMES[times]
    return int(amount) if amount == amount.to_integral_value() else None
