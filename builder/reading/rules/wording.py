"""Words of a text that the school must not use as they stand: of money, press, machines, others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.reading.rules.findings import Finding
from builder.reading.rules.rule import Rule
from builder.reading.rules.text import ReviewedText

MOST_QUOTED = 0.3
"""Part of a text that may stand in quotation."""

_SHORTEST_QUOTED = 400
"""Letters; a shorter quotation is no copy of an article."""

_MONEY = (
    r"(?:đóng(?! (?:vai|kịch|dấu|cửa|quân|phim|tàu|bảo hiểm))|nộp(?! (?:bài|hồ sơ|sản phẩm|ảnh"
    r"|tranh|phiếu|đơn|báo cáo|lại|tác phẩm|video|sổ|vở|giấy))|góp(?! (?:ý|mặt|vui|phần|sức|giọng))"
    r"|ủng hộ|tài trợ|thu(?! (?:hoạch|hút|thập|dọn|âm|gom|nhận|nhập|phục))|quỹ|kinh phí"
    r"|(?:\d[\d.,]*\s?)?(?:nghìn |ngàn |triệu )đồng(?!\w)|\d[\d.,]*\s?đồng(?!\w))"
)
_DONATION_WORDS = frozenset({"mức ", "bắt buộc", "bình quân mỗi", "phải ", "yêu cầu"})
_DONATION = re.compile(
    r"mức (?:đóng(?: góp)?|thu(?! (?:nhập|hút|hoạch))|ủng hộ|tài trợ)"
    r"(?: tối thiểu| chung| bình quân)?"
    rf"|bắt buộc[^.!?\n]{{0,30}}?(?<!\w){_MONEY}|(?<!\w){_MONEY}[^.!?\n]{{0,30}}?bắt buộc"
    rf"|bình quân mỗi (?:học sinh|em|cháu|gia đình|phụ huynh|hộ)[^.!?\n]{{0,40}}?(?<!\w){_MONEY}"
    r"|(?:phải|yêu cầu)(?: \w+){0,4}? (?:đóng|nộp|góp|ủng hộ)(?: \w+){0,3}? \d[\d.]*\s?"
    r"(?:đồng|đ|nghìn|ngàn|triệu|k)(?!\w)"
)
_DENIAL = re.compile(r"(?:không|chẳng|chưa|tránh|cấm|không được)(?: \w+){0,4} \Z")

_PRESS_WORDS = frozenset({"phóng viên", "tòa soạn", "toà soạn", "bản báo", "pv", "p.v"})
_PRESS = ("phóng viên", "tòa soạn", "toà soạn", "bản báo")
"""Words of one of which every sign of a newspaper has one, but for initials."""

_REAL_PRESS = r"(?! (?:của )?(?:báo|đài|tạp chí|thông tấn|truyền hình|vtv))"
_SIGNED = re.compile(
    rf"[^\w\n]*(?:(?:tin|bài|ảnh)[^\n:]{{0,12}}:\s*phóng viên{_REAL_PRESS}(?: [^\n]{{0,40}})?"
    rf"|phóng viên ?:[^\n]{{0,40}}|phóng viên{_REAL_PRESS}(?: [^\n.!?]{{0,40}})?)"
)
_NEWSROOM = re.compile(
    r"phóng viên (?:của )?(?:nhà trường|trường|trang (?:tin|web|thông tin)|website|chúng tôi)"
    r"|(?:tòa|toà) soạn (?:chúng tôi|của trường|nhà trường|xin|kính|trân trọng)(?!\w)"
    r"|(?<!\w)bản báo(?! cáo)(?!\w)"
)
_INITIALS = re.compile(
    r"^[^\w\n]*(?:(?:Tin|Bài|Ảnh)[^\n:]{0,12}:\s*)?(?:PV|P\.V\.?)(?![\w])"
    r"(?! (?:Báo|Đài|Tạp chí|Thông tấn|Truyền hình|VTV))[^\n]{0,40}$",
    re.MULTILINE,
)

_MACHINES = (
    r"(?:ai|trí tuệ nhân tạo|chatgpt|gpt|gemini|copilot|midjourney|dall[-·]?e|stable diffusion"
    r"|claude|bing image creator|canva ai|deepseek|grok)(?!\w)"
)
_MACHINE_WORDS = frozenset(
    {
        *("trí tuệ nhân tạo", "chatgpt", "gpt", "gemini", "copilot", "midjourney", "dall"),
        *("stable diff", "claude", "bing image", "deepseek", "grok"),
    }
)
_MAKING = (
    r"(?: (?:này|trên|đây|có|được|đã|tạo|làm|viết|soạn|biên soạn|biên tập|tổng hợp|tóm tắt|dịch"
    r"|hoàn thiện|chỉnh sửa|một phần|toàn bộ))*"
)
_CREDIT = re.compile(
    r"(?:^|[\[(“\"*_|])[^\w\n]{0,8}(?:"
    r"(?:nguồn )?(?:hình ảnh|ảnh|hình|tranh|minh h[oọ]ạ?a?|video|người viết|biên soạn)"
    r"(?:[^.\n]{0,30}?(?<!\w)(?:do|bằng|bởi|từ|nhờ|dùng)|(?: [^.\n:]{0,12}?)? sử dụng"
    rf"|[^.\n:]{{0,12}}:)\s*(?:công cụ |phần mềm |ứng dụng )?{_MACHINES}"
    rf"|(?:bài viết|bài|nội dung|tin){_MAKING} (?:do|bằng|bởi|nhờ|với|dùng|sử dụng) "
    rf"(?:sự (?:hỗ trợ|trợ giúp) của |công cụ |phần mềm |ứng dụng )?{_MACHINES}"
    rf"|(?:bài viết|bài|nội dung|tin)[^.\n:]{{0,12}}:\s*{_MACHINES}"
    r"(?=[^\w\n]*(?:$|(?:tạo|viết|soạn|hỗ trợ|biên soạn|tổng hợp)(?!\w)))"
    rf")|^{_MACHINES}$",
    re.MULTILINE,
)
_QUOTED_LINE = re.compile(r"^[ \t]*>[^\n]*", re.MULTILINE)
_QUOTED_WORDS = tuple(
    re.compile(pattern) for pattern in (r"“[^“”>]*”", r"«[^«»>]*»", r"\"(?<![=\w(]\")[^\"\n>]+\"")
)
"""One pattern each: a sign that begins a pattern is found at a machine's speed."""


def find_compulsory_donations(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `compulsory-donation`: a rate or a duty where gifts must be free."""
    for found in _DONATION.finditer(text.lowered):
        before = text.lowered[max(0, found.start() - 40) : found.start()]
        is_denied = _DENIAL.search(before) or "không bắt buộc" in f"{before}{found[0]}"
        if not is_denied:
            yield from _tell(text, "compulsory-donation", found)


def find_press_words(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `press-wording`: the school's site signs like a newspaper."""
    for start, end in _list_lines(text.lowered, _PRESS):
        signed = _SIGNED.fullmatch(text.lowered, start, end)
        found_here = [signed] if signed else _NEWSROOM.finditer(text.lowered, start, end)
        for found in found_here:
            yield from _tell(text, "press-wording", found)
    if "PV" in text.written or "P.V" in text.written:
        for found in _INITIALS.finditer(text.written):
            yield from _tell(text, "press-wording", found)


def find_unmarked_machines(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `ai-unmarked`: a credit names a machine, and the post doesn't say so."""
    is_marked = text.post is not None and text.post.ai_used
    if is_marked or (text.openings.isdisjoint(_MACHINE_WORDS) and "AI" not in text.written):
        return
    for found in _CREDIT.finditer(text.lowered):
        yield from _tell(text, "ai-unmarked", found)


def find_long_quotes(text: ReviewedText) -> Iterator[Finding]:
    """The finding of `long-quote`: more than `MOST_QUOTED` of the body are others' words."""
    body = text.body.text.written
    if len(body) < _SHORTEST_QUOTED:
        return
    found = (one for pattern in _QUOTED_WORDS for one in pattern.finditer(body))
    quotes = [(one.start(), len(one[0])) for one in found]
    if "\n>" in body or "\n >" in body or body.startswith(">"):
        quotes += ((one.start(), len(one[0])) for one in _QUOTED_LINE.finditer(body))
    quoted, whole = sum(length for _, length in quotes), len(body.strip())
    if quoted >= _SHORTEST_QUOTED and quoted > MOST_QUOTED * whole:
        details = {"share": str(round(100 * quoted / whole))}
        yield Finding("long-quote", text.body.text.place(min(quotes)[0]), details)


def _list_lines(lowered: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Begin and end of each line that holds one of some words, in order."""
    places: set[tuple[int, int]] = set()
    for word in words:
        at = lowered.find(word)
        while at >= 0:
            end = lowered.find("\n", at)
            end = len(lowered) if end < 0 else end
            places.add((lowered.rfind("\n", 0, at) + 1, end))
            at = lowered.find(word, end)
    return sorted(places)


def _tell(text: ReviewedText, rule: str, found: re.Match[str]) -> Iterator[Finding]:
    """The finding of words that readers would see."""
    words = found[0].strip(' \n*_>[](|“"')
    position = found.start() + found[0].index(words)
    if text.is_shown(position):
        written = text.written[position : position + len(words)]
        yield Finding(rule, text.place(position), {"written": " ".join(written.split())})


RULES = (
    Rule(frozenset({"compulsory-donation"}), find_compulsory_donations, _DONATION_WORDS),
    Rule(frozenset({"press-wording"}), find_press_words, _PRESS_WORDS),
    Rule(frozenset({"ai-unmarked"}), find_unmarked_machines, _MACHINE_WORDS | {"ai"}),
    Rule(frozenset({"long-quote"}), find_long_quotes),
)
