"""Paragraphs in our styles in; out come the same in the styles of a school's template."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from builder.reports.docx.looks import LOOKS, Style
from builder.reports.docx.styles import name_style, write_style

_USE = re.compile(r'<w:(pStyle|rStyle|tblStyle) w:val="(\w+)"/>')


def lend_styles(document: WordDocument, pieces: Mapping[str, str]) -> Mapping[str, str]:
    """The pieces as the template's own styles show them; styles that it lacks are added to it.

    Styles are known by their names: Word's ids differ from language to language.
    """
    used = {Style(use[2]) for piece in pieces.values() for use in _USE.finditer(piece)}
    ids = _find_ids(document)
    normal = ids.get(LOOKS[Style.NORMAL].name.lower(), Style.NORMAL)
    lent: dict[str, str] = {}
    for style in sorted(used):
        lent[style] = ids.get(name_style(style).lower(), "")
        if not lent[style]:
            _add_style(document, style, normal)
            lent[style] = style

    def rename(use: re.Match[str]) -> str:
        return f'<w:{use[1]} w:val="{lent[use[2]]}"/>'

    return {name: _USE.sub(rename, piece) for name, piece in pieces.items()}


def _find_ids(document: WordDocument) -> Mapping[str, str]:
    """Name of each style of a template, in small letters → its id."""
    styles = document.styles.element.xpath("w:style[w:name]")
    return {
        str(style.xpath("string(w:name/@w:val)")).lower(): str(style.xpath("string(@w:styleId)"))
        for style in styles
    }


def _add_style(document: WordDocument, style: Style, normal: str) -> None:
    """A style of ours upon the template's own normal style, whose font it takes."""
    xml = write_style(style).replace(
        f'<w:basedOn w:val="{Style.NORMAL}"/>', f'<w:basedOn w:val="{normal}"/>'
    )
    wrapped = parse_xml(f"<w:styles {nsdecls('w')}>{xml}</w:styles>")
    document.styles.element.append(wrapped[0])
