"""A report in; out comes the list of its figures, which goes into the file beside the text."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.report import Block, Paragraph, Report, Span
from builder.reports.docx.markup import quote_value


def write_figures(report: Report) -> str:
    """Path in `data.json` of each run in the style `Style.FIGURE`, in the order of the text.

    Word knows no place for it in the text that nobody sees: content controls turn into fields of a
    form in LibreOffice, and bookmarks end at some 16,000.
    """
    listed = "".join(
        f'<figure path="{quote_value(span.figure)}" text="{quote_value(span.text)}"/>'
        for span in _list_spans(report)
        if span.figure is not None and span.text
    )
    return f'<figures xmlns="urn:school-outreach:figures">{listed}</figures>'


def _list_spans(report: Report) -> Iterator[Span]:
    """Every span, in the order of the text."""
    blocks: list[Block] = [*report.blocks]
    for annex in report.annexes:
        blocks.extend(annex.blocks)
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.spans
        else:
            for row in block.rows:
                for cell in row:
                    yield from cell
