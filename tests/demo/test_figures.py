"""The demo's figures, worked by hand: every cell of the table, and the lists under it."""

from __future__ import annotations

from datetime import date

import pytest

from builder.counting import count_library
from builder.model.library import Library
from builder.pages.data.activities_data import JsonObject

CALENDAR = ("2023", "2024")
PERIODS = (*CALENDAR, "nam-hoc-2022-2023", "nam-hoc-2023-2024", "nam-hoc-2024-2025")
CELLS: dict[str, tuple[object, ...]] = {
    "totals.posts": (7, 5, 3, 7, 2),
    "totals.activities": (6, 4, 3, 6, 1),
    "totals.online": (1, 1, 0, 2, 0),
    "totals.communication_sessions": (2, 2, 1, 3, 0),
    "totals.attendance.staff": (143, 65, 62, 146, None),
    "totals.attendance.students": (1737, 772, 823, 1654, 32),
    "totals.attendance.parents": (85, None, 45, 40, None),
    "totals.attendance.guests": (85, None, None, 85, None),
    "totals.attendance.international": (40, 4, None, 44, None),
    "totals.peak.staff": (45, 45, 42, 45, None),
    "totals.peak.students": (640, 640, 618, 640, 32),
    "totals.persons.staff.value": (45, 45, 42, 45, None),
    "totals.persons.students.value": (640, 640, 618, 640, 32),
    "totals.persons.students.how": (*["whole-school"] * 4, "at-least"),
    "totals.marks.attendance.students": (None, "about", None, "about", None),
    "totals.marks.peak.students": (None, None, None, None, None),
    "totals.partners": (4, 4, 2, 5, 1),
    "totals.partners_foreign": (1, 1, 0, 2, 0),
    "totals.partners_new": (4, 3, 2, 4, 1),
    "totals.resources_vnd": (0, 48_000_000, 0, 0, 48_000_000),
}
LISTS: dict[str, tuple[dict[str, object], ...]] = {
    "by_activity_type.activities": (
        {
            "tuyen-truyen": 2,
            "hop-tac-quoc-te": 1,
            "ngoai-ngu": 1,
            "van-nghe-the-thao": 1,
            "ngoai-khoa-trai-nghiem": 1,
        },
        {"tuyen-truyen": 1, "hoi-nghi-hoi-thao": 1, "hop-tac-quoc-te": 1, "xa-hoi-hoa": 1},
    ),
    "by_level.activities": (
        {"truong": 4, "huyen": 1, "quoc-te": 1},
        {"truong": 2, "huyen": 1, "quoc-te": 1},
    ),
    "by_role.activities": ({"chu-tri": 5, "phoi-hop": 1}, {"chu-tri": 3, "tham-gia": 1}),
    "by_channel.posts": (
        {
            "website": 7,
            "goc-tuyen-truyen": 2,
            "phat-thanh-hoc-duong": 1,
            "dai-truyen-thanh": 1,
            "zalo": 3,
            "facebook": 3,
            "sinh-hoat-duoi-co": 1,
        },
        {
            "website": 5,
            "goc-tuyen-truyen": 1,
            "phat-thanh-hoc-duong": 1,
            "zalo": 2,
            "facebook": 2,
            "bao-chi": 1,
        },
    ),
    "by_theme.posts": (
        {
            "chu-truong-phap-luat": 1,
            "hoi-nhap-quoc-te": 3,
            "hinh-anh-viet-nam": 4,
            "phan-bac-thong-tin": 1,
            "phat-trien-nha-truong": 1,
        },
        {
            "chu-truong-phap-luat": 1,
            "hoi-nhap-quoc-te": 2,
            "guong-dien-hinh": 1,
            "phat-trien-nha-truong": 1,
            "an-ninh-truong-hoc": 1,
        },
    ),
    "partners.activities": (
        {
            "hop-tac-xa-gom-may-trang": 1,
            "trung-tam-ngoai-ngu-hai-au": 1,
            "truong-thcs-song-trang": 1,
            "truong-trung-hoc-midorigaoka": 1,
        },
        {
            "cong-ty-tnhh-nang-som": 1,
            "phong-giao-duc-va-dao-tao-huyen-huong-lua": 1,
            "to-chuc-nhip-cau-xanh": 1,
            "trung-tam-ngoai-ngu-hai-au": 1,
        },
    ),
    "plan.counted": (
        {"NV1": 2, "NV2": 7, "NV3": 0, "NV4": 1},
        {"NV1": 2, "NV2": 5, "NV4": 1, "NV5": 1},
    ),
    "plan.percent": (
        {"NV1": 100.0, "NV2": 70.0, "NV3": 0.0, "NV4": 100.0},
        {"NV1": 100.0, "NV2": 50.0, "NV4": 100.0, "NV5": 100.0},
    ),
    "plan.state": (
        {"NV1": "done", "NV2": "missed", "NV3": "not-arisen", "NV4": "done"},
        {"NV1": "done", "NV2": "missed", "NV4": "done", "NV5": "done"},
    ),
}
"""Rows by id, in the order of the data file, for 2023 and 2024."""

MONTHS = {
    "2023": [2, 3, 5, 9, 11, 12],
    "2024": [3, 4, 7, 10],
    "nam-hoc-2022-2023": [2, 3, 5],
    "nam-hoc-2023-2024": [9, 11, 12, 3, 4, 7],
    "nam-hoc-2024-2025": [10],
}
"""Months with an activity, one each."""

P7 = "2023/dot-tuyen-truyen-que-huong-em-trong-mat-ban-be-dip-nam-moi"
P11 = "2024/tiep-nhan-hoc-bong-va-may-tinh-tang-hoc-sinh"
DAYS = {
    "2023/ba-ngay-trai-nghiem-lang-gom-may-trang": 3,
    P7: 12,
    "2024/lop-tieng-anh-he-cung-tinh-nguyen-vien-quoc-te": 12,
}


def test_five_periods_have_a_summary(data: dict[str, JsonObject]) -> None:
    """Each year in which a counted activity began."""
    assert set(PERIODS) == set(data)


@pytest.mark.parametrize("path", CELLS)
def test_every_cell_of_the_table(data: dict[str, JsonObject], path: str) -> None:
    """Two calendar years and three school years."""
    assert CELLS[path] == tuple(_find(data[period], path) for period in PERIODS)


@pytest.mark.parametrize("path", LISTS)
def test_every_list_under_the_table(data: dict[str, JsonObject], path: str) -> None:
    """Only what occurs, in the order that the data file promises."""
    rows, figure = path.split(".")
    found = [
        [(row.get("id"), row[figure]) for row in _rows(data[period], rows)] for period in CALENDAR
    ]

    assert [list(expected.items()) for expected in LISTS[path]] == found


def test_months_with_an_activity(data: dict[str, JsonObject]) -> None:
    """One each, twelve rows a year, from September on in a school year."""
    assert MONTHS == {
        period: [
            int(str(row["month"])[-2:])
            for row in _rows(data[period], "by_month")
            if row["activities"]
        ]
        for period in data
    }
    assert {12} == {len(_rows(one, "by_month")) for one in data.values()}


def test_gifts_of_2024(data: dict[str, JsonObject]) -> None:
    """Scholarships are money and a number; computers are no money."""
    assert {
        "hoc-bong": (48_000_000, [("suất", 32)]),
        "trang-thiet-bi": (0, [("bộ máy tính", 10)]),
    } == {
        str(row["kind"]): (
            row["value_vnd"],
            [(goods["unit"], goods["quantity"]) for goods in _rows(row, "goods")],
        )
        for row in _rows(data["2024"], "resources")
    }


def test_what_nobody_counted(data: dict[str, JsonObject]) -> None:
    """The parents at the handing over of scholarships, in both kinds of year."""
    assert {"2024": {"parents": [P11]}, "nam-hoc-2024-2025": {"parents": [P11]}} == {
        period: one["unknown"] for period, one in data.items() if one["unknown"]
    }


def test_days_of_the_long_activities(library: Library) -> None:
    """First and last day included."""
    assert DAYS == {
        one.id: (one.last_day - one.first_day).days + 1
        for one in library.activities
        if one.last_day
    }


def test_the_campaign_over_new_year_stands_in_grey_in_2024(library: Library) -> None:
    """It began in 2023 and counts there alone."""
    summaries = {one.period.id: one for one in count_library(library)}

    assert [P7] == [one.id for one in summaries["2024"].carried_over]


def test_both_kinds_of_year_split_the_same_activities(data: dict[str, JsonObject]) -> None:
    """Ten activities and twelve posts, by either calendar."""
    sums = [
        tuple(
            sum(int(str(_find(data[one], path))) for one in periods)
            for periods in (CALENDAR, PERIODS[2:])
        )
        for path in ("totals.activities", "totals.posts")
    ]

    assert [(10, 10), (12, 12)] == sums


def test_the_year_before(data: dict[str, JsonObject]) -> None:
    """2023 is the demo's first year; 2024 is shown against it."""
    assert [None, ("2023", 6)] == [
        before and (_find(before, "id"), _find(before, "activities"))
        for before in (data[period]["previous"] for period in CALENDAR)
    ]


def test_nothing_of_the_demo_lies_ahead(library: Library) -> None:
    """Its last post is of Teachers' Day 2024."""
    assert date(2024, 11, 20) == max(post.first_day for post in library.posts)


def _find(found: object, path: str) -> object:
    """What stands at a path of keys; None where there is nothing. A mark's key has dots itself."""
    for key in path.replace("marks.", "marks/").split("/" if "marks." in path else "."):
        for part in [key] if isinstance(found, dict) and key in found else key.split("."):
            found = found.get(part) if isinstance(found, dict) else None
    return found


def _rows(data: object, key: str) -> list[dict[str, object]]:
    """The rows of a list of the data file."""
    assert isinstance(data, dict)
    rows = data[key]
    assert isinstance(rows, list)
    return rows
