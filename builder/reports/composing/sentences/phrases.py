"""Codes of the catalog and spans in; out come sentences in which a figure keeps its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from string import Formatter

from builder.locale import load_catalog
from builder.model.report import Paragraph, Role, Span

Spans = tuple[Span, ...]

_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
"""Mark that turns the direction of letters → mark that turns it back (Unicode, UAX #9)."""

_TURNING = re.compile(f"[{''.join(_CLOSED_BY)}]")


def phrase(code: str, language: str, **blanks: str | Spans) -> Spans:
    """A sentence of the catalog whose blanks are texts or spans, figures among them."""
    spans: list[Span] = []
    for written, blank in _load_parts(code, language):
        spans.append(written)
        if blank is not None:
            filling = blanks[blank]
            spans += (Span(_close_marks(filling)),) if isinstance(filling, str) else filling
    return join_spans(spans)


@cache
def _load_parts(code: str, language: str) -> tuple[tuple[Span, str | None], ...]:
    """Words of a sentence, each with the name of the blank behind it."""
    parts = Formatter().parse(load_catalog(language)[code]["text"])
    return tuple((Span(written), blank) for written, blank, _, _ in parts)


def join_spans(spans: Iterable[Span]) -> Spans:
    """The same text with plain neighbours of one kind made one span, and without empty ones."""
    joined: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if joined and _are_alike(joined[-1], span):
            joined[-1] = Span(joined[-1].text + span.text, span.bold, span.italic)
        else:
            joined.append(span)
    return tuple(joined)


def list_spans(items: Sequence[Spans], between: str = ", ") -> Spans:
    """Items one after the other."""
    spans: list[Span] = []
    for number, item in enumerate(items):
        spans += (*((Span(between),) if number else ()), *item)
    return join_spans(spans)


def paragraph(role: Role, text: str | Spans) -> Paragraph:
    """A paragraph of a text or of spans."""
    return Paragraph(role, (Span(text),) if isinstance(text, str) else text)


def dashes(items: Sequence[Spans]) -> tuple[Paragraph, ...]:
    """A list: `- …;` for each item, `- ….` for the last (domain.md 4.1)."""
    last = len(items) - 1
    return tuple(
        Paragraph(Role.DASH, join_spans((Span("- "), *item, Span("." if number == last else ";"))))
        for number, item in enumerate(items)
    )


def start_upper(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def start_lower(text: str) -> str:
    """The text with a small letter first, as inside a sentence."""
    return text[:1].lower() + text[1:]


def without_word(text: str, word: str) -> str:
    """A text without the word at its start; itself where it starts otherwise."""
    if text.lower().startswith(f"{word.lower()} "):
        return text[len(word) :].lstrip()
    return text


def _close_marks(text: str) -> str:
    """A text whose marks of direction end with it, so that they turn nothing behind it."""
    if not _TURNING.search(text):
        return text
    open_marks: list[str] = []
    for character in text:
        if character in _CLOSED_BY:
            open_marks.append(_CLOSED_BY[character])
        elif open_marks and character == open_marks[-1]:
            open_marks.pop()
    return text + "".join(reversed(open_marks))


def _are_alike(before: Span, span: Span) -> bool:
    """Whether two spans can be one."""
    if before.figure is not None or span.figure is not None:
        return False
    return before.bold == span.bold and before.italic == span.italic
