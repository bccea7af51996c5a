"""Pieces of WordprocessingML in, a Word file out: its parts and what leads from one to another.

By ECMA-376, part 2. They are written as text: reading an empty document of a library's and taking
apart what it holds took longer than all the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from builder.model.report import Report
from builder.reports.docx.archive import write_archive
from builder.reports.docx.looks import Style
from builder.reports.docx.markup import keep_letters, quote_value, write_paragraph
from builder.reports.docx.styles import write_styles

HEADER = "rId1"
"""Relation of the header that holds the number of its page."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "docProps/core.xml": _CORE,
        "word/document.xml": _WORD_PART.format("document.main"),
        "word/styles.xml": _WORD_PART.format("styles"),
        "word/settings.xml": _WORD_PART.format("settings"),
        "word/header1.xml": _WORD_PART.format("header"),
    }
)
_RELATIONS: Mapping[str, tuple[tuple[str, str, str], ...]] = MappingProxyType(
    {
        "_rels/.rels": (
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": (
            (HEADER, f"{_OFFICE}/header", "header1.xml"),
            ("rId2", f"{_OFFICE}/styles", "styles.xml"),
            ("rId3", f"{_OFFICE}/settings", "settings.xml"),
            ("rId4", f"{_OFFICE}/customXml", "../customXml/item1.xml"),
        ),
    }
)
"""Of the file and of its text: id, kind and target."""

_SETTINGS = (
    '<w:defaultTabStop w:val="720"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/>'
)
"""Without them Word opens the document in the manner of an older Word."""

_PROPERTY_LETTERS = 255
_FIRST_DAY = date(1980, 1, 1)
_PAGE_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def write_package(report: Report, font: str, *, body: str, figures: str) -> bytes:
    """The document with its text as a file: the same bytes for the same report.

    `figures`: data of ours beside the text, where no reader sees it.
    """
    return write_archive(
        {
            "[Content_Types].xml": _write_types(),
            **{name: _write_relations(name) for name in _RELATIONS},
            "docProps/core.xml": _write_properties(report),
            "word/document.xml": _write_part("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": _write_styles(font),
            "word/settings.xml": _write_part("settings", _SETTINGS),
            "word/header1.xml": _write_part("hdr", write_paragraph(Style.HEADER, _PAGE_NUMBER)),
            "customXml/item1.xml": figures,
        }
    )


def shorten_property(text: str) -> str:
    """Words as a property of a file may hold them."""
    return keep_letters(text)[:_PROPERTY_LETTERS]


def _write_types() -> str:
    """What each part is."""
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items()
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _write_relations(name: str) -> str:
    """What a part leads to."""
    listed = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'
        for id_, kind, target in _RELATIONS[name]
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _write_part(root: str, pieces: str) -> str:
    """A part of WordprocessingML."""
    return f'{_XML}<w:{root} xmlns:w="{_WORD}" xmlns:r="{_OFFICE}">{pieces}</w:{root}>'


@cache
def _write_styles(font: str) -> str:
    """Our styles in a font."""
    return _write_part("styles", write_styles(font))


def _write_properties(report: Report) -> str:
    """Title, author, language and the day of making, which a reader of the file is shown."""
    day = report.today or report.letterhead.day or _FIRST_DAY
    school = _quote(report.letterhead.school)
    moment = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_quote(report.title)}</dc:title>"
        f"<dc:subject>{_quote(report.subject)}</dc:subject><dc:creator>{school}</dc:creator>"
        f"<cp:lastModifiedBy>{school}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {moment}created><dcterms:modified {moment}modified>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _quote(text: str) -> str:
    """A property's words."""
    return quote_value(shorten_property(text))
