"""Numbers and addresses that belong to one person: identity, telephone, account, e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.reading.rules.findings import Finding
from builder.reading.rules.hosts import is_known_host
from builder.reading.rules.rule import Rule
from builder.reading.rules.text import ReviewedText

_RUN = re.compile(r"[+\d][\d .\-\u00a0]{4,}\d")
"""Whatever may be a number that the words before it name."""

_LONG = re.compile(r"0[\d .\-–]{9}")
"""How numbers of persons begin; most texts hold none, and are searched for this alone."""

_IDENTITY = re.compile(
    r"0(?<![\w.,\-]0)(?:0[1-9]|[1-8]\d|9[0-6])"
    r"(?:\d{9}|\d[ .]\d{4}[ .]\d{4}|(?:[ .]\d{3}){3})(?![\d/])"
)
"""Twelve digits that begin with a province's code, 001 to 096, as one run or in groups."""

_PHONE = re.compile(
    r"(?:0(?<![\w.,\-]0)|84(?<![\w.,\-]84)\)?[ .\-]?)[35789](?:\d{8}"
    r"|\d{2}(?:[ .\-–]\d{3}){2}|\d{2}[ .\-]\d{6}|\d{2}(?:[ .\-]\d{2}){3}"
    r"|\d{2}[ .\-]\d{2}[ .\-]\d{4}|\d{4}[ .\-]\d{4}"
    r"|\d[ .\-]\d{3}[ .\-]\d{4}|\d[ .\-]\d{4}[ .\-]\d{3}|\d[ .\-]\d{7}"
    r"|[ .\-]\d{4}[ .\-]\d{4}|(?:[ .\-]\d{2}){4}|\d{3}[ .\-]\d{5})(?!\d|[ .\-]\d|/[^\W\d])"
)
"""A mobile number in the groups that people write; a date with its hour has others."""

_LABELS = frozenset(
    {
        *("cccd", "cmnd", "cmtnd", "căn cước", "chứng minh", "định danh", "hộ chiếu"),
        *("stk", "tài khoản", "số tk", "số tài khoản", "ngân hàng", "chuyển khoản"),
        *("agribank", "vietcombank", "vietinbank", "bidv", "techcombank", "sacombank", "mb bank"),
        *("mbbank", "vpbank", "tpbank", "acb"),
    }
)
_IDENTITY_LABEL = re.compile(
    r"(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)"
    r"|(?:số|mã) định danh(?: cá nhân)?|hộ chiếu)[^\d\n]{0,20}\Z"
)
_FIRM_LABEL = re.compile(
    r"(?<!\w)(?:mã số(?: \w+){0,2}|mst|giấy phép(?: kinh doanh)?|gpkd|đkkd)"
    r"(?: số)?[\s:*_]*\Z"
)
"""What comes before a number of a firm or a paper; many begin as mobile numbers do."""

_ACCOUNT_LABEL = re.compile(r"(?<!\w)(?:stk|(?:số )?tài khoản|số tk)(?!\w)[^\d\n]{0,25}\Z")
_BANK_LABEL = re.compile(
    r"(?<!\w)(?:ngân hàng|(?:agri|vietcom|vietin|techcom|saco|mb ?|vp|tp)bank|bidv|acb"
    r"|chuyển khoản)(?!\w)[^\d\n]{0,25}\Z"
)
_NUMBER_WORD = re.compile(r"(?<!\w)(?:số|stk)(?!\w)")
_DATE = re.compile(r"\d{1,2}[ .\-]+\d{1,2}[ .\-]+(?:19|20)\d\d\b")
_AMOUNT = re.compile(r"\d{1,3}(?:[.\u00a0 ]\d{3})+")
_MONEY = re.compile(r"[\s*_]*(?:đồng|đ(?!\w)|vn[dđ]|triệu|tỷ|tỉ|nghìn|usd|%)")
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+")
_EDGE = re.compile(r"[\s()<>\"'\[\]|]")
_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_LABELS_REACH = 48
_DIGITS_OF_ACCOUNT = range(6, 20)
_DIGITS_BEHIND_BANK = range(9, 20)
_DIGITS_OF_IDENTITY = (9, 12)
_DIGITS_OF_PASSPORT = (7, 8, 9)
_NO_DIGITS = dict.fromkeys(map(ord, "+ .-–)\u00a0"))


def find_numbers(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `id-number`, `bank-number` and `phone`, each number told once."""
    told: set[int] = set()
    if not text.openings.isdisjoint(_LABELS):
        for run in _RUN.finditer(text.written):
            rule = _rule_of_label(text, run)
            if rule is not None:
                told.update(range(*run.span()))
                yield from _tell(text, rule, run)
    if _LONG.search(text.written) is None and "84" not in text.written:
        return
    for rule, pattern in (("id-number", _IDENTITY), ("phone", _PHONE)):
        for found in pattern.finditer(text.written):
            before = text.lowered[max(0, found.start() - _LABELS_REACH) : found.start()]
            if found.start() not in told and not (rule == "phone" and _FIRM_LABEL.search(before)):
                yield from _tell(text, rule, found)


def find_emails(text: ReviewedText) -> Iterator[Finding]:
    """Findings of `email`: addresses that aren't of the school, an authority or a partner."""
    if "@" not in text.written:
        return
    for found in _EMAIL.finditer(text.lowered):
        host = found[0].rpartition("@")[2]
        is_known = found[0] in text.watch.known.contacts or is_known_host(host, text.watch.known)
        in_link = "//" in _EDGE.split(text.lowered[max(0, found.start() - 200) : found.start()])[-1]
        if not is_known and not in_link and text.is_shown(found.start()):
            where = text.place(found.start())
            yield Finding("email", where, {"written": f"{found[0][0]}…@{host}"})


def list_contacts(written: str) -> Iterator[str]:
    """Digits of numbers, and e-mail addresses, that a text of the school's shows on purpose."""
    for pattern in (_RUN, _PHONE):
        for found in pattern.finditer(written):
            yield _digits(found[0])
    for address in _EMAIL.finditer(written):
        yield address[0].lower()


def _rule_of_label(text: ReviewedText, run: re.Match[str]) -> str | None:
    """The rule of a number that the words before it name; None where they name none."""
    before = text.lowered[max(0, run.start() - _LABELS_REACH) : run.start()]
    digits = _digits(run[0])
    identity = _IDENTITY_LABEL.search(before)
    if identity:
        is_passport = identity[0].startswith("hộ chiếu")
        lengths = _DIGITS_OF_PASSPORT if is_passport else _DIGITS_OF_IDENTITY
        if len(digits) in lengths:
            return "id-number"
    return "bank-number" if _is_account(text, run, before, len(digits)) else None


def _is_account(text: ReviewedText, run: re.Match[str], before: str, length: int) -> bool:
    """Whether a number is an account's by the words before it, and neither a day nor a sum."""
    label = _ACCOUNT_LABEL.search(before)
    lengths = _DIGITS_OF_ACCOUNT if label else _DIGITS_BEHIND_BANK
    if length not in lengths or not (label or _BANK_LABEL.search(before)):
        return False
    after = text.lowered[run.end() : run.end() + 12]
    is_named = label is not None and _NUMBER_WORD.search(label[0]) is not None
    is_sum = (_AMOUNT.fullmatch(run[0]) and not is_named) or _MONEY.match(after)
    return not (is_sum or _DATE.match(run[0]))


def _tell(text: ReviewedText, rule: str, found: re.Match[str]) -> Iterator[Finding]:
    """The finding of a number that readers see and that the school doesn't show on purpose.

    Nobody's identity is shown on purpose, wherever it stands.
    """
    digits, position = _digits(found[0]), found.start()
    is_known = rule != "id-number" and digits in text.watch.known.contacts
    if is_known or not text.is_shown(position) or _is_in_address(text.written, *found.span()):
        return
    yield Finding(rule, text.place(position), {"written": f"{digits[:3]}…{digits[-2:]}"})


def _is_in_address(written: str, start: int, end: int) -> bool:
    """Whether a place is part of a link or of a file's name; a link to call somebody is neither."""
    before, after = written[max(0, start - 200) : start], _EDGE.search(written, end)
    token = _EDGE.split(before)[-1] + written[start : after.start() if after else len(written)]
    if "zalo.me/" in token or "tel:" in token:
        return False
    return "//" in token or token.startswith("www.") or _FILE.search(token) is not None


def _digits(number: str) -> str:
    """Digits of a number; the country's code is a zero."""
    digits = number.translate(_NO_DIGITS)
    return f"0{digits[2:]}" if number.startswith(("+84", "84")) else digits


RULES = (
    Rule(
        frozenset({"id-number", "phone", "bank-number"}),
        find_numbers,
        _LABELS,
        always=True,
    ),
    Rule(frozenset({"email"}), find_emails),
)
