"""The data files: every key, every cell, nothing that a spreadsheet could run."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from builder.counting import count_library
from builder.model.site import SiteFile
from builder.pages.data.csv_files import protect_cell
from builder.pages.data.files import DataFiles
from tests.counting import demo, school
from tests.counting.school import gift, people, post
from tests.pages.summary_pages import (
    compose_demo,
    compose_from,
    compose_pages,
    read_data,
    read_page,
)

WHOLE = people(staff=21, students=170, whole=True)
EVERYBODY = {"staff": None, "students": None, "parents": None, "guests": None} | {
    "international": None,
    "total": None,
}
BOTH = EVERYBODY | {"staff": 21, "students": 170, "total": 191}
FIRST = {
    "id": "2020/buoi-mot",
    "title": "Buổi một",
    "date": "2020-03-09",
    "end_date": None,
    "activity_type": "tuyen-truyen",
    "sessions": 1,
    "participants": BOTH,
    "marks": {},
    "level": None,
    "role": "chu-tri",
    "mode": "truc-tiep",
    "partners": [],
    "channels": ["website"],
    "themes": [],
    "tasks": [],
    "posts": ["/tin/2020/buoi-mot/"],
}
SECOND = FIRST | {
    "id": "2020/buoi-hai",
    "title": "Buổi hai",
    "date": "2020-10-05",
    "posts": ["/tin/2020/buoi-hai/"],
}
SUM = EVERYBODY | {"staff": 42, "students": 340, "total": 382}
KINDERGARTEN = {
    "schema": "school-outreach/summary/1",
    "school": {"name": "Trường THCS Hoa Mai", "address": None},
    "period": {"kind": "calendar", "id": "2020", "from": "2020-01-01", "to": "2020-12-31"},
    "totals": {
        "activities": 2,
        "posts": 2,
        "sessions": 2,
        "communication_sessions": 2,
        "attendance": SUM,
        "peak": {
            "staff": 21,
            "students": 170,
            "parents": None,
            "guests": None,
            "international": None,
        },
        "persons": {
            "staff": {"value": 21, "how": "whole-school"},
            "students": {"value": 170, "how": "whole-school"},
        },
        "marks": {},
        "online": 0,
        "partners": 0,
        "partners_foreign": 0,
        "partners_new": 0,
        "resources_vnd": 0,
    },
    "by_activity_type": [
        {
            "id": "tuyen-truyen",
            "label": "Tuyên truyền, phổ biến",
            "activities": 2,
            "sessions": 2,
            "attendance": SUM,
        }
    ],
    "by_month": [
        {
            "month": f"2020-{month:02d}",
            "activities": int(month in (3, 10)),
            "sessions": int(month in (3, 10)),
            "attendance": BOTH if month in (3, 10) else EVERYBODY,
        }
        for month in range(1, 13)
    ],
    "by_level": [],
    "by_role": [{"id": "chu-tri", "label": "Chủ trì", "activities": 2}],
    "by_channel": [
        {"id": "website", "label": "Trang thông tin điện tử của trường", "posts": 2},
    ],
    "by_theme": [],
    "partners": [],
    "resources": [],
    "plan": [],
    "activities": [FIRST, SECOND],
    "unknown": {},
    "previous": None,
    "left_out": 0,
}


def test_data_json_of_the_kindergarten() -> None:
    """The worked example of the counting rules, whole, with its keys in their order."""
    files = compose_pages(
        post("buoi-mot", "2020-03-09", "tuyen-truyen", title="Buổi một", participants=WHOLE),
        post("buoi-hai", "2020-10-05", "tuyen-truyen", title="Buổi hai", participants=WHOLE),
    )

    assert json.dumps(KINDERGARTEN) == json.dumps(read_data(files, "2020"))


def test_totals_of_the_demo_in_2024() -> None:
    """Marks and unknowns of the demo's second year, as they were worked out by hand."""
    totals = read_data(compose_demo(), "2024")["totals"]

    assert {
        "activities": 4,
        "posts": 5,
        "sessions": 5,
        "communication_sessions": 2,
        "attendance": {
            "staff": 65,
            "students": 772,
            "parents": None,
            "guests": None,
            "international": 4,
            "total": 841,
        },
        "peak": {
            "staff": 45,
            "students": 640,
            "parents": None,
            "guests": None,
            "international": 4,
        },
        "persons": {
            "staff": {"value": 45, "how": "whole-school"},
            "students": {"value": 640, "how": "whole-school"},
            "international": {"value": 4, "how": "at-least"},
        },
        "marks": {"attendance.students": "about", "attendance.total": "about"},
        "online": 1,
        "partners": 4,
        "partners_foreign": 1,
        "partners_new": 3,
        "resources_vnd": 48_000_000,
    } == totals


def test_lists_of_the_demo_in_2024() -> None:
    """Plan, resources, what is missing and the year before, as they were worked out by hand."""
    data = read_data(compose_demo(), "2024")
    plan = [(row["id"], row["counted"], row["percent"], row["state"]) for row in data["plan"]]

    assert {
        "plan": [
            ("NV1", 2, 100.0, "done"),
            ("NV4", 1, 100.0, "done"),
            ("NV2", 5, 50.0, "missed"),
            ("NV5", 1, 100.0, "done"),
        ],
        "resources": [
            {
                "kind": "hoc-bong",
                "label": "Học bổng",
                "value_vnd": 48_000_000,
                "goods": [{"unit": "suất", "quantity": 32}],
            },
            {
                "kind": "trang-thiet-bi",
                "label": "Trang thiết bị",
                "value_vnd": 0,
                "goods": [{"unit": "bộ máy tính", "quantity": 10}],
            },
        ],
        "unknown": {"parents": ["2024/p11"]},
        "previous": {"id": "2023", "activities": 6, "attendance_total": 2090},
    } == {
        "plan": plan,
        "resources": data["resources"],
        "unknown": data["unknown"],
        "previous": data["previous"],
    }


def test_an_activity_told_in_the_summary_alone_has_no_posts() -> None:
    """Its id is the slug path that its post would have."""
    files = compose_pages(post("a", "2023-02-01", summary_only=True))
    activity = read_data(files, "2023")["activities"][0]

    assert ("2023/a", []) == (activity["id"], activity["posts"])


def test_json_keeps_vietnamese_letters() -> None:
    """The file is UTF-8 text for people too, and ends its last line."""
    text = compose_demo()["tong-ket/2023/data.json"].text

    assert (True, True) == ("Tuyên truyền, phổ biến" in text, text.endswith("}\n"))


def test_all_activities_of_all_periods_stand_once() -> None:
    """`du-lieu/activities.json` has the ten activities of the demo by date."""
    data = json.loads(_compose_data_files()["du-lieu/activities.json"].text)

    assert ["2023/p1", "2023/p2", "2023/p3", "lop-hoc-khong-bien-gioi-2023"] == [
        one["id"] for one in data["activities"][:4]
    ]
    assert 10 == len(data["activities"])


def test_activities_json_tells_resources_and_labels() -> None:
    """What data.json leaves to its lists stands here with each activity."""
    data = json.loads(_compose_data_files()["du-lieu/activities.json"].text)
    activity = next(one for one in data["activities"] if one["id"] == "2024/p11")

    assert "Huy động nguồn lực, xã hội hóa" == activity["type_label"]
    assert {
        "kind": "hoc-bong",
        "label": "Học bổng",
        "value_vnd": 48_000_000,
        "quantity": 32,
        "unit": "suất",
        "partner": demo.NANG_SOM,
        "pledged": False,
    } == activity["resources"][0]


def test_csv_begins_with_a_mark_and_vietnamese_headings() -> None:
    """By the byte order mark spreadsheets read it as UTF-8; lines end as the standard has it."""
    text = compose_demo()["tong-ket/2023/so-lieu.csv"].text

    assert ["\ufeffMã hoạt động", "Tên hoạt động", "Ngày", "Đến ngày"] == text.split(",")[:4]
    assert 7 == text.count("\r\n")


def test_csv_has_one_activity_a_row() -> None:
    """Days as ISO, lists parted by semicolons, estimates and unknowns told in words."""
    rows = _read_csv(compose_demo()["tong-ket/2024/so-lieu.csv"])
    summer = rows[2]

    assert {
        "Ngày": "2024-07-15",
        "Đến ngày": "2024-07-26",
        "Học sinh": "100",
        "Cha mẹ học sinh": "",
        "Số ước lượng": "Học sinh: khoảng; Tổng số người: khoảng",
        "Đối tác": "Tổ chức Nhịp Cầu Xanh; Trung tâm Ngoại ngữ Hải Âu",
    } == {key: summer[key] for key in _SHOWN}


_SHOWN = ("Ngày", "Đến ngày", "Học sinh", "Cha mẹ học sinh", "Số ước lượng", "Đối tác")


def test_csv_tells_what_is_not_known() -> None:
    """An empty number is told apart from a group that took no part."""
    files = compose_pages(
        post("a", "2023-02-01"),
        post("b", "2023-02-02", participants=people(students=5, parents="?")),
        post("c", "2023-02-03", participants=people(students=5)),
    )
    rows = _read_csv(files["tong-ket/2023/so-lieu.csv"])

    assert ["Tất cả", "Cha mẹ học sinh", ""] == [row["Chưa có số liệu"] for row in rows]


def test_csv_tells_gifts_and_pledges() -> None:
    """Kind, how much and from whom in one cell."""
    given = gift("tien", 5_000_000, partner="Quỹ A", pledged=True)
    files = compose_pages(post("a", "2023-02-01", "xa-hoi-hoa", resources=(given,)))
    rows = _read_csv(files["tong-ket/2023/so-lieu.csv"])

    assert "Tiền, 5.000.000 đồng, Quỹ A, mới cam kết" == rows[0]["Nguồn lực"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_csv_can_run(start: str) -> None:
    """A text that a spreadsheet could take for a formula gets an apostrophe before it."""
    assert f"'{start}SUM(A1)" == protect_cell(f"{start}SUM(A1)")


def test_a_title_that_looks_like_a_formula_is_harmless() -> None:
    """The rule holds for what teachers write."""
    files = compose_pages(post("a", "2023-02-01", title='=HYPERLINK("x")'))

    assert '\'=HYPERLINK("x")' == _read_csv(files["tong-ket/2023/so-lieu.csv"])[0]["Tên hoạt động"]


def test_harmless_cells_stay_as_they_are() -> None:
    """A hyphen inside a text is no formula."""
    assert "Giao lưu - văn nghệ" == protect_cell("Giao lưu - văn nghệ")


def test_left_out_posts_are_counted() -> None:
    """What a lenient build left out is told to programs and to readers."""
    library = school.library(post("a", "2023-02-01"))
    files = compose_from(replace(library, left_out=("content/posts/b.md",)))

    assert 1 == read_data(files, "2023")["left_out"]
    assert [
        {
            "text": "Còn 1 tin, bài đang có lỗi nên chưa được tính vào các số liệu dưới đây.",
            "calm": False,
        }
    ] == read_page(files, "2023")["notices"]


def _compose_data_files() -> dict[str, SiteFile]:
    """`du-lieu/` of the demo by path."""
    library = school.library(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS)
    return {file.path: file for file in DataFiles(library).compose_all(count_library(library))}


def _read_csv(file: SiteFile) -> list[dict[str, Any]]:
    """Rows of a CSV file by its headings."""
    return list(csv.DictReader(StringIO(file.text.removeprefix("\ufeff"), newline="")))
