"""The tables of a summary page as a spreadsheet takes them."""

from __future__ import annotations

import pytest

from builder.counting import count_library
from builder.model.library import Library
from builder.model.tables import Sheet
from builder.pages.data.sheets import compose_sheets
from tests.counting import demo, school
from tests.counting.school import gift, people, post
from tests.pages.summary_pages import (
    compose_demo,
    find_figure,
    in_language,
    iterate_figures,
    read_data,
    read_page,
)

PERIODS = (
    "2023",
    "2024",
    "nam-hoc-2022-2023",
    "nam-hoc-2023-2024",
    "nam-hoc-2024-2025",
)


@pytest.mark.parametrize("period", PERIODS)
def test_every_figure_of_the_tables_stands_in_a_sheet(period: str) -> None:
    """Path by path, with the number that `data.json` has."""
    page, data = read_page(compose_demo(), period), read_data(compose_demo(), period)
    shown = {
        figure["path"]
        for section in page["sections"]
        for table in section["tables"]
        for figure in iterate_figures(table)
        if figure["path"] is not None
    }
    cells = {
        cell.figure: cell.value
        for sheet in _compose(period)
        for row in sheet.rows
        for cell in row
        if cell.figure is not None
    }

    assert {path: find_figure(data, path) for path in shown} == cells


@pytest.mark.parametrize("period", PERIODS)
def test_there_is_one_sheet_for_each_table(period: str) -> None:
    """In the page's order, under the captions of the page."""
    page = read_page(compose_demo(), period)
    captions = [table["caption"] for section in page["sections"] for table in section["tables"]]
    sheets = _compose(period)

    assert captions == [sheet.title for sheet in sheets]
    assert len(sheets) == len({sheet.id for sheet in sheets})


@pytest.mark.parametrize("period", PERIODS)
def test_every_row_has_a_cell_in_every_column(period: str) -> None:
    """No cell slips under another heading."""
    uneven = [
        sheet.id
        for sheet in _compose(period)
        if any(len(row) != len(sheet.headings) for row in sheet.rows)
    ]

    assert [] == uneven


def test_persons_and_attendance_have_columns_of_their_own() -> None:
    """The page says “640 (≈ 772 lượt)” in one cell; a cell of a sheet holds one number."""
    totals = _find("2024", "so-lieu-chinh")

    assert (
        "Chỉ tiêu thống kê",
        "Năm 2024",
        "Năm 2024 (lượt)",
        "Năm 2023",
        "Năm 2023 (lượt)",
        "Tăng, giảm",
    ) == totals.headings
    assert [
        ("Số học sinh tham gia", None),
        ("640", 640),
        ("≈ 772", 772),
        ("640", 640),
        ("1.737", 1737),
        ("≈ −965 lượt", None),
    ] == [(cell.text, cell.value) for cell in totals.rows[1]]


def test_each_group_of_an_activity_has_a_column() -> None:
    """In the order of groups, whichever activity names a group first."""
    assert (
        "STT",
        "Thời gian",
        "Tên hoạt động",
        "Loại hình",
        "Tham gia (cán bộ)",
        "Tham gia (học sinh)",
        "Tham gia (cha mẹ học sinh)",
        "Tham gia (khách quốc tế)",
        "Đối tác",
    ) == _find("2024", "danh-muc").headings


def test_the_list_numbers_activities_and_greys_out_none() -> None:
    """Numbers are numbers; what counts in the year before says so in words."""
    rows = _find("2024", "danh-muc").rows

    assert [1, 2, 3, 4, None] == [row[0].value for row in rows]
    assert "Không tính trong kỳ này" == rows[-1][4].text


def test_unknown_numbers_are_words() -> None:
    """A dash with what is missing, and no number."""
    rows = {row[0].text: row[1] for row in _find("2024", "so-lieu-chinh").rows}
    parents = rows["Lượt cha mẹ học sinh"]

    assert ("— (1 hoạt động chưa có số liệu)", None) == (parents.text, parents.value)


def test_a_number_keeps_its_unit_where_it_stands_alone() -> None:
    """`32 suất` beside `10 bộ máy tính`: numbers of one column in different units."""
    goods = [row[1] for row in _find("2024", "nguon-luc").rows]

    assert [("32 suất", 32), ("10 bộ máy tính", 10)] == [(one.text, one.value) for one in goods]


def test_goods_of_several_units_have_a_column_each() -> None:
    """Two units of one kind stand in one cell of the page."""
    gifts = (
        gift("hien-vat", quantity=5, unit="thùng", partner="A"),
        gift("hien-vat", quantity=7, unit="bộ", partner="A"),
    )
    library = school.library(post("a", "2023-02-01", "xa-hoi-hoa", resources=gifts))
    sheet = _pick(library, "2023", "nguon-luc")

    assert ("Nguồn lực", "Số lượng (thùng)", "Số lượng (bộ)", "Trị giá (đồng)") == sheet.headings
    assert [5, 7] == [cell.value for cell in sheet.rows[0][1:3]]


def test_percentages_have_one_decimal() -> None:
    """As `data.json` has them."""
    cells = [row[4] for row in _find("2023", "ke-hoach").rows]

    assert ("70,0%", 70.0) in [(cell.text, cell.value) for cell in cells]


def test_only_the_months_have_a_chart() -> None:
    """Their last row is their sum, which is no month."""
    months = _find("2023", "theo-thang")

    assert ["theo-thang"] == [sheet.id for sheet in _compose("2023") if sheet.has_chart]
    assert (13, True, "Tổng cộng") == (len(months.rows), months.has_sum, months.rows[-1][0].text)


def test_the_sum_of_the_months_is_the_sum_of_its_rows() -> None:
    """What a spreadsheet adds up is what the sheet says."""
    months = _find("2023", "theo-thang")
    numbers = [row[1].value or 0 for row in months.rows]

    assert sum(numbers[:-1]) == numbers[-1]


def test_notes_stand_behind_their_words() -> None:
    """A new partner, an activity held twice."""
    partners = [row[0].text for row in _find("2024", "doi-tac").rows]

    assert "Công ty TNHH Nắng Sớm (Đối tác mới)" in partners


def test_a_period_of_unknown_numbers_has_its_sheets() -> None:
    """Nobody counted anybody: words stand where numbers would."""
    library = school.library(post("a", "2023-02-01"))
    sheet = _pick(library, "2023", "danh-muc")

    assert "Chưa có số liệu" == sheet.rows[0][4].text


def test_sheets_speak_the_site_s_language() -> None:
    """Headings and captions in English on an English site."""
    library = in_language(
        school.library(post("a", "2023-02-01", participants=people(students=5))), "en"
    )
    months = next(
        one for one in compose_sheets(count_library(library)[0], library) if one.has_chart
    )

    assert ("Month", "Activities") == months.headings[:2]


def _find(period: str, sheet: str) -> Sheet:
    """A sheet of the demo."""
    return next(one for one in _compose(period) if one.id == sheet)


def _compose(period: str) -> tuple[Sheet, ...]:
    """Sheets of one of the demo's periods."""
    library = school.library(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS)
    summary = next(one for one in count_library(library) if one.period.id == period)
    return compose_sheets(summary, library)


def _pick(library: Library, period: str, sheet: str) -> Sheet:
    """A sheet of a library's period."""
    summary = next(one for one in count_library(library) if one.period.id == period)
    return next(one for one in compose_sheets(summary, library) if one.id == sheet)
