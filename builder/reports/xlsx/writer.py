"""Sheets in; out comes a workbook, the same bytes every time (ECMA-376, parts 1 and 2).

Its parts are written as text: to load a library that makes them cell by cell took as long as all
the rest, and to use it several times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from builder.model.tables import Sheet
from builder.reports.archive import write_archive
from builder.reports.xlsx.chart import write_chart, write_drawing
from builder.reports.xlsx.names import name_sheets, quote_name
from builder.reports.xlsx.strings import Strings
from builder.reports.xlsx.styles import Styles
from builder.reports.xlsx.worksheet import write_worksheet
from builder.reports.xml import DECLARATION, escape_text, quote_value

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FORMATS = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "docProps/core": "application/vnd.openxmlformats-package.core-properties+xml",
    "xl/workbook": f"{_FORMATS}.spreadsheetml.sheet.main+xml",
    "xl/worksheets/": f"{_FORMATS}.spreadsheetml.worksheet+xml",
    "xl/styles": f"{_FORMATS}.spreadsheetml.styles+xml",
    "xl/sharedStrings": f"{_FORMATS}.spreadsheetml.sharedStrings+xml",
    "xl/drawings/": f"{_FORMATS}.drawing+xml",
    "xl/charts/": f"{_FORMATS}.drawingml.chart+xml",
}
"""How the name of a part begins → what it is."""

_MADE_AT = "2000-01-01T00:00:00Z"
"""A fixed moment, so that equal sheets make equal bytes."""

_ONLY = "rId1"
"""Relation of a part that has one."""

_ROOTS = (
    (f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
    (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
)


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """One worksheet a table: numbers as numbers, text as text whatever it begins with.

    The headings stay in sight and are printed on each page; columns are as wide
    as what stands in them.
    """
    strings, styles = Strings(), Styles()
    names = name_sheets([sheet.title for sheet in sheets])
    parts: dict[str, str] = {}
    for number, (sheet, name) in enumerate(zip(sheets, names, strict=True), start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = write_worksheet(
            sheet,
            strings,
            styles,
            is_first=number == 1,
            drawing=_ONLY if sheet.has_chart else None,
        )
        if sheet.has_chart:
            parts |= _draw_chart(sheet, name, number)
    made = {
        "docProps/core.xml": _write_properties(),
        "xl/workbook.xml": _write_contents(names),
        **parts,
        "xl/styles.xml": styles.write(),
        "xl/sharedStrings.xml": strings.write(),
    }
    return write_archive(
        {
            "[Content_Types].xml": _write_types(made),
            "_rels/.rels": _write_relations(_ROOTS),
            "xl/_rels/workbook.xml.rels": _write_relations(_list_shared(len(sheets))),
            **made,
        }
    )


def _draw_chart(sheet: Sheet, name: str, number: int) -> Mapping[str, str]:
    """Parts of a chart; names of parts bear the number of their sheet."""
    return {
        f"xl/worksheets/_rels/sheet{number}.xml.rels": _write_relations(
            [(f"{_OFFICE}/drawing", f"../drawings/drawing{number}.xml")]
        ),
        f"xl/drawings/drawing{number}.xml": write_drawing(sheet, _ONLY),
        f"xl/drawings/_rels/drawing{number}.xml.rels": _write_relations(
            [(f"{_OFFICE}/chart", f"../charts/chart{number}.xml")]
        ),
        f"xl/charts/chart{number}.xml": write_chart(sheet, name),
    }


def _list_shared(sheets: int) -> list[tuple[str, str]]:
    """What a workbook leads to: its sheets first, so that each one's relation bears its number."""
    return [
        *((f"{_OFFICE}/worksheet", f"worksheets/sheet{one + 1}.xml") for one in range(sheets)),
        (f"{_OFFICE}/styles", "styles.xml"),
        (f"{_OFFICE}/sharedStrings", "sharedStrings.xml"),
    ]


def _write_contents(names: Sequence[str]) -> str:
    """The list of sheets, each with the row that is printed on each of its pages."""
    listed = "".join(
        f'<sheet name="{quote_value(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    repeated = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{place}">'
        f"{escape_text(quote_name(name))}!$1:$1</definedName>"
        for place, name in enumerate(names)
    )
    return (
        f'{DECLARATION}<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}">'
        '<bookViews><workbookView xWindow="240" yWindow="15" windowWidth="16095"'
        f' windowHeight="9660"/></bookViews><sheets>{listed}</sheets>'
        f"<definedNames>{repeated}</definedNames></workbook>"
    )


def _write_properties() -> str:
    """When it was made, as far as anybody is told."""
    moment = f'xsi:type="dcterms:W3CDTF">{_MADE_AT}</dcterms:'
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dcterms:created {moment}created><dcterms:modified {moment}modified>"
        "</cp:coreProperties>"
    )


def _write_types(parts: Mapping[str, str]) -> str:
    """What each part is."""
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name in parts
        for start, kind in _TYPES.items()
        if name.startswith(start) and not name.endswith(".rels")
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _write_relations(targets: Iterable[tuple[str, str]]) -> str:
    """What a part leads to: kinds and places, numbered from 1."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
