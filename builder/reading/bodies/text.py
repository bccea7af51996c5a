"""A Markdown body → the same text with its code blanked out, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from builder.model.problems import Where

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})[^`\n]*$")
_BACKTICKS = re.compile(r"(?<!\\)`+|\n[ \t]*\n")
_CONTAINER = re.compile(r"(?:[-*+]|\d+[.)])[ \t]|!!!|\?\?\?|===|///|\[\^|:[ \t]")


@dataclass(frozen=True, slots=True)
class BodyText:
    """A body with what its readers share."""

    written: str
    """As the file has it."""

    masked: str
    """Of the same length; code and comments are blanks, so that nothing is told of them."""

    path: str
    line: int
    """Line of the file at which it begins."""

    starts: tuple[int, ...]
    """Position at which each of its lines begins."""

    def place(self, position: int) -> Where:
        """Place of a character in the file."""
        row = bisect_right(self.starts, position) - 1
        return Where(self.path, self.line + row, position - self.starts[row] + 1)


def read_body_text(body: str, *, path: str, line: int) -> BodyText:
    """Blank out fenced, indented and inline code, and comments."""
    lines = body.split("\n")
    starts = (0, *(end + 1 for end in accumulate((len(one) for one in lines), _past_line)))
    masked = _mask_comments(_mask_inline("\n".join(_mask_blocks(lines))))
    return BodyText(body, masked, path, line, starts[: len(lines)])


def blank_out(text: str) -> str:
    """As many blanks as the text has characters; its line ends stay."""
    return "\n".join(" " * len(line) for line in text.split("\n"))


def _past_line(end: int, length: int) -> int:
    """End of a line that follows one with the given end."""
    return end + 1 + length


def _mask_blocks(lines: list[str]) -> list[str]:
    """Lines with fenced and indented code blanked out."""
    masked = list(lines)
    closing = _pair_fences(lines)
    row, in_container, may_indent = 0, False, True
    while row < len(lines):
        line = lines[row]
        if row in closing:
            masked[row : closing[row] + 1] = [
                " " * len(one) for one in lines[row : closing[row] + 1]
            ]
            row, may_indent = closing[row] + 1, True
            continue
        if not line.strip():
            may_indent = True
        elif not line.startswith(("    ", "\t")):
            in_container, may_indent = _CONTAINER.match(line.lstrip()) is not None, False
        elif may_indent and not in_container:
            masked[row] = " " * len(line)
        row += 1
    return masked


def _pair_fences(lines: list[str]) -> dict[int, int]:
    """Row of each opening fence → row of its closing one; a fence that never closes opens nothing.

    A search that failed tells that no longer fence of that sign closes either,
    so each row is looked at a few times at most.
    """
    found = {row: one[1] for row, line in enumerate(lines) if (one := _FENCE.match(line))}
    bare = [row for row, fence in found.items() if lines[row].strip(" \t>") == fence]
    pairs: dict[int, int] = {}
    never_closed: dict[str, int] = {}
    closed = -1
    for row, fence in found.items():
        if row <= closed or len(fence) >= never_closed.get(fence[0], len(fence) + 1):
            continue
        rows_below = (bare[index] for index in range(bisect_right(bare, row), len(bare)))
        closing = next((one for one in rows_below if found[one].startswith(fence)), None)
        if closing is None:
            never_closed[fence[0]] = len(fence)
        else:
            pairs[row] = closed = closing
    return pairs


def _mask_inline(text: str) -> str:
    """Text with code between backticks blanked out, within a paragraph."""
    if "`" not in text:
        return text
    parts: list[str] = []
    done = 0
    for first, last in _pair_backticks(text):
        parts += (text[done:first], blank_out(text[first:last]))
        done = last
    return "".join((*parts, text[done:]))


def _pair_backticks(text: str) -> list[tuple[int, int]]:
    """Spans from each run of backticks to the next of the same length in its paragraph."""
    runs = [(one.start(), one.end()) for one in _BACKTICKS.finditer(text) if one[0][0] == "`"]
    breaks = [one.start() for one in _BACKTICKS.finditer(text) if one[0][0] != "`"]
    by_length: dict[int, list[int]] = {}
    for start, end in runs:
        by_length.setdefault(end - start, []).append(start)
    spans: list[tuple[int, int]] = []
    done = 0
    for start, end in runs:
        if start < done:
            continue
        others = by_length[end - start]
        index = bisect_right(others, start)
        border = bisect_left(breaks, start)
        limit = breaks[border] if border < len(breaks) else len(text)
        if index < len(others) and others[index] < limit:
            done = others[index] + end - start
            spans.append((start, done))
    return spans


def _mask_comments(text: str) -> str:
    """Text with `<!-- … -->` blanked out; one that never closes is no comment."""
    parts: list[str] = []
    done = 0
    while (first := text.find("<!--", done)) >= 0:
        last = text.find("-->", first + 4)
        if last < 0:
            break
        parts += (text[done:first], blank_out(text[first : last + 3]))
        done = last + 3
    return "".join((*parts, text[done:]))
