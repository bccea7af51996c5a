"""What the school must see to with its partners: licences and agreements."""

from __future__ import annotations

from datetime import date

import pytest

from builder.locale import speak_problem
from builder.model.problems import Severity
from builder.reading.surroundings.partner_papers import check_partners
from builder.reading.surroundings.partners import read_partner
from builder.reading.values.words import word_table
from builder.reading.vocabulary import load_vocabulary

KINDS = word_table(load_vocabulary().partner_kinds)
PATH = "content/partners/hai-au.md"


def tell(front: str, today: date) -> list[tuple[str, int]]:
    """Codes and lines of what a partner's file is told of on a day, each of which can be said."""
    partner = read_partner(f"---\ntên: Hải Âu\n{front}\n---\n", PATH, KINDS).value
    assert partner is not None
    problems = list(check_partners([partner], today))
    assert {Severity.WARNING} >= {one.severity for one in problems}
    assert all(speak_problem(one, name).hint for one in problems for name in ("vi", "en"))
    return [(one.code, one.where.line) for one in problems]


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("loại: trung tâm ngoại ngữ", [("partner-licence", 3)]),
        ("giấy phép:\nloại: trung-tam-ngoai-ngu", [("partner-licence", 4)]),
        ("loại: trung-tam-ngoai-ngu\ngiấy phép: Số 5", []),
        ("loại: trung-tam-ky-nang", []),
        ("nước: VN", []),
    ],
)
def test_a_language_centre_has_a_licence(front: str, told: list[tuple[str, int]]) -> None:
    """Other partners need none."""
    assert told == tell(front, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (date(2022, 10, 31), []),
        (date(2022, 11, 1), ["agreement-ends"]),
        (date(2023, 1, 1), ["agreement-ended"]),
        (date(2022, 12, 31), ["agreement-ends"]),
        (date(2026, 11, 22), ["agreement-ended"]),
    ],
)
def test_an_agreement_is_told_from_sixty_days_before_its_end(today: date, codes: list[str]) -> None:
    """At its own line, before its end and after."""
    front = "thỏa thuận:\n  - tên: Giai đoạn\n    từ ngày: 01/01/2019\n    đến ngày: 31/12/2022"

    assert [(code, 4) for code in codes] == tell(front, today)


@pytest.mark.parametrize("later", ["đến ngày: 31/12/2029", "từ ngày: 01/01/2023"])
def test_a_renewed_agreement_is_not_told(later: str) -> None:
    """One that lasts longer, or has no end, goes on from it."""
    front = f"thỏa thuận: [{{tên: A, đến ngày: 31/12/2022}}, {{tên: B, {later}}}]"

    assert [] == tell(front, date(2026, 11, 22))


def test_of_two_that_ended_the_later_is_told() -> None:
    """The earlier one was renewed by it."""
    front = "thỏa thuận:\n  - {tên: A, đến ngày: 31/12/2022}\n  - {tên: B, đến ngày: 31/12/2023}"

    assert [("agreement-ended", 5)] == tell(front, date(2026, 11, 22))
