"""A Word file in; out comes what tests measure: how its letters look, its figures, its words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Length
from docx.text.paragraph import Paragraph

FIGURE_STYLE = "Số liệu"


def open_document(data: bytes) -> WordDocument:
    """A Word file, opened."""
    return Document(io.BytesIO(data))


def list_paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """Every paragraph of the text, those of tables too, in order."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document)


def find_paragraph(document: WordDocument, beginning: str) -> Paragraph:
    """The one paragraph that begins so."""
    (found,) = (one for one in list_paragraphs(document) if one.text.startswith(beginning))
    return found


def read_figures(data: bytes) -> tuple[tuple[str, str], ...]:
    """Path and shown text of every figure, in the order of the text.

    The text comes from the runs that a reader sees, the path from the list beside them.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        listed = ET.fromstring(archive.read("customXml/item1.xml"))  # noqa: S314
    paths = (figure.attrib["path"] for figure in listed)
    shown = (
        run.text
        for paragraph in list_paragraphs(open_document(data))
        for run in paragraph.runs
        if run.style is not None and run.style.name == FIGURE_STYLE
    )
    return tuple(zip(paths, shown, strict=True))


def measure_letters(document: WordDocument, beginning: str) -> tuple[float, bool, bool]:
    """Size in points, bold, italic of a paragraph whose runs all look the same."""
    paragraph = find_paragraph(document, beginning)
    (look,) = {
        (
            _size(run.font.size or paragraph.style.font.size),
            _either(run.bold, paragraph.style.font.bold),
            _either(run.italic, paragraph.style.font.italic),
        )
        for run in paragraph.runs
    }
    return look


def _size(length: Length | None) -> float:
    """Points."""
    assert length is not None
    return length.pt


def _either(own: bool | None, of_style: bool | None) -> bool:  # noqa: FBT001
    """What a run says, else what its style says."""
    return bool(of_style if own is None else own)
