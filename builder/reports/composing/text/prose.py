"""A Markdown body in; out come its sections under their headings, and each section's blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from builder.model.report import Block, Paragraph, ReportColumn, ReportTable, Role
from builder.reports.composing.sentences.phrases import Spans
from builder.reports.composing.text.inline import read_spans

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<dash>[-*+•–])|(?P<number>\d{1,3}[.)]))[ \t]+(?P<text>.*)"
)
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELLS = re.compile(r"(?<!\\)\|")
_NUMERAL = re.compile(r"^(?:[IVXLC]+|\d{1,2}|[a-zđ])[.)][ \t]+")
"""What a heading is numbered with by hand; the document numbers its headings itself."""


@dataclass(frozen=True, slots=True)
class Section:
    """Text under one heading."""

    heading: str | None
    """None: text before the first heading."""

    level: int
    row: int
    """Of its first line within the body, whose first one is 0."""

    lines: tuple[str, ...]


def read_sections(body: str, *, deepest: int = 2) -> tuple[Section, ...]:
    """Sections under headings of `#` to the deepest level; deeper ones stay in their lines.

    Comments are left out, their lines kept. The first section has no heading
    and may have no lines.
    """
    sections: list[Section] = []
    heading, level, start, lines = None, 0, 0, list[str]()
    for row, line in enumerate(blank_comments(body).split("\n")):
        found = _HEADING.match(line)
        if found is None or len(found[1]) > deepest:
            lines.append(line)
            continue
        sections.append(Section(heading, level, start, tuple(lines)))
        heading, level, start, lines = _words_of(found), len(found[1]), row + 1, []
    return (*sections, Section(heading, level, start, tuple(lines)))


def blank_comments(body: str) -> str:
    """The body without what stands in comments; every line keeps its place."""
    kept: list[str] = []
    done = 0
    while (first := body.find("<!--", done)) >= 0 and (last := body.find("-->", first + 4)) >= 0:
        kept += (body[done:first], "\n" * body.count("\n", first, last))
        done = last + len("-->")
    return "".join((*kept, body[done:]))


def strip_numeral(heading: str) -> str:
    """A heading without the number before it: `II. Nội dung` is `Nội dung`."""
    return _NUMERAL.sub("", heading.strip())


def read_blocks(lines: Sequence[str], figures: Mapping[str, Spans]) -> tuple[Block, ...]:
    """Paragraphs, dashes, headings and tables of a section, in its order."""
    return tuple(
        block
        for filled, chunk in groupby(_plain(lines), key=lambda line: bool(line.strip()))
        if filled
        for block in _read_chunk(list(chunk), figures)
    )


def _words_of(heading: re.Match[str]) -> str:
    """Words of a heading without the signs that may close it."""
    return heading[2].rstrip().rstrip("#").rstrip()


def _plain(lines: Sequence[str]) -> Iterator[str]:
    """Lines as the document takes them: no fences, no rules, headings by themselves."""
    for line in lines:
        if _RULE.match(line) or _FENCE.match(line):
            yield ""
        elif _HEADING.match(line):
            yield from ("", line, "")
        else:
            yield line


def _read_chunk(lines: list[str], figures: Mapping[str, Spans]) -> Iterator[Block]:
    """Blocks of lines that no blank line parts."""
    heading = _HEADING.match(lines[0])
    if heading is not None:
        role = Role.SECTION if len(heading[1]) <= 3 else Role.POINT
        yield Paragraph(role, read_spans(_words_of(heading), figures))
    elif len(lines) > 1 and "|" in lines[0] and _TABLE_RULE.match(lines[1]):
        yield _read_table(lines, figures)
    else:
        for words, role in _join_lines(lines):
            spans = read_spans(words, figures)
            if spans:
                yield Paragraph(role, spans)


def _join_lines(lines: list[str]) -> Iterator[tuple[str, Role]]:
    """Paragraphs and items of a chunk, lines that go on joined to the one they belong to."""
    words: list[str] = []
    role = Role.TEXT
    for line in lines:
        item = _ITEM.match(line)
        if item is None:
            words.append(line.strip().removeprefix(">").strip())
            continue
        if words:
            yield " ".join(words), role
        sign = item["number"] or ("+" if len(item["indent"].expandtabs(4)) >= 2 else "-")
        role = Role.DASH if item["dash"] else Role.TEXT
        words = [f"{sign} {item['text'].strip()}"]
    yield " ".join(words), role


def _read_table(lines: list[str], figures: Mapping[str, Spans]) -> ReportTable:
    """A table; columns whose rule ends with a colon alone hold numbers."""
    headings, rules, *rows = (_cells(line) for line in lines)
    width = max(len(headings), 1)
    shares = [100 // width + (1 if place < 100 % width else 0) for place in range(width)]
    columns = tuple(
        ReportColumn(
            "".join(span.text for span in read_spans(heading, figures)),
            share,
            numeric=place < len(rules) and rules[place].endswith(":") and rules[place][0] != ":",
        )
        for place, (heading, share) in enumerate(zip(headings, shares, strict=True))
    )
    return ReportTable(
        columns,
        tuple(
            tuple(read_spans(cell, figures) for cell in (*row, *[""] * width)[:width])
            for row in rows
        ),
    )


def _cells(line: str) -> list[str]:
    """Cells of a table's line."""
    return [cell.strip().replace(r"\|", "|") for cell in _CELLS.split(line.strip().strip("|"))]
