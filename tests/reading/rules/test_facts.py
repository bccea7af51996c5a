"""What a post states of itself: consent, sources, machines, links."""

from __future__ import annotations

import pytest

from builder.model.problems import Severity
from tests.reading.rules.texts import LEVELS, codes, review

PICTURE = "![Sân trường](anh.jpg)"
REBUTTAL = "themes: phan-bac-thong-tin\n"
OFFICIAL = "source: https://www.chinhphu.vn/tin\n"
APPROVED = "approved_by: Phạm Minh Sáng\n"


@pytest.mark.parametrize(
    ("front", "body", "code"),
    [
        ("", PICTURE, "consent"),
        ("cover: {image: anh.jpg, alt: Sân trường}\n", "Nội dung.", "consent"),
        ("photo_consent: không\n", PICTURE, "consent-refused"),
        (REBUTTAL + APPROVED, "Nội dung.", "rebuttal-source"),
        (REBUTTAL + APPROVED + "source: Báo chí\n", "Nội dung.", "rebuttal-source"),
        (REBUTTAL + APPROVED + "source: https://chinhphu.vn.lua-dao.example/\n", "Nội dung.", None),
        (REBUTTAL + OFFICIAL, "Nội dung.", "rebuttal-approver"),
        ("vai trò: đưa tin\n", "Nội dung.", "relayed-source"),
        (
            "cover: {image: ChatGPT Image 12.png, alt: Cây bàng}\nphoto_consent: không cần\n",
            "Nội dung.",
            "ai-unmarked",
        ),
        ("authors: ChatGPT\n", "Nội dung.", "ai-unmarked"),
    ],
)
def test_what_a_post_does_not_state_is_asked_for(front: str, body: str, code: str | None) -> None:
    """Pictures need a word on consent, rebuttals and others' news a source, machines a mark."""
    expected = [code] if code else ["rebuttal-source", "unknown-host"]

    assert expected == sorted(codes(body, front))


@pytest.mark.parametrize(
    ("front", "body"),
    [
        ("photo_consent: Phiếu đồng ý số 12/2024\n", PICTURE),
        ("photo_consent: không cần\n", PICTURE),
        ("photo_consent: không\n", "Nội dung."),
        ("summary_only: yes\ncover: {image: anh.jpg, alt: Sân trường}\n", ""),
        (REBUTTAL + OFFICIAL + APPROVED, "Nội dung."),
        (REBUTTAL + OFFICIAL + "status: review\n", "Nội dung."),
        ("themes: hoi-nhap-quoc-te\n", "Nội dung."),
        ("authors: ChatGPT\nai_used: yes\n", "Nội dung."),
        ("authors: Tổ Ngữ văn\n", "Nội dung."),
        ("vai trò: đưa tin\nnguồn: Sở Giáo dục và Đào tạo\n", "Nội dung."),
        ("vai trò: tham gia\n", "Nội dung."),
    ],
)
def test_what_is_stated_or_not_needed_passes(front: str, body: str) -> None:
    """A form, a source, an approver, a mark; and posts without pictures or rebuttals."""
    assert [] == codes(body, front)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[xem](https://la.example/x)", "unknown-host"),
        ("<https://la.example>", "unknown-host"),
        ("[xem][a]\n\n[a]: //la.example/x", "unknown-host"),
        ("<a href='http://ten@la.example:8080/'>xem</a>", "unknown-host"),
        ("[xem](https://www.thcshoamai.example.la.example/)", "unknown-host"),
        ("[xem](https://gov.vn.la.example/)", "unknown-host"),
        ("[nhà cái](https://fun88.example/)", "betting-host"),
        ("[xem](https://www.casino-online.example/)", "betting-host"),
        ("[xem](https://bet.example/)", "betting-host"),
        ("[xem](https://b52club.example/)", "betting-host"),
        ("[xem](https://xoilac-tv.example/)", "betting-host"),
        ("[xem](https://xoso.example/)", "betting-host"),
        ("[Bethany](https://bethany.example/)", "unknown-host"),
        ("[Alphabet](https://www.alphabet.example/)", "unknown-host"),
        ("[Khóa 1988](https://khoa1988.example/)", "unknown-host"),
        ("[Giờ học](https://timeslot.example/)", "unknown-host"),
    ],
)
def test_a_link_to_a_stranger_is_found(body: str, code: str) -> None:
    """However it is written; what looks like a betting site is called so."""
    assert [code] == codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "[trường](https://www.thcshoamai.example/doi-ngoai/)",
        "[đối tác](https://nangsom.example)",
        "[văn bản](https://vanban.chinhphu.vn/?a=1) [sở](http://dongmay.edu.vn/)",
        "[phim](https://youtu.be/abc) [trang](https://www.facebook.com/hoamai)",
        "`https://la.example/`",
        "<!-- https://la.example/ -->Nội dung",
        "Hai năm 2023//2024, tệp a//b",
        "[bài](../khac/index.md)",
    ],
)
def test_links_to_known_places_pass(body: str) -> None:
    """The school, its partners, authorities, the press, and what is no link."""
    assert [] == [one for one in codes(body) if one != "link-missing"]


def test_a_stranger_is_told_once() -> None:
    """Ten links to one host are one question."""
    assert ["unknown-host"] == codes("[a](https://la.example/1) [b](https://la.example/2)")


@pytest.mark.parametrize(
    ("level", "severities"), [("off", []), ("warn", ["warning"]), ("block", ["error"])]
)
def test_a_school_says_how_strict_a_rule_is(level: str, severities: list[str]) -> None:
    """`off` tells nothing, `warn` a warning, `block` an error."""
    found = review("Gọi 0912345678", levels={**LEVELS, "phone": level})

    assert severities == [one.severity.value for one in found]


def test_a_post_may_allow_a_finding_with_a_reason() -> None:
    """The rule that is allowed is silent there, the others aren't."""
    allow = "allow: {rule: phone, reason: số của văn phòng}\n"

    assert ["email"] == codes("Gọi 0912345678, thư lan@gmail.com", allow)


@pytest.mark.parametrize("front", ["status: draft\n", "nháp: có\n"])
def test_findings_in_a_draft_stop_nothing(front: str) -> None:
    """They are told as warnings."""
    (problem,) = review("CCCD 001204012345", front)

    assert ("id-number", Severity.WARNING) == (problem.code, problem.severity)


@pytest.mark.parametrize("front", ["internal: yes\n", "status: withdrawn\n"])
def test_posts_that_nobody_reads_are_not_looked_at(front: str) -> None:
    """What stays in the house or was taken down may say what it wants."""
    assert [] == codes("CCCD 001204012345", front)
