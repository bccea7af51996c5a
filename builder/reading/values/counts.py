"""Scalars → numbers of people: known or unknown, exact or marked."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from builder.model.addresses import fold_key, strip_marks
from builder.model.counts import Count, Mark
from builder.model.problems import Outcome, Problem
from builder.reading.source.nodes import Node, Scalar
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.numbers import find_number, is_decimal, is_thousands_or_decimal
from builder.reading.values.texts import tell_shape, tell_value

MARKS = {
    "khoang": Mark.ABOUT, "gan": Mark.ABOUT, "tam": Mark.ABOUT, "xap xi": Mark.ABOUT,
    "~": Mark.ABOUT, "≈": Mark.ABOUT, "hon": Mark.AT_LEAST, "tren": Mark.AT_LEAST,
    "it nhat": Mark.AT_LEAST, "≥": Mark.AT_LEAST, ">=": Mark.AT_LEAST,
}  # fmt: skip
"""Words and signs before a number, without diacritics."""

MARK = rf"(?:{'|'.join(word if word.isalpha() else re.escape(word) for word in MARKS)})"
NUMBER = r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,])|[0-9]+(?:[.,][0-9]+)*"

PERSON_WORDS = frozenset(
    {"nguoi", "luot", "luot_nguoi", "em", "chau", "vi", "co", "thay", "thay_co", "ban"}
)
"""Words behind a number that say no more than that people are counted."""

WHOLE_SCHOOL = frozenset({"toan_truong", "toan_the", "100%", "tat_ca"})

_UNKNOWN = frozenset(
    {"", "chua_ro", "chua_thong_ke", "chua_co_so_lieu", "khong_ro", "?", "…", "~", "null"}
)
_ZERO = frozenset({"khong", "khong_co"})
_COUNT = re.compile(
    rf"(?:(?P<mark>{MARK})\s*)?(?P<number>{NUMBER})(?P<plus>\+)?(?P<words>[^0-9+]*)"
)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """A number with its mark and the words behind it, or why it is none."""

    value: int | None
    code: str | None = None
    """Code of the problem where there is no value."""

    mark: Mark | None = None
    words: str = ""
    """Words behind the number, as written."""


def is_unknown(written: str) -> bool:
    """Whether a text says that a number is not known, which is not zero."""
    return fold_key(written) in _UNKNOWN and written.strip() != "-"


def is_zero_word(written: str) -> bool:
    """Whether a text says “none” in words."""
    return fold_key(written) in _ZERO


def is_whole_school(written: str) -> bool:
    """Whether a text says “the whole school”."""
    return fold_key(written) in WHOLE_SCHOOL


def read_count(node: Node, *, key: str, own_words: Container[str] = frozenset()) -> Outcome[Count]:
    """Count of people of one group; words behind it are person words or the group's own.

    `toàn trường` is given as an unknown count with `whole_school` set: its
    number depends on the day.
    """
    if not isinstance(node, Scalar):
        return Outcome(None, (tell_shape(node, key=key, wanted="text"),))
    if is_unknown(node.text) or is_whole_school(node.text):
        return Outcome(Count(None, None, is_whole_school(node.text), node.where))
    if is_zero_word(node.text):
        return Outcome(Count(0, where=node.where))
    stated = find_count(node.text)
    if stated.code is not None:
        return Outcome(None, (tell_count(stated.code, node, key=key),))
    unit = fold_key(stated.words)
    if unit and unit not in PERSON_WORDS and unit not in own_words:
        details = {"key": key, "written": shorten(node.text), "unit": shorten(stated.words)}
        return Outcome(None, (Problem("count-unit", node.where, details),))
    return Outcome(Count(stated.value, stated.mark, where=node.where))


def find_count(written: str) -> StatedNumber:
    """Number, mark and words of a text like `khoảng 1.250 em`."""
    as_written = " ".join(written.split())
    text = strip_marks(as_written)
    found = _COUNT.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or any(sign in found["words"] for sign in "-–()/*"):
        return StatedNumber(None, _explain(text))
    words = as_written[slice(*found.span("words"))].strip(" ,.")
    return state_number(found["mark"], found["number"], found["plus"], words)


def state_number(mark: str | None, number: str, plus: str | None, words: str) -> StatedNumber:
    """Number of the parts of a match; two marks on one number contradict each other."""
    value = find_number(number)
    if value is None:
        return StatedNumber(None, _explain(number))
    if mark and plus:
        return StatedNumber(None, "count-many")
    stated = MARKS[mark] if mark else Mark.AT_LEAST if plus else None
    return StatedNumber(value, None, stated, words)


def tell_count(code: str, scalar: Scalar, *, key: str) -> Problem:
    """Problem of a text that is no count; for a comma, with both readings."""
    told = tell_value(code, scalar, key=key)
    if code != "count-comma":
        return told
    number = re.search(r"([0-9]{1,3}),([0-9]{3})", scalar.text)
    whole, part = (number[1], number[2]) if number else (scalar.text, "")
    readings = {"thousands": whole + part, "decimal": f"{whole},{part.rstrip('0') or '0'}"}
    return Problem(told.code, told.where, {**told.details, **readings})


def _explain(text: str) -> str:
    """Code of a text that isn't one whole number."""
    numbers = re.findall(r"[0-9]+(?:[.,][0-9]+)*", text)
    if not numbers:
        return "count-words"
    if len(numbers) > 1:
        return "count-many"
    if re.match(rf"(?:{MARK}\s*)?[-–−]", text):
        return "count-negative"
    if is_thousands_or_decimal(numbers[0]):
        return "count-comma"
    return "count-decimal" if is_decimal(numbers[0]) else "count-unread"
