"""Words and spans in; out come pieces of WordprocessingML, as text.

A tree of elements would take many times as long: a report has thousands of cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from builder.model.report import Span
from builder.reports.docx.looks import Style

_TWIPS_PER_MM = 1440 / 25.4
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2): Word would call the whole file damaged."""

_SIGNS = re.compile("[^ -%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All that is not written as it is: what XML cannot hold, ends of lines, `&`, `<` and `>`."""


def write_paragraph(style: Style, runs: str, properties: str = "") -> str:
    """A paragraph; `properties` are those that it has besides its style, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def write_line(style: Style, text: str, properties: str = "") -> str:
    """A paragraph of plain words."""
    return write_paragraph(style, write_runs((Span(text),)), properties)


def write_runs(spans: Iterable[Span]) -> str:
    """Runs in order; one that shows a figure carries the style `Style.FIGURE`."""
    return "".join(_write_run(span) for span in spans if span.text)


def quote_value(text: str) -> str:
    """Words as they stand between the quotation marks of an attribute."""
    return _escape(text).replace('"', "&quot;")


def keep_letters(text: str) -> str:
    """The text without what XML cannot hold, with one kind of line ends."""
    return _NOT_IN_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def twips(millimetres: float) -> int:
    """A length as Word counts it, in twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def _write_run(span: Span) -> str:
    """One run."""
    kind = _write_kind(span) if span.bold or span.italic or span.figure is not None else ""
    text = _escape(span.text)
    if "\n" in text or "\t" in text:
        text = text.replace("\n", f"</w:t><w:br/>{_OPEN}").replace("\t", f"</w:t><w:tab/>{_OPEN}")
    return f"<w:r>{kind}{_OPEN}{text}</w:t></w:r>"


def _write_kind(span: Span) -> str:
    """Properties of a run that differ from its paragraph's."""
    properties = (
        f'<w:rStyle w:val="{Style.FIGURE}"/>' if span.figure is not None else "",
        "<w:b/><w:bCs/>" if span.bold else "",
        "<w:i/><w:iCs/>" if span.italic else "",
    )
    return f"<w:rPr>{''.join(properties)}</w:rPr>"


def _escape(text: str) -> str:
    """The text as XML has it; most of a document's thousands of words are as they are."""
    return escape(keep_letters(text), quote=False) if _SIGNS.search(text) else text


_OPEN = '<w:t xml:space="preserve">'
