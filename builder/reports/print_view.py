"""A document's md form in; out comes the HTML by which its page is printed.

The text is that of `composing.markdown`, of today or of the day on which a report was issued: of
Markdown it holds only what is read here, one block a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from builder.reports.decree import RECIPIENTS, TO

_HEAD = 4
"""Blocks before the text: who issues and the number, the nation and the day, type, subject."""

_END = f"***{RECIPIENTS}***"
_ANNEX = "## "
_LONG_WORD = re.compile(r"\S{26,}")
"""Longer than any of Vietnamese."""

_SIGNS = re.compile(r"[\\*&<>]")
_SIGN = re.compile(r"\\(.)|(\*{1,3})|(&(?:amp|lt|gt);)|([&<>])")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_KINDS = ("", "em", "strong")
"""By the number of stars."""


def write_print_view(text: str) -> str:
    """Heading, text, signature and annexes, each in a box that the theme lays out by Decree 30."""
    blocks = text.strip("\n").split("\n\n")
    end = len(blocks) - 1 - blocks[::-1].index(_END)
    recipients, signed, *annexes = blocks[end + 1 :]
    return "".join(
        (
            *_write_head(blocks[:_HEAD]),
            *_write_blocks(blocks[_HEAD:end]),
            *_write_signature(recipients, signed),
            *_write_annexes(annexes),
        )
    )


def _write_head(blocks: Sequence[str]) -> Iterator[str]:
    """Two columns, the number level with the day, and the title below them."""
    issuer, nation, kind, subject = blocks
    *above, number = _list_lines(issuer)
    *state, day = _list_lines(nation)
    yield '<div class="so-paper__head">'
    for name, lines in (("issuer", above), ("number", [number]), ("nation", state), ("day", [day])):
        yield f'<p class="so-paper__{name}">{"<br>".join(lines)}</p>'
    title = f"{_write_words(kind.removeprefix('# '))}<br>{_write_words(subject)}"
    yield f'</div><h2 class="so-paper__title">{title}</h2>'


def _write_signature(recipients: str, signed: str) -> Iterator[str]:
    """Recipients at the left and, level with them, who signs; the name stands apart."""
    *offices, name = _list_lines(signed)
    yield '<div class="so-paper__end"><div class="so-paper__recipients">'
    yield f"<p>{_write_words(_END)}</p>{_write_list(recipients)}</div>"
    yield f'<p class="so-paper__office">{"<br>".join(offices)}<span>{name}</span></p></div>'


def _write_annexes(blocks: Sequence[str]) -> Iterator[str]:
    """Each with its label, title and reference in the middle of its first page's top."""
    starts = [place for place, block in enumerate(blocks) if block.startswith(_ANNEX)]
    for start, end in pairwise((*starts, len(blocks))):
        label, title, reference, *inner = blocks[start:end]
        heading = f"{_write_words(label.removeprefix(_ANNEX))}<br>{_write_words(title)}"
        yield f'<div class="so-paper__annex"><h3>{heading}</h3><p>{_write_words(reference)}</p>'
        yield from _write_blocks(inner)
        yield "</div>"


def _write_blocks(blocks: Sequence[str]) -> Iterator[str]:
    """Headings, paragraphs, lists and tables."""
    for block, below in pairwise((*blocks, "")):
        if block.startswith("| "):
            yield _write_table(block)
        elif block.startswith("### "):
            yield f"<h4>{_write_words(block.removeprefix('### '))}</h4>"
        elif block.startswith("## "):
            yield f"<h3>{_write_words(block.removeprefix('## '))}</h3>"
        elif block.lstrip(" ").startswith("- "):
            yield _write_list(block)
        else:
            yield f"<p{_find_class(block, below)}>{'<br>'.join(_list_lines(block))}</p>"


def _find_class(text: str, below: str = "") -> str:
    """What a paragraph is besides text: a table's title, the addressees, one with an address."""
    if below.startswith("| ") and text.startswith("**") and text.endswith("**"):
        return ' class="so-paper__caption"'
    if text.startswith(TO):
        return ' class="so-paper__to"'
    return ' class="so-paper__loose"' if _LONG_WORD.search(text) else ""


def _write_table(block: str) -> str:
    """A table whose heading stands again on each page."""
    heading, kinds, *rows = (line[2:-2].split(" | ") for line in block.split("\n"))
    opened = ['<td class="so-paper__count">' if kind == "---:" else "<td>" for kind in kinds]
    head = "".join(f"<th>{_write_words(cell)}</th>" for cell in heading)
    body = "".join(
        "<tr>"
        + "".join(f"{tag}{_write_words(cell)}</td>" for tag, cell in zip(opened, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _write_list(block: str) -> str:
    """Dashes, with the signs below them as lists of their own."""
    items = "".join(
        f'<li class="so-paper__below">{_write_words(line.strip().removeprefix("- "))}</li>'
        if line.startswith(" ")
        else f"<li{_find_class(line)}>{_write_words(line.removeprefix('- '))}</li>"
        for line in block.split("\n")
    )
    return f"<ul>{items}</ul>"


def _list_lines(block: str) -> list[str]:
    """Lines of a paragraph."""
    return [_write_words(line) for line in block.split("  \n")]


def _write_words(text: str) -> str:
    """One line; of its signs, what Markdown hides is shown and what HTML hides too."""
    if not _SIGNS.search(text):
        return text
    opened: list[str] = []

    def write_sign(sign: re.Match[str]) -> str:
        letter, stars, kept, mark = sign.groups()
        if stars:
            return "".join(_toggle(kind, opened) for kind in _order_kinds(len(stars), opened))
        return kept or _WRITTEN.get(letter or mark, letter or mark)

    written = _SIGN.sub(write_sign, text)
    return written + "".join(f"</{kind}>" for kind in reversed(opened))


def _order_kinds(stars: int, opened: Sequence[str]) -> Sequence[str]:
    """What so many stars open or close, the innermost of the open ones first."""
    kinds = ("strong", "em") if stars == 3 else (_KINDS[stars],)
    closed = [kind for kind in reversed(opened) if kind in kinds]
    return [*closed, *(kind for kind in kinds if kind not in opened)]


def _toggle(kind: str, opened: list[str]) -> str:
    """A tag that closes what is open, or opens it."""
    if kind in opened:
        opened.remove(kind)
        return f"</{kind}>"
    opened.append(kind)
    return f"<{kind}>"
