"""PDFs as tests read them: words with their place and look, rules, glyphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pymupdf

POINTS_A_MM = 72 / 25.4
_ITALIC, _BOLD = 2, 16


@dataclass(frozen=True, slots=True)
class Line:
    """One run of words of one look. Places in mm from the page's upper left corner."""

    page: int
    text: str
    size: float
    bold: bool
    italic: bool
    left: float
    right: float
    base: float
    """Where the letters stand."""


def read_lines(data: bytes) -> tuple[Line, ...]:
    """All runs of words of a PDF, page by page."""
    with pymupdf.open(stream=data) as document:
        return tuple(
            _read_line(page.number + 1, span, letters)
            for page in document
            for span in _iterate_spans(page)
            if (letters := [one for one in span["chars"] if one["c"].strip()])
        )


def find_line(data: bytes, text: str) -> Line:
    """The first run that holds this text."""
    return next(line for line in read_lines(data) if text in line.text)


def read_text(data: bytes) -> str:
    """All words of a PDF, blanks and line ends as one blank."""
    with pymupdf.open(stream=data) as document:
        return " ".join(" ".join(page.get_text() for page in document).split())


def read_pages(data: bytes) -> tuple[str, ...]:
    """Words of each page."""
    with pymupdf.open(stream=data) as document:
        return tuple(" ".join(page.get_text().split()) for page in document)


def read_rules(data: bytes) -> tuple[tuple[float, float, float], ...]:
    """Horizontal rules of the first page: from, to and height on the page, in mm."""
    with pymupdf.open(stream=data) as document:
        boxes = [drawing["rect"] for drawing in document[0].get_drawings()]
    flat = [box for box in boxes if box.height < 1]
    return tuple((box.x0 / POINTS_A_MM, box.x1 / POINTS_A_MM, box.y0 / POINTS_A_MM) for box in flat)


def read_glyphs(data: bytes) -> dict[tuple[str, str], set[int]]:
    """Font and letter → numbers of the drawings used; 0 is the empty box."""
    found: dict[tuple[str, str], set[int]] = {}
    with pymupdf.open(stream=data) as document:
        for page in document:
            for run in page.get_texttrace():
                for letter, glyph, *_ in run["chars"]:
                    found.setdefault((run["font"], chr(letter)), set()).add(glyph)
    return found


def read_facts(data: bytes) -> dict[str, object]:
    """Properties of a PDF: its own, its catalog, its outline and the standards that it names."""
    with pymupdf.open(stream=data) as document:
        return {
            "meta": dict(document.metadata),
            "catalog": document.xref_object(document.pdf_catalog(), compressed=True),
            "outline": [(level, title) for level, title, _ in document.get_toc()],
            "standards": document.get_xml_metadata(),
            "size": tuple(round(one / POINTS_A_MM) for one in document[0].rect[2:]),
        }


def _read_line(page: int, span: dict[str, Any], letters: list[dict[str, Any]]) -> Line:
    """One run; a blank at its end, where the line was broken, takes no place."""
    return Line(
        page,
        "".join(one["c"] for one in span["chars"]).strip(),
        round(span["size"], 2),
        bool(span["flags"] & _BOLD),
        bool(span["flags"] & _ITALIC),
        letters[0]["bbox"][0] / POINTS_A_MM,
        letters[-1]["bbox"][2] / POINTS_A_MM,
        span["origin"][1] / POINTS_A_MM,
    )


def _iterate_spans(page: pymupdf.Page) -> Iterator[dict[str, Any]]:
    """Runs of words of one page, in reading order."""
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            yield from line["spans"]
