"""Tables of a text → those that hold names beside marks, classes or births."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.reading.rules.findings import Finding
from builder.reading.rules.rule import Rule
from builder.reading.rules.text import ReviewedText

_WORDS = frozenset(
    {
        *("họ tên", "họ và tên", "họ, tên", "họ & tên", "tên học sinh", "tên thí sinh", "tên em"),
        "tên trẻ",
    }
)
_NAME = re.compile(
    r"(?:họ(?: và|,| &)? )?tên(?: đệm)?"
    r"(?: (?:các )?(?:học sinh|em|trẻ|hs|thí sinh|vận động viên|đội viên|con|cháu|bé)(?!\w)"
    r"[^|\t\n<]*)?"
)
_MARK = re.compile(
    r"(?<!\w)(?:điểm|đtb|xếp loại|học lực|hạnh kiểm|rèn luyện|kết quả|lớp|ngày sinh|năm sinh"
    r"|cccd|định danh|hoàn cảnh|điện thoại|số đt|sđt|địa chỉ|nơi ở)(?!\w)"
    r"|^(?:toán|(?:ngữ )?văn|tiếng (?:việt|anh)|ngoại ngữ|vật l[íý]|hóa học|hoá học|tb|gpa)$"
)
"""A column of private facts: words anywhere in its head, or a subject, whose column holds marks."""

_ADULTS = re.compile(
    r"chức (?:vụ|danh)|đơn vị|nhiệm vụ|trình độ|chuyên môn|giáo viên|chủ nhiệm|cán bộ|phụ trách"
)
_GIVERS = re.compile(r"ủng hộ|tài trợ|quyên góp|đóng góp|hảo tâm")
"""Givers are thanked by name; in a table with classes they are pupils."""

_CELL_BORDER = re.compile(r"\||\t|</?t[hdr][^<>]*>")
_FEWEST_CELLS = 2


def find_mark_tables(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `marks-table`: heads of tables with a column of names and one of private facts.

    A table of the staff, known by a column such as their offices, or of givers is none.
    """
    if "|" not in text.written and "<t" not in text.lowered and "\t" not in text.written:
        return
    done = 0
    for found in _NAME.finditer(text.lowered):
        if found.start() < done:
            continue
        start, done = _row_around(text.lowered, found.start())
        row = text.lowered[start:done]
        cells = [one for cell in _CELL_BORDER.split(row) if (one := cell.strip(" *_:-\n"))]
        has_names = any(_NAME.fullmatch(one) for one in cells)
        private = next((one for one in cells if _MARK.search(one)), None)
        if len(cells) < _FEWEST_CELLS or not has_names or not private or _is_of_adults(row):
            continue
        if text.is_shown(found.start()):
            at = row.index(private) + start
            written = text.written[at : at + len(private)]
            yield Finding("marks-table", text.place(found.start()), {"written": written})


def is_row_of_adults(text: ReviewedText, position: int) -> bool:
    """Whether a place stands in a table of Markdown whose head says that it is of grown-ups."""
    start, end = _row_around(text.lowered, position)
    head = ""
    while "|" in text.lowered[start:end]:
        head = text.lowered[start:end]
        start, end = text.lowered.rfind("\n", 0, max(0, start - 1)) + 1, start - 1
    return _is_of_adults(head)


def _is_of_adults(head: str) -> bool:
    """Whether the head of a table has a column that pupils' tables don't have."""
    is_of_givers = "lớp" not in head and _GIVERS.search(head) is not None
    return is_of_givers or _ADULTS.search(head) is not None


def _row_around(lowered: str, position: int) -> tuple[int, int]:
    """Begin and end of the row of a table, HTML's or a line of text, around a place."""
    start = lowered.rfind("<tr", 0, position)
    if start > lowered.rfind("</tr", 0, position):
        end = lowered.find("</tr", position)
    else:
        start, end = lowered.rfind("\n", 0, position) + 1, lowered.find("\n", position)
    return start, len(lowered) if end < 0 else end


RULES = (Rule(frozenset({"marks-table"}), find_mark_tables, _WORDS),)
