"""Partners of a period (counting.md, rule 9)."""

from __future__ import annotations

from builder.model.partners import Partner
from builder.model.posts import Post
from builder.model.summary import PartnerRow
from tests.counting.school import gift, mention, numbers, post, summaries


def with_partners(name: str, day: str, *partners: str, **facts: object) -> Post:
    """A post about something done with partners."""
    return post(name, day, "giao-luu-hop-tac", partners=partners, **facts)


def rows(*found: PartnerRow) -> dict[str, tuple[int | None, bool]]:
    """Activities and whether new, by name."""
    return {one.partner.name: (one.activities.value, one.is_new) for one in found}


def test_a_partner_counts_once_an_activity_and_once_a_period() -> None:
    """However many posts name it, under whichever of its names."""
    counted = summaries(
        with_partners("a", "2025-03-01", "Hội A", event="x"),
        with_partners("b", "2025-03-02", "Hội A", "hội a", event="x"),
        with_partners("c", "2025-03-03", "HỘI A"),
    )["2025"]

    assert {"Hội A": (2, True)} == rows(*counted.partners)
    assert {"hoi-a": 1} == numbers(counted.totals.partners)
    assert {"x": 1, "2025/c": 1} == numbers(counted.partners[0].activities)


def test_most_activities_stand_first_then_names_in_vietnamese_order() -> None:
    """`Đ` after `D`, not after `Z`."""
    counted = summaries(
        with_partners("a", "2025-03-01", "Đoàn xã", "Dân phòng", "Ủy ban"),
        with_partners("b", "2025-03-02", "Ủy ban"),
    )["2025"]

    assert ["Ủy ban", "Dân phòng", "Đoàn xã"] == [one.partner.name for one in counted.partners]


def test_a_partner_is_new_until_the_period_after_its_first_activity() -> None:
    """In the calendar year and in the school year by their own first days."""
    found = summaries(
        with_partners("a", "2024-10-01", "Hội A"), with_partners("b", "2025-03-01", "Hội A")
    )

    assert {"2024": True, "2024-2025": True, "2025": False} == {
        period: one.partners[0].is_new for period, one in found.items()
    }
    assert [1, 0] == [found[year].totals.partners_new.value for year in ("2024", "2025")]


def test_a_partner_named_by_an_article_alone_is_none_of_the_years() -> None:
    """It is counted by activities, and an article is none."""
    counted = summaries(
        with_partners("a", "2024-10-01"),
        post("b", "2024-10-02", "tin-bai-gioi-thieu", partners=("Hội A",)),
    )["2024"]

    assert (0, ()) == (counted.totals.partners.value, counted.partners)


def test_foreign_partners_are_of_another_country() -> None:
    """One without a file is taken for Vietnamese."""
    counted = summaries(
        with_partners("a", "2025-03-01", mention("Midorigaoka", "midorigaoka"), "Hội A"),
        partners=[Partner("midorigaoka", "Trường Midorigaoka", country="JP")],
    )["2025"]

    assert {"midorigaoka": 1} == numbers(counted.totals.partners_foreign)


def test_a_giver_is_a_partner() -> None:
    """With what it gave in money, pledges aside."""
    counted = summaries(
        post(
            "a",
            "2025-03-01",
            resources=(
                gift("tien", 5_000_000, partner="Hội A"),
                gift("tien", 9_000_000, partner="Hội A", pledged=True),
                gift("hoc-bong", 2_000_000, partner="Hội B"),
            ),
        )
    )["2025"]

    assert {"Hội A": 5_000_000, "Hội B": 2_000_000} == {
        one.partner.name: one.resources_vnd.value for one in counted.partners
    }


def test_figures_of_partners_say_where_they_stand() -> None:
    """By the partner's id."""
    (row,) = summaries(with_partners("a", "2025-03-01", "Hội A"))["2025"].partners

    assert ("partners.hoi-a.activities", "partners.hoi-a.resources_vnd") == (
        row.activities.path,
        row.resources_vnd.path,
    )
