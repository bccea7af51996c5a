"""Titles with their blocks in; out come headings numbered as Decree 30/2020/NĐ-CP has them."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.report import Block, Role
from builder.reports.composing.sentences.phrases import paragraph

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def number_parts(parts: Sequence[tuple[str, tuple[Block, ...]]]) -> tuple[Block, ...]:
    """“I. …”, “II. …”, each before its blocks."""
    return _number(parts, Role.PART, [roman(number) for number in range(1, len(parts) + 1)])


def number_sections(sections: Sequence[tuple[str, tuple[Block, ...]]]) -> tuple[Block, ...]:
    """“1. …”, “2. …”, each before its blocks."""
    return _number(sections, Role.SECTION, [str(one) for one in range(1, len(sections) + 1)])


def roman(number: int) -> str:
    """Roman numeral of a small number."""
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written += letters
            number -= value
    return written


def _number(
    titled: Sequence[tuple[str, tuple[Block, ...]]], role: Role, numerals: Sequence[str]
) -> tuple[Block, ...]:
    """Headings and blocks, one after the other."""
    return tuple(
        block
        for numeral, (title, blocks) in zip(numerals, titled, strict=True)
        for block in (paragraph(role, f"{numeral}. {title}"), *blocks)
    )
