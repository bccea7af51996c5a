"""Blocks of a document in; out they come with the sign that closes it, “./.”, once, at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from builder.model.report import Block, Paragraph
from builder.reports.composing.phrases import Spans

_SIGN = re.compile(r"\.?(?:\s*\./\.?)+")
"""Also as teachers mistype it: `././.`."""


def close_once(blocks: Sequence[Block], close: Paragraph) -> tuple[Block, ...]:
    """The blocks without any closing sign, then the paragraph that has it (Decree 30/2020)."""
    return (*(_open_again(block) for block in blocks), close)


def _open_again(block: Block) -> Block:
    """A block without the sign, whoever typed it."""
    if isinstance(block, Paragraph):
        return replace(block, spans=_without_sign(block.spans))
    rows = tuple(tuple(_without_sign(cell) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _without_sign(spans: Spans) -> Spans:
    """Spans with a full stop in place of the sign."""
    if not any("./" in span.text for span in spans):
        return spans
    return tuple(replace(span, text=_SIGN.sub(".", span.text)) for span in spans)
