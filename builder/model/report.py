"""An official document before any format: what stands in it and in which role, not how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DocumentKind(StrEnum):
    """What the school issues (domain.md 4.2 and 4.3)."""

    REPORT = "report"
    PLAN = "plan"


class Role(StrEnum):
    """What a paragraph is in the document (Decree 30/2020/NĐ-CP, Annex I)."""

    BASIS = "basis"
    """“Căn cứ …;”: italic, one a line."""

    PART = "part"
    """“I. CÔNG TÁC CHỈ ĐẠO”: capitals, bold."""

    SECTION = "section"
    """“1. Hoạt động truyền thông”: bold."""

    POINT = "point"
    """“a) Nội dung tuyên truyền”: upright."""

    TEXT = "text"
    """A paragraph of the body: justified, first line indented."""

    DASH = "dash"
    """“- …”: one of a list, its dash included in the text."""

    CAPTION = "caption"
    """Title of the table below it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one kind."""

    text: str
    bold: bool = False
    italic: bool = False
    figure: str | None = None
    """Path in `data.json` of the number that this text shows; None: no figure."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    role: Role
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """Its words without their kind."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One column of a table."""

    heading: str
    share: int
    """Width in hundredths of the text's width; the shares of a table make 100."""

    numeric: bool = False
    """Numbers stand right."""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table with a heading row that repeats on each page."""

    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    """Rows of cells of spans."""


Block = Paragraph | ReportTable


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Both columns of the heading (Decree 30/2020/NĐ-CP, Annex I, items 1 to 4)."""

    authority: str | None
    """Above the school's name, capitals, not bold; None: the school has no body above it."""

    school: str
    """Capitals, bold."""

    number: str | None
    """`05`; None: not given yet, printed as room to fill in."""

    symbol: str
    """Without its number: `BC-THCSHM`."""

    place: str
    """“Sao Mai” in “Sao Mai, ngày … tháng … năm …”."""

    day: date | None
    """None: not issued yet, printed as room to fill in."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs."""

    office: tuple[str, ...]
    """Lines in capitals, bold: `HIỆU TRƯỞNG`, or `KT. HIỆU TRƯỞNG` and `PHÓ HIỆU TRƯỞNG`."""

    name: str
    """Bold, without a degree before it."""


@dataclass(frozen=True, slots=True)
class Annex:
    """A list behind the signature, on pages of its own."""

    label: str
    """`Phụ lục I`."""

    title: str
    """Capitals."""

    reference: str
    """“(Kèm theo Báo cáo số … ngày … của …)”."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report or a plan, ready for every writer."""

    kind: DocumentKind
    title: str
    """Of the file's properties: type and subject in one line."""

    letterhead: Letterhead
    type_name: str
    """`BÁO CÁO` or `KẾ HOẠCH`."""

    subject: str
    """Trích yếu, sentence case."""

    addressees: tuple[str, ...]
    """After “Kính gửi:”; empty: none is printed."""

    blocks: tuple[Block, ...]
    """The last paragraph ends with “./.”."""

    recipients: tuple[str, ...]
    """Items under “Nơi nhận:”, without dash and closing sign; the last begins with `Lưu:`."""

    signature: Signature
    annexes: tuple[Annex, ...] = ()
    today: date | None = None
    """Day of making, for the file's properties."""
