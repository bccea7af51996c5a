"""A school's own Word template, a Report and its figures in; the document or its problems out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Length
from docxtpl.template import DocxTemplate
from jinja2 import UndefinedError
from markupsafe import Markup

from builder.model.problems import Outcome, Problem, Where
from builder.model.report import Report
from builder.reports.docx.archive import mark_place, settle_archive
from builder.reports.docx.markup import keep_letters
from builder.reports.docx.package import shorten_property
from builder.reports.docx.page import TEXT_MM
from builder.reports.docx.templates.parts import compose_parts, compose_pieces
from builder.reports.docx.templates.styles import lend_styles
from builder.reports.docx.templates.tags import FormEnvironment, Tags

_UNREADABLE = (
    *(OpcError, zipfile.BadZipFile, KeyError, ValueError),
    SyntaxError,  # of markup that isn't whole
    AttributeError,  # of markup that is, and says nothing that Word would
    TypeError,  # of a part without its address or kind
)

_BESIDE = {
    RELATIONSHIP_TYPE.HEADER: qn("w:hdr"),
    RELATIONSHIP_TYPE.FOOTER: qn("w:ftr"),
    RELATIONSHIP_TYPE.FOOTNOTES: qn("w:footnotes"),
}
"""Parts besides the text that may hold tags, with the root of each."""


def fill_template(
    template: bytes, report: Report, figures: Mapping[str, str], *, path: str
) -> Outcome[bytes]:
    """The report in the school's own form; None where a tag of it names nothing.

    `figures`: path in `data.json` → how a text shows it. Each may be a tag, and so may every part
    that `parts` names. `path`: of the template, for its problems.
    """
    try:
        document, width_mm, lines = _read(template)
    except _UNREADABLE:
        return Outcome(None, (Problem("template-unreadable", Where(path), {"file": path}),))
    shown = {name: keep_letters(text) for name, text in figures.items()}
    parts, pieces = compose_parts(report), compose_pieces(report, width_mm)
    tags = Tags(FormEnvironment(shown), (*parts, *pieces), shown, path)
    problems = tags.find_problems(lines)
    if problems:
        return Outcome(None, problems)
    lent = lend_styles(document, pieces)
    try:
        form = _render(document, parts, lent, tags.environment)
    except UndefinedError as error:
        # What only shows while it is filled in, such as a piece of a loop's value.
        return Outcome(None, (tags.tell_unknown(_name_missing(error)),))
    form.core_properties.title = form.core_properties.title or shorten_property(report.title)
    return Outcome(settle_archive(_save(form).getvalue(), lent))


def _read(template: bytes) -> tuple[WordDocument, float, tuple[str, ...]]:
    """A template, the width of its text in mm, and the words of its paragraphs.

    One of `_UNREADABLE` where a part of it is none that Word would write.
    """
    document = Document(io.BytesIO(template))
    if document.styles.element.tag != qn("w:styles"):
        raise ValueError("these are no styles")
    _save(document)  # Only what can be written as it stands can be filled.
    return document, _measure_text(document), tuple(_list_paragraphs(document))


def _measure_text(document: WordDocument) -> float:
    """Width in mm between the margins of a template's first page."""
    page = document.sections[0]
    if page.page_width is None or page.left_margin is None or page.right_margin is None:
        return TEXT_MM
    return float(Length(page.page_width - page.left_margin - page.right_margin).mm)


def _list_paragraphs(document: WordDocument) -> Iterator[str]:
    """Words of every paragraph that may hold tags, however Word has split them into runs."""
    beside = [one for one in document.part.rels.values() if one.reltype in _BESIDE]
    parts = [parse_xml(one.target_part.blob) for one in beside]
    if [part.tag for part in parts] != [_BESIDE[one.reltype] for one in beside]:
        raise ValueError("this is no header, footer or footnote")
    for part in (document.element, *parts):
        for paragraph in part.xpath("//w:p"):
            yield "".join(str(text) for text in paragraph.xpath(".//w:t/text()"))
    properties = document.core_properties
    yield from (properties.title, properties.subject, properties.author, properties.comments)


def _render(
    document: WordDocument,
    parts: Mapping[str, str],
    pieces: Iterable[str],
    environment: FormEnvironment,
) -> DocxTemplate:
    """The template with its words in place, and with a mark where each long piece goes."""
    # The pieces were escaped bit by bit: none of a title's letters becomes markup.
    places = {name: Markup(mark_place(name)) for name in pieces}  # noqa: S704
    form = DocxTemplate(_save(document))
    form.render({**parts, **places}, environment, autoescape=True)
    return form


def _save(document: WordDocument | DocxTemplate) -> io.BytesIO:
    """A document as a file in memory."""
    saved = io.BytesIO()
    document.save(saved)
    return saved


def _name_missing(error: UndefinedError) -> str:
    """The name that Jinja missed; its sentence quotes it last."""
    quoted = re.findall(r"'([^']*)'", str(error))
    return str(quoted[-1]) if quoted else str(error)
