"""What a text tells of single children: their names, classes, births and health."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.reading.rules.findings import Finding
from builder.reading.rules.names import PupilName, find_called, find_pupil_names
from builder.reading.rules.rule import Rule
from builder.reading.rules.text import ReviewedText

NO_FORM = (None, "no", "not-needed")
"""Values of `photo_consent` that name no form of consent."""

_BIRTHS = frozenset({"sinh năm", "sinh ngày", "sn"})
_BIRTH = r"(?<!\w)(?:sinh (?:năm|ngày)|sn)\s*:?\s*(?:\d{1,2}[/.\-]){0,2}"
_YOUNGEST = r"(?:mầm|chồi|lá|mẫu giáo)(?!\w)"
_CLASS_AND_BIRTH = re.compile(
    rf"lớp\s*(?:\d{{1,2}}\w{{0,3}}|{_YOUNGEST})[^.!?\n]{{0,40}}?{_BIRTH}(\d{{4}})"
    rf"|{_BIRTH}(\d{{4}})[^.!?\n]{{0,40}}?lớp\s*(?:\d|{_YOUNGEST})"
)
_OLDEST_PUPIL = 20
"""Years; whoever was born earlier is no pupil any more."""

_ILLNESSES = frozenset(
    {
        *("khuyết tật", "tự kỷ", "tự kỉ", "ung thư", "bệnh", "bại ", "động kinh", "trầm cảm"),
        *("khiếm th", "câm điếc", "tăng động", "chậm phát", "phẫu thuật", "hiv", "bạch cầu"),
        *("dị tật", "hội chứng", "viêm ", "liệt ", "chất độc", "suy ", "thalass", "tim bẩm"),
        *("máu khó",),
        *("phải cấp cứu", "hôn mê", "bỏng "),
        *("tan máu", "tai nạn", "bị gãy", "nằm viện", "nhập viện", "đi cấp cứu"),
    }
)
_ILLNESS = re.compile(
    r"khuyết tật|(?<!\w)tự k[ỷỉ](?!\w)|ung thư|bại (?:não|liệt)|động kinh|trầm cảm"
    r"|khiếm th(?:ị|ính)|câm điếc|tăng động|chậm phát triển|phẫu thuật|(?<!\w)hiv(?!\w)|bạch cầu"
    r"|dị tật|hội chứng (?:down|thận hư)|(?<!\w)viêm (?:cầu thận|gan|màng não|phổi|khớp|não|tủy)"
    r"|(?<!\w)liệt (?:nửa|hai|cả|chân|tay)|chất độc (?:màu )?da cam|(?<!\w)suy (?:thận|tim|tủy|gan)"
    r"|tim bẩm sinh|thalassemia|máu khó đông|tan máu|bị (?:tai nạn|gãy)|(?:nằm|nhập) viện"
    r"|(?:đi|phải) cấp cứu|hôn mê|bỏng nặng|(?<!\w)(?:mắc|bị|mang|chữa|căn)(?: \w+)? bệnh"
    r"|bệnh (?:tim|hiểm nghèo|nặng|thận|máu|tật|bẩm sinh)"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")


def find_children(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `child-name`, `child-class-birth` and `health-detail`, one a child.

    A post with the reference of a consent form has none: child and parents agreed.
    """
    if text.post is not None and text.post.photo_consent not in NO_FORM:
        return
    ill = _find_ill(text)
    for position, illness in ill.items():
        yield Finding("health-detail", text.place(position), {"written": illness})
    names = tuple(find_pupil_names(text))
    for name in names:
        rule = _rule_of(name, text)
        if rule and not any(name.position <= position < name.end for position in ill):
            yield Finding(rule, text.place(name.position), {"initials": name.initials})
    yield from _find_births(text, names)


def _rule_of(name: PupilName, text: ReviewedText) -> str | None:
    """The strictest active rule that a pupil's name breaks."""
    if name.has_class and "child-class-birth" in text.active:
        return "child-class-birth"
    return "child-name" if "child-name" in text.active else None


def _find_births(text: ReviewedText, names: tuple[PupilName, ...]) -> Iterator[Finding]:
    """Findings of a class beside a birth, where no name that was told stands with them."""
    if text.openings.isdisjoint(_BIRTHS):
        return
    for found in _CLASS_AND_BIRTH.finditer(text.lowered):
        start, end = _sentence_around(text.lowered, found.start())
        is_told = any(start <= name.position < end for name in names)
        is_pupil = int(found[1] or found[2]) >= text.watch.today.year - _OLDEST_PUPIL
        if is_pupil and not is_told and text.is_shown(found.start()):
            details = {"written": found[0]}
            where = text.place(found.start())
            yield Finding("child-class-birth", where, details, "child-birth")


def _find_ill(text: ReviewedText) -> dict[int, str]:
    """Place of each child's name that stands in a sentence with an illness → the illness."""
    if "health-detail" not in text.active or text.openings.isdisjoint(_ILLNESSES):
        return {}
    ill: dict[int, str] = {}
    for found in _ILLNESS.finditer(text.lowered):
        start, end = _sentence_around(text.lowered, found.start())
        child = find_called(text, start, end)
        if child and text.is_shown(child.start()):
            ill.setdefault(child.start(2), found[0])
    return ill


def _sentence_around(lowered: str, position: int) -> tuple[int, int]:
    """Begin and end of the sentence around a place."""
    start = max(lowered.rfind(sign, 0, position) for sign in (". ", "! ", "? ", "\n")) + 1
    end = _SENTENCE_END.search(lowered, position)
    return start, end.start() if end else len(lowered)


RULES = (
    Rule(
        frozenset({"child-name", "child-class-birth", "health-detail"}),
        find_children,
        _BIRTHS | _ILLNESSES,
        always=True,
    ),
)
