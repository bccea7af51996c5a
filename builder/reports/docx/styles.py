"""A font's name in; out come the styles of an official document, as Word keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.reports.docx.looks import LOOKS, Look, Style
from builder.reports.docx.markup import quote_value, twips

_PARTS_OF_A_LINE = 240
_EXACT_BELOW = 0.5
"""Lines: a paragraph lower than this holds a rule or an end, whatever its letters' size."""

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
_NO_INDENT = '<w:tblInd w:w="0" w:type="dxa"/>'
_NO_MARGINS = (
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
)
_GRID_MARGINS = (
    '<w:top w:w="40" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
)
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_GRID_LINES = f"<w:tblBorders>{_LINES}</w:tblBorders>"
_OTHERS: Mapping[Style, tuple[str, str, str]] = MappingProxyType(
    {
        Style.FIGURE: ("Số liệu", 'w:type="character" w:customStyle="1"', ""),
        Style.LAYOUT: (
            "Normal Table",
            'w:type="table" w:default="1"',
            f"<w:tblPr>{_NO_INDENT}<w:tblCellMar>{_NO_MARGINS}</w:tblCellMar></w:tblPr>",
        ),
        Style.GRID: (
            "Table Grid",
            'w:type="table"',
            f"<w:tblPr>{_GRID_LINES}<w:tblCellMar>{_GRID_MARGINS}</w:tblCellMar></w:tblPr>",
        ),
    }
)
"""Styles of runs and tables: name, kind and look."""


def write_styles(font: str) -> str:
    """Children of `w:styles`: the defaults in `font`, then every style of `Style`."""
    return _DEFAULTS.format(face=quote_value(font)) + "".join(write_style(one) for one in Style)


def write_style(style: Style) -> str:
    """One style, in whatever font the document has."""
    if style in LOOKS:
        return _write_paragraph_style(style, LOOKS[style])
    name, kind, look = _OTHERS[style]
    return f'<w:style {kind} w:styleId="{style}"><w:name w:val="{name}"/>{look}</w:style>'


def name_style(style: Style) -> str:
    """What Word lists a style as."""
    return LOOKS[style].name if style in LOOKS else _OTHERS[style][0]


def _write_paragraph_style(style: Style, look: Look) -> str:
    """One paragraph style; elements in the order of the schema (ECMA-376, part 1, 17.7.4.17)."""
    default = ' w:default="1"' if style is Style.NORMAL else ""
    own = ' w:customStyle="1"' if style.startswith("Outreach") else ""
    based = "" if style is Style.NORMAL else f'<w:basedOn w:val="{Style.NORMAL}"/>'
    follows = f'<w:next w:val="{Style.TEXT}"/>' if look.outline is not None else ""
    return (
        f'<w:style w:type="paragraph"{default}{own} w:styleId="{style}">'
        f'<w:name w:val="{look.name}"/>{based}{follows}<w:qFormat/>'
        f"<w:pPr>{_write_paragraph_look(look)}</w:pPr><w:rPr>{_write_letters(look)}</w:rPr>"
        "</w:style>"
    )


def _write_paragraph_look(look: Look) -> str:
    """Spacing, indents and alignment."""
    rule = "exact" if look.lines < _EXACT_BELOW else "auto"
    first = "hanging" if look.first_mm < 0 else "firstLine"
    outline = "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>'
    return (
        f"{'<w:keepNext/>' if look.with_next else ''}<w:widowControl/>"
        f'<w:spacing w:before="{look.before * 20}" w:after="{look.after * 20}"'
        f' w:line="{round(look.lines * _PARTS_OF_A_LINE)}" w:lineRule="{rule}"/>'
        f'<w:ind w:left="{twips(look.left_mm)}" w:{first}="{twips(abs(look.first_mm))}"/>'
        f'<w:jc w:val="{look.align}"/>{outline}'
    )


def _write_letters(look: Look) -> str:
    """Weight, slant and size; both said even where they are off, so that nothing is inherited."""
    bold = "" if look.bold else ' w:val="0"'
    italic = "" if look.italic else ' w:val="0"'
    size = look.size * 2
    return (
        f"<w:b{bold}/><w:bCs{bold}/><w:i{italic}/><w:iCs{italic}/>"
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )
