"""Blocks of a document in; out they come with the sign that closes it, “./.”, once, at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from builder.model.report import Block, Paragraph
from builder.reports.composing.sentences.phrases import Spans

_SIGN = re.compile(r"\.?(?:\s*\./)+\.?")
"""Also as teachers mistype it: `././.`."""


_OWN_CLOSE = 2
"""Words by which a closing sentence is known: “Trên đây …”."""


def close_once(blocks: Sequence[Block], close: Paragraph) -> tuple[Block, ...]:
    """The blocks without any closing sign, then the paragraph that has it (Decree 30/2020).

    A closing sentence that the text brings itself stands in place of `close`.
    """
    opened = [_open_again(block) for block in blocks]
    last = opened[-1] if opened else None
    if isinstance(last, Paragraph) and _begin(last) == _begin(close):
        return (*opened[:-1], replace(last, spans=_with_sign(last.spans)))
    return (*opened, close)


def _begin(paragraph: Paragraph) -> list[str]:
    """First words of a paragraph."""
    return paragraph.text.split()[:_OWN_CLOSE]


def _open_again(block: Block) -> Block:
    """A block without the sign, whoever typed it."""
    if isinstance(block, Paragraph):
        return replace(block, spans=_without_sign(block.spans))
    rows = tuple(tuple(_without_sign(cell) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _with_sign(spans: Spans) -> Spans:
    """Spans with the sign at their end, in place of the mark that closed them."""
    *others, last = spans
    return (*others, replace(last, text=f"{last.text.rstrip(' .;,')}./."))


def _without_sign(spans: Spans) -> Spans:
    """Spans with a full stop in place of the sign."""
    if not any("./" in span.text for span in spans):
        return spans
    return tuple(replace(span, text=_SIGN.sub(".", span.text)) for span in spans)
