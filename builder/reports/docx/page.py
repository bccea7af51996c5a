"""Measures of the page: Decree 30/2020/NĐ-CP, Annex I, with this product's choice in its ranges."""

from __future__ import annotations

from builder.reports.docx.markup import twips

PAGE_MM = (210, 297)
TOP_MM = BOTTOM_MM = 20
LEFT_MM = 30
RIGHT_MM = 15
TEXT_MM = PAGE_MM[0] - LEFT_MM - RIGHT_MM
NUMBER_FROM_TOP_MM = 10
"""The page number stands in the middle of the top margin."""


def write_section(header: str) -> str:
    """A section of A4 pages whose numbers, from its second page on, `header` holds (relation id).

    Pages of each section are numbered from 1, so that an annex has numbers of its own.
    """
    width, height = (twips(side) for side in PAGE_MM)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{twips(TOP_MM)}" w:right="{twips(RIGHT_MM)}"'
        f' w:bottom="{twips(BOTTOM_MM)}" w:left="{twips(LEFT_MM)}"'
        f' w:header="{twips(NUMBER_FROM_TOP_MM)}" w:footer="{twips(NUMBER_FROM_TOP_MM)}"'
        f' w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
