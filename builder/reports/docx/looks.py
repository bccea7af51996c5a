"""How every paragraph of an official document looks: Decree 30/2020/NĐ-CP, Annex I, as a table.

What a writer lays out says only which style it is, so that a look is changed in one place, here
or by the school in Word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from builder.model.report import Role


class Style(StrEnum):
    """Ids of the styles in use; Word's own ids where Word has such a style."""

    NORMAL = "Normal"
    HEADER = "Header"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    PART = "Heading1"
    SECTION = "Heading2"
    POINT = "Heading3"
    TEXT = "BodyText"
    DASH = "ListParagraph"
    CAPTION = "Caption"
    BASIS = "OutreachBasis"
    NATION = "OutreachNation"
    MOTTO = "OutreachMotto"
    AUTHORITY = "OutreachAuthority"
    SCHOOL = "OutreachSchool"
    NUMBER = "OutreachNumber"
    PLACE = "OutreachPlace"
    RULE = "OutreachRule"
    TO = "OutreachTo"
    TO_SEVERAL = "OutreachToSeveral"
    ADDRESSEE = "OutreachAddressee"
    OFFICE = "OutreachOffice"
    SIGNER = "OutreachSigner"
    RECIPIENTS = "OutreachRecipients"
    RECIPIENT = "OutreachRecipient"
    ANNEX = "OutreachAnnex"
    ANNEX_TITLE = "OutreachAnnexTitle"
    ANNEX_REFERENCE = "OutreachAnnexReference"
    HEAD_CELL = "OutreachHeadCell"
    CELL = "OutreachCell"
    NUMBER_CELL = "OutreachNumberCell"
    END = "OutreachEnd"
    FIGURE = "OutreachFigure"
    LAYOUT = "TableNormal"
    GRID = "TableGrid"


ROLE_STYLES: Mapping[Role, Style] = MappingProxyType(
    {
        Role.BASIS: Style.BASIS,
        Role.PART: Style.PART,
        Role.SECTION: Style.SECTION,
        Role.POINT: Style.POINT,
        Role.TEXT: Style.TEXT,
        Role.DASH: Style.DASH,
        Role.CAPTION: Style.CAPTION,
    }
)
"""Style of each role of the text."""


class Align(StrEnum):
    """Where the lines of a paragraph stand."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks; indents in millimetres, all else in points."""

    name: str
    """In Word's list of styles: Word's own name where it has one, else the Decree's."""

    size: int = 14
    bold: bool = False
    italic: bool = False
    align: Align = Align.LEFT
    first_mm: float = 0
    """Indent of the first line; a negative one hangs."""

    left_mm: float = 0
    before: int = 0
    after: int = 0
    lines: float = 1
    """Line spacing in lines; below half a line, an exact height."""

    with_next: bool = False
    """Never parted from what comes next."""

    outline: int | None = None
    """Level among the document's headings, the highest 0; None: no heading."""


_CENTRED = Look("", align=Align.CENTRE)
_TEXT = Look("", align=Align.BOTH, first_mm=10, after=6, lines=1.15)
_HEADING = replace(_TEXT, align=Align.LEFT, with_next=True)
_CELL = Look("", size=12)

LOOKS: Mapping[Style, Look] = MappingProxyType(
    {
        Style.NORMAL: Look("Normal"),
        Style.HEADER: Look("header", size=13, align=Align.CENTRE),
        Style.NATION: replace(_CENTRED, name="Quốc hiệu", size=12, bold=True),
        Style.MOTTO: replace(_CENTRED, name="Tiêu ngữ", size=13, bold=True),
        Style.AUTHORITY: replace(_CENTRED, name="Cơ quan chủ quản", size=12),
        Style.SCHOOL: replace(_CENTRED, name="Cơ quan ban hành", size=12, bold=True),
        Style.RULE: Look("Đường kẻ", size=1, before=4, lines=0.1),
        Style.NUMBER: replace(_CENTRED, name="Số và ký hiệu", size=13, before=6),
        Style.PLACE: replace(
            _CENTRED, name="Địa danh và thời gian", size=13, italic=True, before=6
        ),
        Style.TITLE: replace(_CENTRED, name="Title", bold=True, before=18, with_next=True),
        Style.SUBTITLE: replace(_CENTRED, name="Subtitle", bold=True, with_next=True),
        Style.TO: replace(_CENTRED, name="Kính gửi", after=12),
        Style.TO_SEVERAL: Look("Kính gửi nhiều nơi", left_mm=30, with_next=True),
        Style.ADDRESSEE: Look("Nơi kính gửi", left_mm=45, first_mm=-3, after=3),
        Style.BASIS: replace(_TEXT, name="Căn cứ", italic=True),
        Style.PART: replace(_HEADING, name="heading 1", bold=True, before=6, outline=0),
        Style.SECTION: replace(_HEADING, name="heading 2", bold=True, outline=1),
        Style.POINT: replace(_HEADING, name="heading 3", outline=2),
        Style.TEXT: replace(_TEXT, name="Body Text"),
        Style.DASH: replace(_TEXT, name="List Paragraph"),
        Style.CAPTION: replace(_CENTRED, name="caption", bold=True, after=6, with_next=True),
        Style.HEAD_CELL: replace(_CELL, name="Đầu cột", bold=True, align=Align.CENTRE),
        Style.CELL: replace(_CELL, name="Ô chữ"),
        Style.NUMBER_CELL: replace(_CELL, name="Ô số", align=Align.RIGHT),
        Style.OFFICE: replace(_CENTRED, name="Chức vụ người ký", bold=True, with_next=True),
        Style.SIGNER: replace(_CENTRED, name="Họ tên người ký", bold=True, before=72),
        Style.RECIPIENTS: Look("Nơi nhận", size=12, bold=True, italic=True, with_next=True),
        Style.RECIPIENT: Look("Mục nơi nhận", size=11),
        Style.ANNEX: replace(_CENTRED, name="Phụ lục", bold=True, with_next=True, outline=0),
        Style.ANNEX_TITLE: replace(_CENTRED, name="Tên phụ lục", bold=True, with_next=True),
        Style.ANNEX_REFERENCE: replace(
            _CENTRED, name="Kèm theo văn bản", italic=True, after=12, with_next=True
        ),
        Style.END: Look("Hết phần", size=1, lines=0.1),
    }
)
"""Every paragraph style, in the order of the page."""
