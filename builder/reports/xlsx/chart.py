"""A Sheet in; out come a chart of its second column and the drawing that it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.tables import Sheet
from builder.reports.xlsx.names import quote_name
from builder.reports.xml import DECLARATION, escape_text, quote_value

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU_PER_PX = 9525
_WIDTH, _HEIGHT = 720 * _EMU_PER_PX, 360 * _EMU_PER_PX
_CATEGORIES, _VALUES = 1, 2
"""Ids of the axes."""

_BAR = "4F81BD"
_GAP = 60
"""Between two bars, in hundredths of one."""

_LABELS = "<c:dLbls>{}</c:dLbls>".format(
    "".join(
        f'<c:show{what} val="{int(what == "Val")}"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
)
"""The number over each bar."""

_FACE = (
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr><a:latin typeface="Calibri"/></a:defRPr></a:pPr>'
    '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
)
_AXES = (
    f'<c:catAx><c:axId val="{_CATEGORIES}"/>'
    '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
    '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="868686"/></a:solidFill></a:ln></c:spPr>'
    f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/>'
    '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/></c:catAx>'
    f'<c:valAx><c:axId val="{_VALUES}"/>'
    '<c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
    '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="1"/>'
    f'<c:tickLblPos val="nextTo"/><c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/>'
    '<c:crossBetween val="between"/></c:valAx>'
)


def write_chart(sheet: Sheet, name: str) -> str:
    """Bars of the second column's numbers; a sum is no bar. `name` is that of the sheet."""
    rows = sheet.rows[: len(sheet.rows) - sheet.has_sum]
    title = escape_text(sheet.headings[1])
    place = f"{escape_text(quote_name(name))}!"
    labels = _list_points([row[0].text for row in rows])
    values = _list_points(["" if row[1].value is None else str(row[1].value) for row in rows])
    last = len(rows) + 1
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main">'
        '<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>'
        f'<a:t>{title}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
        '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>'
        '<c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/>'
        f'<c:order val="0"/><c:tx><c:strRef><c:f>{place}$B$1</c:f><c:strCache>'
        f"{_list_points([sheet.headings[1]])}</c:strCache></c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{_BAR}"/></a:solidFill></c:spPr>'
        f'<c:invertIfNegative val="0"/>{_LABELS}'
        f"<c:cat><c:strRef><c:f>{place}$A$2:$A${last}</c:f>"
        f"<c:strCache>{labels}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{place}$B$2:$B${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{values}</c:numCache></c:numRef></c:val></c:ser>"
        f'<c:gapWidth val="{_GAP}"/><c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
        f'</c:barChart>{_AXES}</c:plotArea><c:plotVisOnly val="1"/></c:chart>'
        f"{_FACE}</c:chartSpace>"
    )


def write_drawing(sheet: Sheet, relation: str) -> str:
    """The chart beside the table, told to who cannot see it; `relation` leads to the chart."""
    rows = sheet.rows[: len(sheet.rows) - sheet.has_sum]
    told = "; ".join(f"{row[0].text}: {row[1].text}" for row in rows)
    return (
        f'{DECLARATION}<xdr:wsDr xmlns:xdr="{_DRAWING}/spreadsheetDrawing"'
        f' xmlns:a="{_DRAWING}/main"><xdr:oneCellAnchor><xdr:from>'
        f"<xdr:col>{len(sheet.headings) + 1}</xdr:col><xdr:colOff>0</xdr:colOff>"
        "<xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
        f'<xdr:ext cx="{_WIDTH}" cy="{_HEIGHT}"/><xdr:graphicFrame macro="">'
        '<xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"'
        f' descr="{quote_value(f"{sheet.title}. {told}")}"/><xdr:cNvGraphicFramePr/>'
        '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart"'
        f' xmlns:r="{_OFFICE}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"
    )


def _list_points(texts: Sequence[str]) -> str:
    """What stands in the cells, for programs that show a chart without reading its sheet."""
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escape_text(text)}</c:v></c:pt>'
        for place, text in enumerate(texts)
        if text
    )
    return f'<c:ptCount val="{len(texts)}"/>{points}'
