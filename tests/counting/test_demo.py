"""The demo school's figures, worked by hand: every cell, and the lists under the table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from builder.model.counts import Group, Mark
from builder.model.problems import Problem, Severity, Where
from builder.model.summary import Figure, PeriodSummary, WordRow
from tests.counting.demo import (
    EVENT,
    HAI_AU,
    MAY_TRANG,
    MIDORIGAOKA,
    NANG_SOM,
    NHIP_CAU,
    PARTNERS,
    PHONG,
    PLANS,
    POSTS,
    SONG_TRANG,
)
from tests.counting.school import numbers, read, summaries

PERIODS = ("2023", "2024", "2022-2023", "2023-2024", "2024-2025")
UNKNOWN = (None, 1)
"""Nobody counted, in one activity."""

CELLS: dict[str, tuple[Any, ...]] = {
    "posts": (7, 5, 3, 7, 2),
    "activities": (6, 4, 3, 6, 1),
    "online": (1, 1, 0, 2, 0),
    "communication_sessions": (2, 2, 1, 3, 0),
    "staff": (143, 65, 62, 146, None),
    "students": (1737, "≈772", 823, "≈1654", 32),
    "parents": (85, UNKNOWN, 45, 40, UNKNOWN),
    "guests": (85, None, None, 85, None),
    "international": (40, 4, None, 44, None),
    "staff persons": ("45", "45", "42", "45", None),
    "students persons": ("640", "640", "618", "640", "ít nhất 32"),
    "partners": (4, 4, 2, 5, 1),
    "partners_foreign": (1, 1, 0, 2, 0),
    "partners_new": (4, 3, 2, 4, 1),
    "resources_vnd": (0, 48_000_000, 0, 0, 48_000_000),
    "goods": ({}, GOODS := {"suất": 32, "bộ máy tính": 10}, {}, {}, GOODS),
}


@pytest.fixture(scope="module")
def counted() -> dict[str, PeriodSummary]:
    """Summaries of the demo by the bare names of their periods."""
    return summaries(*POSTS, partners=PARTNERS, plans=PLANS)


def test_the_demo_has_one_number_to_ask_for() -> None:
    """Its posts clash nowhere; nobody counted the parents of the handing over."""
    details = {"group": "Cha mẹ học sinh"}
    where = Where("content/posts/p11.md", 6)

    assert (Problem("count-missing", where, details, Severity.WARNING),) == read(
        POSTS, partners=PARTNERS, plans=PLANS
    ).problems


def test_the_demo_has_five_summaries(counted: dict[str, PeriodSummary]) -> None:
    """Ordered by first day; each year in which an activity began has one."""
    assert ["2022-2023", "2023", "2023-2024", "2024", "2024-2025"] == list(counted)


@pytest.mark.parametrize("row", CELLS)
def test_every_cell_of_the_table(counted: dict[str, PeriodSummary], row: str) -> None:
    """Two calendar years and three school years."""
    assert CELLS[row] == tuple(_cell(counted[period], row) for period in PERIODS)


def test_which_activities_a_year_counts(counted: dict[str, PeriodSummary]) -> None:
    """A follow-up makes no second activity, an article none at all."""
    assert {
        "2023": ("2023/p1", "2023/p2", "2023/p3", EVENT, "2023/p6", "2023/p7"),
        "2024": ("2024/p8", "2024/p9", "2024/p10", "2024/p11"),
        "2022-2023": ("2023/p1", "2023/p2", "2023/p3"),
        "2023-2024": (EVENT, "2023/p6", "2023/p7", "2024/p8", "2024/p9", "2024/p10"),
        "2024-2025": ("2024/p11",),
    } == {
        period: tuple(row.activity.id for row in counted[period].activities) for period in PERIODS
    }


def test_partners_of_each_year(counted: dict[str, PeriodSummary]) -> None:
    """By activities, then by name in Vietnamese order; one partner under two names is one."""
    assert {
        "2023": [MAY_TRANG, HAI_AU, SONG_TRANG, MIDORIGAOKA],
        "2024": [NANG_SOM, PHONG, NHIP_CAU, HAI_AU],
    } == {period: [one.partner.id for one in counted[period].partners] for period in PERIODS[:2]}


def test_new_partners(counted: dict[str, PeriodSummary]) -> None:
    """Hải Âu worked with the school in 2023 already."""
    assert {NANG_SOM, PHONG, NHIP_CAU} == set(numbers(counted["2024"].totals.partners_new))
    assert {HAI_AU: False, PHONG: True, NHIP_CAU: True, NANG_SOM: True} == {
        one.partner.id: one.is_new for one in counted["2024"].partners
    }


def test_activities_by_type(counted: dict[str, PeriodSummary]) -> None:
    """Only types that occur, in the vocabulary's order."""
    assert [
        ("tuyen-truyen", 2),
        ("hop-tac-quoc-te", 1),
        ("ngoai-ngu", 1),
        ("van-nghe-the-thao", 1),
        ("ngoai-khoa-trai-nghiem", 1),
    ] == _types(counted["2023"])
    assert [
        ("tuyen-truyen", 1),
        ("hoi-nghi-hoi-thao", 1),
        ("hop-tac-quoc-te", 1),
        ("xa-hoi-hoa", 1),
    ] == _types(counted["2024"])


def test_activities_by_level_and_role(counted: dict[str, PeriodSummary]) -> None:
    """A role that no post states is `chu-tri`."""
    assert {"truong": 4, "huyen": 1, "quoc-te": 1} == _words(counted["2023"].by_level)
    assert {"truong": 2, "huyen": 1, "quoc-te": 1} == _words(counted["2024"].by_level)
    assert {"chu-tri": 5, "phoi-hop": 1} == _words(counted["2023"].by_role)
    assert {"chu-tri": 3, "tham-gia": 1} == _words(counted["2024"].by_role)


def test_activities_by_month(counted: dict[str, PeriodSummary]) -> None:
    """All twelve months, the school year's from September on."""
    assert [0, 1, 1, 0, 1, 0, 0, 0, 1, 0, 1, 1] == _months(counted["2023"])
    assert [0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0] == _months(counted["2024"])
    assert [1, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0] == _months(counted["2023-2024"])


def test_posts_by_channel(counted: dict[str, PeriodSummary]) -> None:
    """The website is a channel of every post with a page."""
    assert {
        "website": 7,
        "facebook": 3,
        "zalo": 3,
        "goc-tuyen-truyen": 2,
        "phat-thanh-hoc-duong": 1,
        "dai-truyen-thanh": 1,
        "sinh-hoat-duoi-co": 1,
    } == _words(counted["2023"].by_channel)
    assert {
        "website": 5,
        "zalo": 2,
        "facebook": 2,
        "phat-thanh-hoc-duong": 1,
        "bao-chi": 1,
        "goc-tuyen-truyen": 1,
    } == _words(counted["2024"].by_channel)


def test_posts_by_theme(counted: dict[str, PeriodSummary]) -> None:
    """One post on two themes counts in both rows."""
    assert {
        "hinh-anh-viet-nam": 4,
        "hoi-nhap-quoc-te": 3,
        "chu-truong-phap-luat": 1,
        "phat-trien-nha-truong": 1,
        "phan-bac-thong-tin": 1,
    } == _words(counted["2023"].by_theme)
    assert {
        "hoi-nhap-quoc-te": 2,
        "chu-truong-phap-luat": 1,
        "an-ninh-truong-hoc": 1,
        "phat-trien-nha-truong": 1,
        "guong-dien-hinh": 1,
    } == _words(counted["2024"].by_theme)


def test_an_activity_over_new_year_stands_in_grey_in_the_next_year(
    counted: dict[str, PeriodSummary],
) -> None:
    """It counts once, where it began; its school year goes on, so there it is no other."""
    assert {"2024": ["2023/p7"]} == {
        period: [one.id for one in summary.carried_over]
        for period, summary in counted.items()
        if summary.carried_over
    }


def test_the_plans_of_both_years(counted: dict[str, PeriodSummary]) -> None:
    """Counted, percent and state of each target, in the plan's order."""
    assert [
        ("NV1", 2, Decimal("100.0"), "done"),
        ("NV4", 1, Decimal("100.0"), "done"),
        ("NV2", 7, Decimal("70.0"), "missed"),
        ("NV3", 0, Decimal("0.0"), "not-arisen"),
    ] == _plan(counted["2023"])
    assert [
        ("NV1", 2, Decimal("100.0"), "done"),
        ("NV4", 1, Decimal("100.0"), "done"),
        ("NV2", 5, Decimal("50.0"), "missed"),
        ("NV5", 1, Decimal("100.0"), "done"),
    ] == _plan(counted["2024"])


def test_what_nobody_counted(counted: dict[str, PeriodSummary]) -> None:
    """The parents who came to the handing over of the scholarships."""
    assert [{}, {"parents": ("2024/p11",)}] == [
        dict(counted[period].unknown) for period in PERIODS[:2]
    ]


def test_the_year_before(counted: dict[str, PeriodSummary]) -> None:
    """2023 is the demo's first year; 2024 compares with it."""
    previous = [counted[period].previous for period in PERIODS[:2]]

    assert [None, 6] == [one and one.activities.value for one in previous]


def _cell(summary: PeriodSummary, row: str) -> object:
    """What the table says of a period."""
    totals = summary.totals
    if row == "goods":
        return {g.unit: g.quantity.value for kind in summary.resources for g in kind.goods}
    if row.endswith(" persons"):
        persons = totals.persons.get(Group(row.partition(" ")[0]))
        if persons is None:
            return None
        return f"{'ít nhất ' if persons.how == 'at-least' else ''}{persons.figure.value}"
    return _shown(
        totals.attendance.groups[Group(row)] if row in tuple(Group) else getattr(totals, row)
    )


def _shown(figure: Figure) -> object:
    """A figure: its value, with ≈, or None and how many activities nobody counted."""
    if figure.unknown:
        return figure.value, len(figure.unknown)
    return f"≈{figure.value}" if figure.mark is Mark.ABOUT else figure.value


def _types(summary: PeriodSummary) -> list[tuple[str, int | None]]:
    """Activities by type, in order."""
    return [(row.id, row.activities.value) for row in summary.by_activity_type]


def _words(rows: tuple[WordRow, ...]) -> dict[str, int | None]:
    """Counts by word."""
    return {row.id: row.count.value for row in rows}


def _months(summary: PeriodSummary) -> list[int | None]:
    """Activities of the twelve months."""
    return [row.activities.value for row in summary.by_month]


def _plan(summary: PeriodSummary) -> list[tuple[str, int | None, Decimal, str]]:
    """Rows of the plan."""
    return [
        (row.task.id, row.counted.value, row.percent, str(row.state)) for row in summary.plan_rows
    ]
