"""Paragraphs and tables of a document in, pieces of WordprocessingML out."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.report import Annex, Block, Paragraph, ReportTable, Role
from builder.reports.docx.looks import LOOKS, ROLE_STYLES, Style
from builder.reports.docx.markup import write_line, write_paragraph, write_runs
from builder.reports.docx.page import TEXT_MM
from builder.reports.docx.tables import write_table

_LONGEST_WORD = 25
"""Letters; no word of Vietnamese is half as long."""


def write_blocks(
    blocks: Sequence[Block], *, text_mm: float = TEXT_MM, before_signature: bool = False
) -> str:
    """Blocks in order, on a page whose text is so wide.

    `before_signature`: the last paragraph goes where the signature goes.
    """
    last = len(blocks) - 1
    previous: tuple[Block | None, ...] = (None, *blocks[:-1])
    return "".join(
        _write_block(block, above, text_mm, keeps=before_signature and place == last)
        for place, (above, block) in enumerate(zip(previous, blocks, strict=True))
    )


def write_annex(annex: Annex, *, text_mm: float = TEXT_MM, on_new_page: bool = False) -> str:
    """Heading and lists of an annex; `on_new_page`: no section of its own brings it there."""
    breaks = "<w:pageBreakBefore/>" if on_new_page else ""
    return (
        write_line(Style.ANNEX, annex.label, breaks)
        + write_line(Style.ANNEX_TITLE, annex.title)
        + write_line(Style.ANNEX_REFERENCE, annex.reference)
        + write_blocks(annex.blocks, text_mm=text_mm)
    )


def _write_block(block: Block, above: Block | None, text_mm: float, *, keeps: bool) -> str:
    """A block below another one."""
    below_table = isinstance(above, ReportTable)
    if isinstance(block, ReportTable):
        # Word makes one table of two that meet.
        parted = write_paragraph(Style.END, "") if below_table else ""
        return parted + write_table(block, _find_caption(above), text_mm)
    style = ROLE_STYLES[block.role]
    look = LOOKS[style]
    keep = "<w:keepNext/>" if keeps else ""
    apart = f'<w:spacing w:before="{max(look.before, look.after) * 20}"/>' if below_table else ""
    return write_paragraph(style, write_runs(block.spans), keep + apart + _unstretch(block))


def _unstretch(paragraph: Paragraph) -> str:
    """Left alignment where an address would leave wide gaps on the line above it."""
    longest = max(map(len, paragraph.text.split()), default=0)
    return '<w:jc w:val="left"/>' if longest > _LONGEST_WORD else ""


def _find_caption(above: Block | None) -> str | None:
    """Words of a caption."""
    if isinstance(above, Paragraph) and above.role is Role.CAPTION:
        return above.text
    return None
