"""Marks of secret papers, and papers of the Party, in a text that is to be public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.reading.rules.findings import Finding
from builder.reading.rules.rule import Rule
from builder.reading.rules.text import ReviewedText

_STAMP = re.compile(r"TUYỆT MẬT|TỐI MẬT|^[^\w\n]*(?:ĐỘ )?MẬT[^\w\n]*$", re.MULTILINE)
"""A stamp in capitals; the lowest grade counts only where it stands alone on a line."""

_STAMPS = frozenset({"mật", "tuyệt mật", "tối mật", "độ mật"})
_WORDS = frozenset(
    {
        *("tài liệu mật", "tài liệu t", "văn bản mật", "văn bản t", "công văn mật", "công văn t"),
        *("đóng dấu", "độ mật", "lưu hành nội", "xem xong trả"),
    }
)
_DELICATE_WORDS = frozenset(
    {"đáp án", "chưa công bố", "chưa được công", "danh sách trực", "sơ đồ", "camera"}
)
_WORD = re.compile(
    r"(?:tài liệu|văn bản|công văn) (?:tuyệt |tối )?mật(?! (?:mã|ong))(?!\w)"
    r"|đóng dấu (?:tuyệt |tối )?mật(?! mã)(?!\w)|độ mật\s*:\s*(?:tuyệt |tối )?mật(?!\w)"
    r"|lưu hành nội bộ|xem xong trả lại"
)
_DELICATE = re.compile(
    r"(?:đáp án|đề)[^.\n]{0,30}chưa (?:được )?công bố|đáp án (?:của )?đề (?:thi|kiểm tra)"
    r"|danh sách trực(?!\w| (?:tiếp|tuyến|thuộc|quan|nhật))"
    r"|sơ đồ[^.\n]{0,15}(?:an ninh|camera|bảo vệ)"
    r"|(?:vị trí|mật khẩu)[^.\n]{0,15}camera"
)
"""What an outsider could use: worth a look of the approver, and often innocent."""

_PARTY = re.compile(
    r"[^\w\n]*(?:(?:BIÊN BẢN|NGHỊ QUYẾT)(?: [^\W\d_]+){0,4}? )?"
    r"(?:ĐẢNG CỘNG SẢN VIỆT NAM|ĐẢNG (?:BỘ|ỦY|UỶ)|CHI (?:BỘ|ỦY|UỶ)|TỔ ĐẢNG)\b"
)
_PARTY_WORDS = frozenset({"đảng ", "chi bộ", "chi ủy", "chi uỷ", "tổ đảng"})
_FIRST_LINES = 5


def find_secret_marks(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `secret-mark`: stamps, and words that papers of the house carry."""
    if "MẬT" in text.written:
        for found in _STAMP.finditer(text.written):
            yield from _tell(text, found)
    if not text.openings.isdisjoint(_WORDS):
        for found in _WORD.finditer(text.lowered):
            yield from _tell(text, found)
    if not text.openings.isdisjoint(_DELICATE_WORDS):
        for found in _DELICATE.finditer(text.lowered):
            yield from _tell(text, found, code="secret-review")


def find_party_papers(text: ReviewedText) -> Iterator[Finding]:
    """The finding of `party-paper`: a head of a Party paper in the first lines."""
    start, lines = text.body_start, 0
    while start < len(text.written) and lines < _FIRST_LINES:
        end = text.written.find("\n", start)
        end = len(text.written) if end < 0 else end
        found = _PARTY.match(text.written, start, end)
        if found:
            yield Finding("party-paper", text.place(start), {"written": found[0].strip(" *#_>|")})
            return
        lines += bool(text.written[start:end].strip())
        start = end + 1


def _tell(text: ReviewedText, found: re.Match[str], code: str | None = None) -> Iterator[Finding]:
    """The finding of words that readers would see."""
    words = found[0].strip()
    position = found.start() + found[0].index(words)
    if text.is_shown(position):
        written = text.written[position : position + len(words)].strip(" *#_>|()[]-–.:")
        details = {"written": written}
        yield Finding("secret-mark", text.place(position), details, code, is_hint=code is not None)


RULES = (
    Rule(frozenset({"secret-mark"}), find_secret_marks, _STAMPS | _WORDS | _DELICATE_WORDS),
    Rule(frozenset({"party-paper"}), find_party_papers, _PARTY_WORDS),
)
