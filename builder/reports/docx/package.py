"""Pieces of WordprocessingML in, a Word file out: python-docx keeps its parts and relations."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from builder.model.report import Report
from builder.reports.docx.archive import mark_place, settle_archive
from builder.reports.docx.looks import Style
from builder.reports.docx.markup import keep_letters, write_paragraph
from builder.reports.docx.styles import write_styles

_KEPT = {
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.STYLES,
}
"""Of what python-docx's empty document holds; the rest is another program's picture and fonts."""

_SETTINGS = (
    '<w:defaultTabStop w:val="720"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/>'
)
"""Without them Word opens the document in the manner of an older Word."""

_PROPERTY_LETTERS = 255
_BODY = "body"
_PAGE_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def open_package(report: Report, font: str) -> WordDocument:
    """An empty document with our styles in `font` and the properties of this report."""
    document = Document()
    for relations in (document.part.package.rels, document.part.rels):
        for relation in [one for one in relations.values() if one.reltype not in _KEPT]:
            del relations[relation.rId]
    _fill_element(document.styles.element, write_styles(font))
    _fill_element(document.settings.element, _SETTINGS)
    _tell_properties(document, report)
    return document


def add_page_number(document: WordDocument) -> str:
    """Relation id of a header that holds the number of its page alone."""
    header = document.sections[0].header
    header.is_linked_to_previous = False
    _fill_element(header.part.element, write_paragraph(Style.HEADER, _PAGE_NUMBER))
    return str(document.element.body.xpath("w:sectPr/w:headerReference/@r:id")[0])


def add_part(document: WordDocument, name: str, xml: str) -> None:
    """Keep a piece of data of ours beside the text, where no reader sees it."""
    part = Part(PackURI(name), "application/xml", xml.encode("utf-8"), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def shorten_property(text: str) -> str:
    """Words as a property of a file may hold them."""
    return keep_letters(text)[:_PROPERTY_LETTERS]


def save_package(document: WordDocument, body: str) -> bytes:
    """The document with its text as a file: the same bytes for the same report."""
    _fill_element(document.element.body, mark_place(_BODY))
    saved = io.BytesIO()
    document.save(saved)
    return settle_archive(saved.getvalue(), {_BODY: body})


def _tell_properties(document: WordDocument, report: Report) -> None:
    """Title, author, language and the day of making, which a reader of the file is shown."""
    properties = document.core_properties
    moment = datetime.combine(
        report.today or report.letterhead.day or date(1980, 1, 1), time(), UTC
    )
    properties.title = shorten_property(report.title)
    properties.subject = shorten_property(report.subject)
    properties.author = shorten_property(report.letterhead.school)
    properties.last_modified_by = properties.author
    properties.language = "vi-VN"
    properties.comments = properties.keywords = ""
    properties.revision = 1
    properties.created = properties.modified = moment


def _fill_element(element: BaseOxmlElement, pieces: str) -> None:
    """Put these pieces in place of all that an element holds."""
    tag = element.xpath("name()")
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(f"<{tag} {nsdecls('w', 'r')}>{pieces}</{tag}>")):
        element.append(child)
