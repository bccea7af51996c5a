"""A Report in; out comes the same document as plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from builder.model.report import Annex, Block, Paragraph, Report, ReportTable, Role, Span
from builder.reports.decree import (
    MOTTO,
    NATION,
    RECIPIENTS,
    list_addressees,
    list_recipients,
    write_number,
    write_place_and_day,
)

_MARKED = re.compile(r"[\t\r\n\\`*_\[\]#&<>]|  ")
"""In texts that do not stay as they are; thousands do."""

_SPECIAL = re.compile(r"([\\`*_\[\]#])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_START = re.compile(r"^(\d+)(?=[.)])|^(?=[-+])")
_BREAK = "  \n"
_HEADINGS = {Role.PART: "## ", Role.SECTION: "### "}


def write_markdown(report: Report) -> str:
    """The document from its heading to its last annex, one block a paragraph."""
    blocks = [
        *_write_head(report),
        *_write_blocks(report.blocks),
        *_write_end(report),
        *(block for annex in report.annexes for block in _write_annex(annex)),
    ]
    return "\n\n".join(blocks) + "\n"


def _write_head(report: Report) -> Iterator[str]:
    """Both columns of the heading one after the other, then title and addressees."""
    head = report.letterhead
    school = [_escape(head.authority)] if head.authority else []
    yield _BREAK.join((*school, _strong(head.school), _escape(write_number(head))))
    place = f"*{_escape(write_place_and_day(head))}*"
    yield _BREAK.join((_strong(NATION), _strong(MOTTO), place))
    yield f"# {_escape(report.type_name)}"
    yield _strong(report.subject)
    lines = list_addressees(report.addressees)
    if lines:
        yield _BREAK.join(_escape_line(line) for line in lines)


def _write_end(report: Report) -> Iterator[str]:
    """Recipients and signature."""
    label = f"***{_escape(RECIPIENTS)}***"
    yield f"{label}\n\n" + "\n".join(
        f"- {_escape(line.removeprefix('- '))}" for line in list_recipients(report.recipients)
    )
    signed = (*report.signature.office, report.signature.name)
    yield _BREAK.join(_strong(line) for line in signed if line)


def _write_annex(annex: Annex) -> Iterator[str]:
    """Label, title, reference and blocks."""
    yield f"## {_escape(annex.label)}"
    yield _strong(annex.title)
    yield f"*{_escape(annex.reference)}*"
    yield from _write_blocks(annex.blocks)


def _write_blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Paragraphs and tables; dashes that follow each other make one list."""
    for listed, group in groupby(blocks, key=_is_item):
        written = [_write_block(block) for block in group]
        if listed:
            yield "\n".join(written)
        else:
            yield from written


def _is_item(block: Block) -> bool:
    """Whether a block is an item of a list."""
    return isinstance(block, Paragraph) and block.role is Role.DASH


def _write_block(block: Block) -> str:
    """One paragraph or table."""
    if isinstance(block, ReportTable):
        return _write_table(block)
    written = _write_spans(block.spans)
    if block.role is Role.DASH:
        indent = "    " if block.text.startswith("+ ") else ""
        return f"{indent}- {written.removeprefix('- ').removeprefix('+ ')}"
    if block.role in _HEADINGS:
        return f"{_HEADINGS[block.role]}{_escape(block.text)}"
    if block.role is Role.BASIS:
        return f"*{_escape(block.text)}*"
    return _strong(block.text) if block.role is Role.CAPTION else _unlist(written)


def _write_table(table: ReportTable) -> str:
    """A table; numbers stand right."""
    lines = [
        _write_row(_escape(column.heading) for column in table.columns),
        _write_row("---:" if column.numeric else "---" for column in table.columns),
        *(_write_row(_write_spans(cell) for cell in row) for row in table.rows),
    ]
    return "\n".join(lines)


def _write_row(cells: Iterable[str]) -> str:
    """One line of a table."""
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def _write_spans(spans: Iterable[Span]) -> str:
    """Text with its bold and italic words."""
    return "".join(_write_span(span) for span in spans).strip()


def _write_span(span: Span) -> str:
    """One span; blanks at its ends stay outside the signs of its kind."""
    text = _escape(span.text)
    sign = ("**" if span.bold else "") + ("*" if span.italic else "")
    words = text.strip(" ") if sign else ""
    if not words:
        return text
    before, _, after = text.partition(words)
    return f"{before}{sign}{words}{sign[::-1]}{after}"


def _strong(text: str) -> str:
    """Bold text."""
    return f"**{_escape(text)}**"


def _escape_line(text: str) -> str:
    """A line that no sign at its start makes a list."""
    return _unlist(_escape(text))


def _unlist(text: str) -> str:
    """A paragraph whose first sign makes no list and no heading of it."""
    return _START.sub(lambda one: f"{one[1] or ''}\\", text)


def _escape(text: str) -> str:
    """Text that Markdown shows as it stands, on one line."""
    if not _MARKED.search(text):
        return text
    folded = _ENTITY.sub("&amp;", re.sub(r"[ \t\r\n]+", " ", text))
    return _SPECIAL.sub(r"\\\1", folded).replace("<", "&lt;").replace(">", "&gt;")
