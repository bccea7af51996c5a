"""Full names in a text → those that are of pupils, by the words around them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from builder.reading.rules.openings import write_pattern
from builder.reading.rules.tables import is_row_of_adults
from builder.reading.rules.text import ReviewedText

_UPPER = "".join(one for one in map(chr, range(0x41, 0x1EFA)) if unicodedata.category(one) == "Lu")
_LOWER = "".join(one for one in map(chr, range(0x61, 0x1EFA)) if unicodedata.category(one) == "Ll")
_SYLLABLE = f"[{_UPPER}](?:[{_LOWER}]+|[{_UPPER}]+|)(?![{_LOWER}{_UPPER}'])"
_REACH = 56
"""Characters before and behind a name whose words say whose it is."""

_PUPIL = (
    r"(?:(?<!mẹ )(?<!huynh )(?<!cựu )(?<!hội )học sinh|(?<!\w)hs|(?:thí|nữ|nam) sinh|học trò"
    r"|đội viên|(?:lớp|đội) (?:trưởng|phó)|thủ khoa|(?<!\w)con(?= tên)"
    r"|(?<!trẻ )(?<!anh )(?<!chị )(?<!\w)em|(?<!\w)cháu|(?<!\w)bé|(?<!\w )(?<!\w)trẻ"
    r"|(?<!trường )(?<!đơn vị )(?<!các )(?<!\w)bạn)(?!\w)"
)
_CLASS = (
    r"(?:lớp|khối)\s*:?\s*\d{1,2}\s?(?:[a-zđ]\d{0,2}|[/.]\d{1,2})?(?!\w)|\d{1,2}[a-zđ]\d{0,2}(?!\w)"
    r"|\((?:[1-9]|1[0-2])[/.]\d{1,2}\)|lớp (?:mầm|chồi|lá|mẫu giáo)(?!\w)(?: \d+)?"
)
_BETWEEN = (
    rf"(?:[\s:,;*_“\"(–\-]|{_CLASS}|(?:nữ|nam|là|tên|như|giỏi|nghèo|trưởng|phó|tiêu biểu|xuất sắc"
    r"|ưu tú|vượt khó|hiếu học|dũng cảm)(?!\w))*"
)
_BEFORE = re.compile(rf"{_PUPIL}{_BETWEEN}\Z")
_CLASS_BEFORE = re.compile(rf"(?:{_CLASS})(?: (?:là|có|tên là|gồm))?[\s:,;*_“\"(–\-]*\Z")
_LIST_OF_CLASS = re.compile(rf"(?:{_CLASS})[ *_]*:[\s*_]*\Z")
_BEHIND = re.compile(rf"[\s*_|,:(–\-]{{0,6}}(?:là\s+|em\s+)?(?:(?:học sinh|hs)(?!\w)|{_CLASS})")
_CLASS_BEHIND = re.compile(
    rf"[\s*_|,:(–\-]{{0,6}}(?:là\s+|em\s+)?(?:(?:học sinh|hs)[\s,]+(?:giỏi\s+)?)?(?:{_CLASS})"
)
_BIRTH = re.compile(
    r"[^.!?\n]{0,40}?(?:sinh (?:năm|ngày)|(?<!\w)sn)[\s:]*(?:\d{1,2}[/.\-]){0,2}\d{2,4}"
)
_NO_PUPIL = re.compile(
    r"(?<!\w)(?:(thầy|cô|giáo viên|ông|bà|anh|chị|chú|bác|đồng chí|đ/c|hiệu trưởng|chủ nhiệm"
    r"|phụ trách|chủ tịch|bí thư|giám đốc|trưởng (?:phòng|ban|đoàn)|nhà (?:thơ|văn|báo|giáo)"
    r"|nhạc sĩ|ca sĩ|họa sĩ|hoạ sĩ|nghệ (?:nhân|sĩ)|anh hùng|liệt sĩ|tác giả|diễn giả|bác sĩ"
    r"|(?:tiến|thạc|dược) sĩ|ts\.?|ths\.?|giáo sư|gs\.?|đại tướng|tướng|vua|phụ huynh|cha|mẹ"
    r"|(?:thiếu|trung|thượng|đại) (?:úy|uý|tá)|(?:kỹ|kĩ|luật|võ) sư|(?:phóng|huấn luyện|giảng) viên"
    r"|sinh viên|doanh nhân|chuyên gia|gv(?:cn)?|mc|nsnd|nsưt|(?:người|tiết) dạy)"
    r"|trường|thcs|thpt|tiểu học|ptdtbt|đường|phố|phường|xã|quận|huyện|giải|cúp|quỹ"
    r"|chi đội|liên đội|đội|đền|chùa|tượng|công viên|cầu|chợ|bến|công ty|kênh|nhóm)"
    r"(?: giáo)?[\s:*_“\"]*\Z"
)
"""Whom or what a name is of instead; its group is a grown-up's calling."""

_TEACHERS = re.compile(r"chủ nhiệm|gvcn|giáo viên|phụ trách|phân công")
_CHILD = frozenset({"em", "cháu", "bé"})
_CUT = "ABCDĐGHKLMNPQRSTVX"
"""Letters that make no name by themselves."""

_NOT_CALLED = re.compile(r"(?:\w|(?:trẻ|anh|chị|các|những|nhiều|trường|đơn vị|mẹ|huynh|cựu) )\Z")
_NEXT = re.compile(rf"[\s,;*_]*(?:[(\-–][\s]*)?(?:{_CLASS})?[\s),;*_]*(?:(?:và|cùng|với)\s+)?")


@dataclass(frozen=True, slots=True)
class PupilName:
    """A pupil's full name in a text."""

    position: int
    end: int
    initials: str
    """How the text may name the pupil instead: `N.V.A.`"""

    has_class: bool
    """Whether class or birth stand beside it."""


def find_pupil_names(text: ReviewedText) -> Iterator[PupilName]:
    """Pupils' full names, in reading order.

    A name is a pupil's by the words before it (`học sinh`, `em`), the class behind
    it, or another pupil's name with nothing but a comma between; in a row that begins
    with a teacher, all are teachers. A name cut to a letter, `Nguyễn Thị H.`, is none.
    """
    row: tuple[int, bool] | None = None
    with_signs = "'" in text.written or "’" in text.written
    for found in _full_name(with_signs=with_signs).finditer(text.written):
        start, end = found.span()
        if text.written[start - 1].isalnum() or not _is_name(found[0]):
            continue
        before, behind = _words_around(text, start, end)
        follows = row is not None and _NEXT.fullmatch(text.lowered, row[0], start) is not None
        is_pupil = _is_pupil(
            text, start, before, behind, as_before=row[1] if row and follows else None
        )
        if is_pupil is None or not text.is_shown(start):
            continue
        row = (end, is_pupil)
        if not is_pupil or _is_cut(found[0]):
            continue
        has_class = _CLASS_BEFORE.search(before) or _CLASS_BEHIND.match(behind)
        initials = "".join(f"{one[0]}." for one in found[0].split()).upper()
        yield PupilName(start, end, initials, has_class=bool(has_class or _BIRTH.match(behind)))


def _is_pupil(
    text: ReviewedText, start: int, before: str, behind: str, *, as_before: bool | None
) -> bool | None:
    """Whether a name is a pupil's, or else a teacher's; None: nothing says whose it is.

    `as_before` is what holds for the name right before it in one row.
    """
    if _BEFORE.search(before):
        return True
    other = _NO_PUPIL.search(before)
    if other:
        return False if other[1] else None
    if as_before is not None:
        return as_before
    is_listed = _BEHIND.match(behind) or _is_in_list_of_class(before)
    return True if is_listed and not is_row_of_adults(text, start) else None


def _is_cut(name: str) -> bool:
    """Whether the last word of a name is but its first letter; `Ý` is a whole name."""
    return name[-2] == " " and name[-1] in _CUT


def _words_around(text: ReviewedText, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a name in its paragraph, or in its value above the text."""
    border = "\n" if end < text.body_start else "\n\n"
    before = text.lowered[max(0, start - _REACH) : start].rpartition(border)[2]
    return before, text.lowered[end : end + _REACH].partition(border)[0]


def _is_in_list_of_class(before: str) -> bool:
    """Whether words end in a class and a colon, and don't say who teaches it."""
    is_listed = ":" in before and _LIST_OF_CLASS.search(before) is not None
    return is_listed and _TEACHERS.search(before) is None


def find_called(text: ReviewedText, start: int, end: int) -> re.Match[str] | None:
    """The first child between two places that is called by a name, be it only `em Hoa`."""
    for found in _called().finditer(text.written, start, end):
        before = text.lowered[max(0, found.start() - 10) : found.start()]
        if not _NOT_CALLED.search(before) and _is_own_name(*found.groups()):
            return found
    return None


def _is_own_name(calling: str, name: str) -> bool:
    """Whether what follows a child's calling is its name; a letter alone is none.

    `học sinh Đức` may be German, `em Đức` is a boy.
    """
    words = name.split()
    is_child = len(words) == 1 and calling.lower() in _CHILD
    return max(map(len, words[:2])) > 1 and (is_child or not _is_famous(name))


def _is_name(name: str) -> bool:
    """Whether capitals that begin like a family's name are a person's, and not a famous one's."""
    words = name.split()
    if "'" in words[0] or "’" in words[0]:
        return True
    least = 2 if words[0].casefold() in _load_names()["families"] else 3
    return len(words) >= least and not _is_famous(name)


def _is_famous(name: str) -> bool:
    """Whether a name is of history, a country or a place, or begins with a place's."""
    table, words = _load_names(), name.casefold().split()
    beginnings = (" ".join(words[:count]) for count in range(1, len(words) + 1))
    return " ".join(words) in table["famous"] or any(one in table["places"] for one in beginnings)


@cache
def _full_name(*, with_signs: bool) -> re.Pattern[str]:
    """A family's name, in title case or in capitals, and the syllables behind it.

    Names of the Ê Đê, Mnông or K'Ho begin with a sign instead, `H'Hen Niê`; few texts hold
    one, and a pattern without them is found six times as fast.
    """
    table = _load_names()
    families = sorted(table["families"] | table["rare_families"])
    names = (name for one in families for name in (one.title(), one.upper()))
    own = f"{write_pattern(names)}(?:[ \u00a0]{_SYLLABLE}){{1,4}}"
    signed = f"|[HK]['’]{_SYLLABLE}(?:[ \u00a0]{_SYLLABLE}){{0,3}}"
    return re.compile(own + signed if with_signs else own)


@cache
def _called() -> re.Pattern[str]:
    """A child and the name that it is called by."""
    return re.compile(
        r"([Ee]m|[Cc]háu|[Bb]é|[Bb]ạn|[Hh]ọc (?:sinh|trò))(?: lớp \d+\w*)? "
        rf"({_SYLLABLE}(?: {_SYLLABLE}){{0,3}})"
    )


@cache
def _load_names() -> dict[str, frozenset[str]]:
    """The table of names, each list folded."""
    text = files(__package__).joinpath("names.toml").read_text(encoding="utf-8")
    return {
        kind: frozenset(name.casefold() for name in names)
        for kind, names in tomllib.loads(text).items()
    }
