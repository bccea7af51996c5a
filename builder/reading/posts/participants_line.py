"""One line about who took part → counts by group, or one bare total.

A line is a row of parts `number words`; a part runs to the next number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from builder.model.addresses import fold_key, strip_marks
from builder.model.counts import Count, Group, Participants
from builder.model.problems import Outcome, Problem, Where
from builder.reading.source.nodes import Scalar
from builder.reading.source.yaml_nodes import shorten
from builder.reading.values.counts import MARK, NUMBER, state_number, tell_count
from builder.reading.values.words import WordTable

_PART = re.compile(rf"(?:(?<!\w)(?P<mark>{MARK})\s*)?(?P<number>{NUMBER})(?P<plus>\+)?")
_BETWEEN = re.compile(r"[,;&]|\bva\b")
_PEOPLE = frozenset({"nguoi", "luot", "luot_nguoi"})
_FILLER = re.compile(r"(?:luot nguoi|luot|nguoi|em|vi|ban)\s+")
_CALCULATION = frozenset({"-", "–", "+", "x", "/"})
_MINUS = frozenset({"-", "–", "−"})
_LONGEST = 500
_AROUND = " \n,;:."
_EXAMPLE = "21 cán bộ, 170 học sinh"


@dataclass(frozen=True, slots=True)
class _Part:
    """A number with the words up to the next one."""

    found: re.Match[str]
    words: str
    """Folded, without diacritics."""

    written: str
    """The same words as the file has them."""

    where: Where


class _Unread(Exception):  # noqa: N818 - no error of ours, a way out of a part
    """A part that can't be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_line(scalar: Scalar, groups: WordTable, *, key: str) -> Outcome[Participants]:
    """Counts of a line like `21 cán bộ, giáo viên, 170 học sinh và 30 phụ huynh`."""
    text = strip_marks(scalar.text.replace("\n", " "))
    details = {"key": key, "written": shorten(scalar.text)}
    first = _PART.search(text[:_LONGEST])
    if first is None:
        return Outcome(None, (Problem("people-no-number", scalar.where, details),))
    if len(text) > _LONGEST:
        details["words"] = shorten(scalar.text[_LONGEST:])
        return Outcome(None, (Problem("people-words", scalar.where, details),))
    before = scalar.text[: first.start()].strip(_AROUND)
    try:
        if before in _MINUS:
            return Outcome(None, (tell_count("count-negative", scalar, key=key),))
        if before and groups.find(_find_words(before)) is not None:
            details["remedy"] = _put_numbers_first(scalar.text, text, groups) or _EXAMPLE
            return Outcome(None, (Problem("people-group-first", scalar.where, details),))
        if before:
            _refuse_words(scalar, before, scalar.where, key)
        return _join(list(_parts(scalar, text)), scalar, groups, key)
    except _Unread as unread:
        return Outcome(None, (unread.problem,))


def _put_numbers_first(written: str, text: str, groups: WordTable) -> str | None:
    """`học sinh 170, giáo viên 21` as `170 học sinh, 21 giáo viên`; None for any other row."""
    found = list(_PART.finditer(text))
    starts = (0, *(one.end() for one in found))
    words = [written[start : one.start()] for start, one in zip(starts, found, strict=False)]
    named = [_find_words(one) for one in words]
    if written[starts[-1] :].strip(_AROUND) or None in map(groups.find, named):
        return None
    return ", ".join(
        f"{written[slice(*one.span())]} {name}" for one, name in zip(found, named, strict=True)
    )


def _find_words(written: str) -> str:
    """Words between two numbers without what joins them to the part before."""
    return re.sub(r"^(?:và|&)\s+", "", written.strip(_AROUND))


def _parts(scalar: Scalar, text: str) -> Iterator[_Part]:
    """Parts of a line, each with the column of its number where that can be told."""
    found = list(_PART.finditer(text))
    for part, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(text)
        where = scalar.where
        if "\n" not in scalar.text:
            column = where.column + part.start() + (not scalar.is_plain)
            where = Where(where.path, where.line, column)
        words, written = text[part.end() : end], scalar.text[part.end() : end]
        yield _Part(part, words.strip(" ,;."), written.strip(" ,;."), where)


def _join(parts: list[_Part], scalar: Scalar, groups: WordTable, key: str) -> Outcome[Participants]:
    """Parts as participants; a bare number stands only alone."""
    counts: dict[Group, Count] = {}
    for part in parts:
        group = _read_group(part, scalar, groups, key)
        count = _read_number(part, key)
        if group is None and len(parts) == 1:
            return Outcome(Participants(MappingProxyType({}), count))
        if group is None:
            number = {"key": key, "number": part.found["number"]}
            return Outcome(None, (Problem("people-bare", part.where, number),))
        if group in counts:
            label = groups.labels[group]
            details = {"group": label, "written": shorten(scalar.text)}
            return Outcome(None, (Problem("people-group-twice", part.where, details),))
        counts[group] = count
    ordered = {group: counts[group] for group in Group if group in counts}
    return Outcome(Participants(MappingProxyType(ordered)))


def _read_number(part: _Part, key: str) -> Count:
    """Number of a part with its mark."""
    found = part.found
    stated = state_number(found["mark"], found["number"], found["plus"], "")
    if stated.code is not None:
        raise _Unread(tell_count(stated.code, Scalar(found[0], part.where), key=key))
    return Count(stated.value, stated.mark, where=part.where)


def _read_group(part: _Part, scalar: Scalar, groups: WordTable, key: str) -> Group | None:
    """Group that the words of a part name; None where they only say that people are counted."""
    if part.words in _CALCULATION:
        raise _Unread(tell_count("count-many", scalar, key=key))
    whole = groups.find(part.words)
    if whole is not None:
        return Group(whole)
    named: set[Group] = set()
    for piece in _BETWEEN.split(part.words):
        words = piece.strip()
        if not words or fold_key(words) in _PEOPLE:
            continue
        known = groups.find(words) or groups.find(_FILLER.sub("", words, count=1))
        if known is None:
            _refuse_words(scalar, part.written, part.where, key)
        else:
            named.add(Group(known))
    if len(named) > 1:
        details = {"key": key, "number": part.found["number"], "written": shorten(part.written)}
        raise _Unread(Problem("people-two-groups", part.where, details))
    return next(iter(named), None)


def _refuse_words(scalar: Scalar, words: str, where: Where, key: str) -> None:
    """Stop at words that name no group."""
    details = {"key": key, "written": shorten(scalar.text), "words": shorten(words)}
    raise _Unread(Problem("people-words", where, details))
