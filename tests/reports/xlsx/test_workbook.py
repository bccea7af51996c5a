"""The workbook as spreadsheet programs read it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from builder.model.tables import Sheet, SheetCell
from builder.reports.xlsx import write_workbook
from builder.reports.xlsx.names import name_sheets
from builder.reports.xlsx.numbers import write_number_format

MONTHS = Sheet(
    "theo-thang",
    "Biểu đồ 1 bằng số. Hoạt động theo tháng & năm",
    ("Tháng", "Số hoạt động", "Lượt học sinh"),
    (
        (SheetCell("Tháng 1"), SheetCell("2", 2), SheetCell("≈ 1.772", 1772)),
        (SheetCell("Tháng 2"), SheetCell("0", 0), SheetCell("— (1 hoạt động chưa có số liệu)")),
        (SheetCell("Tổng cộng"), SheetCell("2", 2), SheetCell("≈ 1.772", 1772)),
    ),
    has_chart=True,
    has_sum=True,
)


def test_a_sheet_is_a_table_with_headings() -> None:
    """Headings in the first row, then the rows as they come."""
    page = _read(MONTHS).active

    assert page is not None
    assert [
        ("Tháng", "Số hoạt động", "Lượt học sinh"),
        ("Tháng 1", 2, 1772),
        ("Tháng 2", 0, "— (1 hoạt động chưa có số liệu)"),
        ("Tổng cộng", 2, 1772),
    ] == list(page.iter_rows(values_only=True))


def test_numbers_are_numbers_that_look_as_on_the_page() -> None:
    """A mark before and a note behind belong to the format, so that numbers can be added."""
    page = _read(MONTHS)["Biểu đồ 1 bằng số. Hoạt động"]

    assert ("n", '"≈ "#,##0') == (page["C2"].data_type, page["C2"].number_format)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("1.772", 1772, "#,##0"),
        ("≈ 1.772", 1772, '"≈ "#,##0'),
        ("ít nhất 32", 32, '"ít nhất "#,##0'),
        ("32 suất", 32, '#,##0" suất"'),
        ("≈ 841 (1 hoạt động chưa có số liệu)", 841, '"≈ "#,##0" (1 hoạt động chưa có số liệu)"'),
        ("33,3%", 33.3, '#,##0.0"%"'),
        ('5 bộ "Lego"', 5, '#,##0" bộ ”Lego”"'),
        ("", 5, "#,##0"),
    ],
)
def test_the_format_says_what_the_page_says(text: str, value: float, written: str) -> None:
    """Words round the number stand in quotation marks, where no sign of theirs means anything."""
    assert written == write_number_format(text, value)


def test_a_long_unit_does_not_break_the_format() -> None:
    """Formats hold 255 letters."""
    assert 255 > len(write_number_format("5 " + "bộ " * 300, 5))


@pytest.mark.parametrize(
    "title",
    [
        "=SUM(A1:A9)",
        "+84 912",
        "-5",
        "@thcs",
        "https://thcshoamai.example/",
        "internal:Sheet1!A1",
        "007",
        '<b>&amp; "…" 😀 \u202eabc',
        "x" * 300,
        "một\nhai",
        "  giữa  hai bên ",
        "_x0041_ _x000d_",
    ],
)
def test_text_stays_text(title: str) -> None:
    """Nothing that a teacher writes becomes a formula, an address or a number."""
    sheet = Sheet("danh-muc", "Danh mục", ("Tên",), ((SheetCell(title),),))
    cell = _read(sheet)["Danh mục"]["A2"]

    assert ("s", title, None) == (cell.data_type, cell.value, cell.hyperlink)


def test_a_heading_stays_text_too() -> None:
    """A school's own words stand in headings."""
    cell = _read(Sheet("a", "A", ("=1+1",), ()))["A"]["A1"]

    assert ("s", "=1+1") == (cell.data_type, cell.value)


def test_a_text_too_long_for_a_cell_is_cut() -> None:
    """A cell holds 32,767 letters; without its end it is still told."""
    sheet = Sheet("a", "A", ("Tên",), ((SheetCell("x" * 40_000),),))

    assert "x" * 32_767 == _read(sheet)["A"]["A2"].value


def test_headings_stay_in_sight_and_on_each_page() -> None:
    """They are frozen, and repeated in print."""
    page = _read(MONTHS).active

    assert page is not None
    assert ("A2", "$1:$1") == (page.freeze_panes, page.print_title_rows)


def test_a_table_may_have_more_columns_than_the_alphabet() -> None:
    """The columns after Z are AA, AB and so on."""
    row = tuple(SheetCell(str(number), number) for number in range(80))
    page = _read(Sheet("a", "A", tuple(cell.text for cell in row), (row,)))["A"]

    assert list(range(80)) == [cell.value for cell in page[2]]
    assert (26, 79) == (page["AA2"].value, page["CB2"].value)


def test_columns_are_as_wide_as_their_words() -> None:
    """At least eight letters, at most a line that an eye can follow."""
    rows = ((SheetCell("1", 1), SheetCell("Tuyên truyền, phổ biến"), SheetCell("x" * 300)),)
    page = _read(Sheet("a", "A", ("STT", "Loại", "Tên"), rows))["A"]
    widths = [round(page.column_dimensions[one].width) for one in "ABC"]

    assert [9, 25, 49] == widths


def test_rows_are_as_high_as_their_words() -> None:
    """A long title stands in several lines, all of them in sight."""
    rows = ((SheetCell("x" * 300),), (SheetCell("x"),))
    page = _read(Sheet("a", "A", ("Tên",), rows))["A"]
    heights = [page.row_dimensions[number].height for number in (2, 3)]

    assert [7 * 15.75, 15.75] == heights


def test_months_have_a_chart_without_their_sum() -> None:
    """Twelve columns, not a thirteenth as high as all of them."""
    with ZipFile(BytesIO(write_workbook([MONTHS]))) as file:
        chart = file.read("xl/charts/chart1.xml").decode()
        drawing = file.read("xl/drawings/drawing1.xml").decode()

    assert "$A$2:$A$3" in chart
    assert "$B$2:$B$3" in chart
    assert "Tháng 1: 2; Tháng 2: 0" in drawing


def test_a_chart_reads_a_sheet_of_any_name() -> None:
    """Its references and its title are the school's own words too."""
    sheet = replace(MONTHS, title="Tháng & 'năm'<1>", headings=("Tháng", "A & B <1>", "C"))
    chart = _read(sheet).worksheets[0]._charts[0]

    assert "'Tháng & ''năm''<1>'!$A$2:$A$3" == chart.series[0].cat.strRef.f
    assert "A & B <1>" == chart.title.tx.rich.p[0].r[0].t


def test_other_tables_have_none() -> None:
    """A chart stands where the page has that of the months."""
    with ZipFile(BytesIO(write_workbook([replace(MONTHS, has_chart=False)]))) as file:
        charts = [name for name in file.namelist() if "chart" in name]

    assert [] == charts


def test_the_same_sheets_give_the_same_bytes() -> None:
    """Nothing of the clock stands in the file."""
    made = write_workbook([MONTHS])
    with ZipFile(BytesIO(made)) as file:
        days = {entry.date_time for entry in file.infolist()}

    assert made == write_workbook([MONTHS])
    assert {(1980, 1, 1, 0, 0, 0)} == days


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Bảng 1. Số liệu chính"], ("Bảng 1. Số liệu chính",)),
        (["Bảng 10. Danh mục hoạt động (minh chứng)"], ("Bảng 10. Danh mục hoạt động",)),
        (["Biểu đồ 1 bằng số. Hoạt động theo tháng"], ("Biểu đồ 1 bằng số. Hoạt động",)),
        (["A/B: [C]*?", "a/b: [c]"], ("A B C", "a b c 2")),
        (["x" * 40, "x" * 40], ("x" * 31, "x" * 29 + " 2")),
        (["'='", ""], ("=", "-")),
    ],
)
def test_names_of_sheets(titles: list[str], names: tuple[str, ...]) -> None:
    """At most 31 letters, none that programs refuse, each once whatever its capitals."""
    assert names == name_sheets(titles)


def _read(sheet: Sheet) -> Workbook:
    """The workbook of one sheet, read back."""
    return load_workbook(BytesIO(write_workbook([sheet])))
