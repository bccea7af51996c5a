"""Partners and what was done with them."""

from __future__ import annotations

from datetime import date

import pytest

from builder.model.partners import Agreement, Partner
from tests.counting.school import post
from tests.pages.section import compose, files, meta

SEA = Partner(
    "hai-au", "Trung tâm Hải Âu", names=("Hải Âu",), kind="trung-tam-ngoai-ngu", country="AU",
    website="https://hai-au.example/", licence="GP 12", path="content/partners/hai-au.md",
    body="Dạy tiếng Anh.",
)  # fmt: skip


def test_a_partners_page_tells_its_facts_and_posts() -> None:
    """Its text is the page's text."""
    site = compose(post("a", "2024-03-01", partners=("Hải Âu",)), partners=(SEA,))
    front = meta(site, "doi-tac/hai-au/")
    facts = [(row["term"], row["values"][0]["text"]) for row in front["facts"]]

    assert [
        ("Loại đối tác", "Trung tâm ngoại ngữ"),
        ("Quốc gia", "Australia"),
        ("Trang web", "https://hai-au.example/"),
        ("Giấy phép", "GP 12"),
        ("Đã làm cùng nhau", "1 hoạt động cùng nhà trường"),
    ] == facts
    assert ["a"] == [card["title"] for card in front["cards"]]
    assert "<p>Dạy tiếng Anh.</p>" in files(site)["doi-tac/hai-au/index.md"].text


@pytest.mark.parametrize(
    ("first_day", "last_day", "expected"),
    [
        (date(2023, 1, 1), date(2024, 6, 1), ("01/01/2023 – 01/06/2024", "Đang có hiệu lực")),
        (date(2024, 6, 2), None, ("từ 02/06/2024", "Sắp có hiệu lực")),
        (None, date(2024, 5, 31), ("đến 31/05/2024", "Đã hết hạn")),
        (None, None, (None, "Đang có hiệu lực")),
    ],
)
def test_an_agreement_stands_as_it_does_on_the_day(
    first_day: date | None, last_day: date | None, expected: tuple[str | None, str]
) -> None:
    """First and last day are of it."""
    partner = Partner("a", "A", agreements=(Agreement("Thỏa thuận", first_day, last_day),))
    site = compose(partners=(partner,), today=date(2024, 6, 1))
    (agreement,) = meta(site, "doi-tac/a/")["agreements"]

    assert expected == (agreement["days"], agreement["state"])


def test_partners_stand_under_their_kinds() -> None:
    """Those that only posts name come last; another country is told."""
    site = compose(post("a", "2024-03-01", partners=("Hải Âu", "Nhóm bạn")), partners=(SEA,))
    groups = meta(site, "doi-tac/")["groups"]

    assert [
        ("Trung tâm ngoại ngữ", [("Trung tâm Hải Âu", "Australia")]),
        ("Đối tác khác", [("Nhóm bạn", None)]),
    ] == [
        (one["label"], [(row["name"], row["country"]) for row in one["partners"]]) for one in groups
    ]


def test_an_activity_without_a_page_is_told_on_its_partners_page() -> None:
    """It is counted, so it is named; there is nothing to lead to."""
    hidden = post("an", "2024-03-01", "ngoai-ngu", partners=("Hải Âu",), summary_only=True)
    front = meta(compose(hidden, partners=(SEA,)), "doi-tac/hai-au/")

    assert [{"title": "an", "day": "01/03/2024", "type": "Hoạt động ngoại ngữ"}] == front[
        "without_page"
    ]
    assert front["empty"] is None
