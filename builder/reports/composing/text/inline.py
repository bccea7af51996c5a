"""A line of Markdown in; out come spans: bold, italics, figures; everything else as plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.model.report import Span
from builder.reports.composing.sentences.phrases import Spans, join_spans

TAG = re.compile(r"\{\{(?P<name>[^{}\n]*)\}\}")
"""`{{ totals.activities }}`."""

_PIECE = re.compile(
    rf"""
    {TAG.pattern}
  | \\(?P<escaped>[!-/:-@\[-`{{-~])
  | (?<!`)`+(?P<code>[^`]+)`+
  | !\[[^\[\]]*\]\([^()]*\)(?:\{{[^{{}}]*\}})?
  | \[(?P<link>[^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])
  | <(?P<address>https?://[^<>\s]+)>
  | </?[a-zA-Z][^<>]*>
  | (?P<strong>\*\*|(?<!\w)__|__(?!\w))
  | (?P<slant>\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w))
    """,
    re.VERBOSE,
)


def read_spans(text: str, figures: Mapping[str, Spans]) -> Spans:
    """Spans of one paragraph's text.

    A tag of a figure gives its number; one that names none stays as written
    (`check_report_text` tells of it). Links leave their words, pictures nothing.
    """
    spans: list[Span] = []
    bold = italic = False
    done = 0
    for piece in _PIECE.finditer(text):
        spans.append(Span(text[done : piece.start()], bold, italic))
        done = piece.end()
        if piece["strong"]:
            bold = not bold
        elif piece["slant"]:
            italic = not italic
        else:
            spans += _spans_of(piece, figures, bold=bold, italic=italic)
    return join_spans((*spans, Span(text[done:], bold, italic)))


def _spans_of(
    piece: re.Match[str], figures: Mapping[str, Spans], *, bold: bool, italic: bool
) -> Spans:
    """What one piece of markup leaves."""
    if piece["name"] is not None:
        shown = figures.get(piece["name"].strip())
        if shown is None:
            return (Span(piece[0], bold, italic),)
        return tuple(Span(one.text, bold, italic, one.figure) for one in shown)
    if piece["link"] is not None:
        inner = read_spans(piece["link"], figures)
        return tuple(
            Span(one.text, bold or one.bold, italic or one.italic, one.figure) for one in inner
        )
    words = piece["escaped"] or piece["code"] or piece["address"] or ""
    return (Span(words, bold, italic),)
