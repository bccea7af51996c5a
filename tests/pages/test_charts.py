"""Charts: the table's figures, readable without colour, script or eyes."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from builder.pages.numbers.charts import Bar, ChartWords, compose_bars, compose_columns, wrap_label
from tests.pages.summary_pages import compose_demo, read_page

WORDS = ChartWords("bieu-do", "Số hoạt động <2023>", "Tuyên truyền: 2; Ngoại ngữ: 1")
BARS = (Bar("Tuyên truyền & phổ biến", 2, "2"), Bar("Hoạt động ngoại ngữ", 1, "≈ 1"))
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = [compose_bars(BARS, WORDS), compose_columns(BARS, WORDS)]


@pytest.mark.parametrize("drawn", DRAWN)
def test_a_chart_names_itself(drawn: str) -> None:
    """A screen reader hears the title and every figure."""
    chart = _read_chart(drawn)

    assert ("img", "bieu-do-t bieu-do-d") == (chart.get("role"), chart.get("aria-labelledby"))
    assert ["Số hoạt động <2023>", "Tuyên truyền: 2; Ngoại ngữ: 1"] == [
        chart.findtext(f"{SVG}title"),
        chart.findtext(f"{SVG}desc"),
    ]


@pytest.mark.parametrize("drawn", DRAWN)
def test_a_chart_has_no_colour_and_no_script_of_its_own(drawn: str) -> None:
    """Colours come from the page's styles, so that dark and print look right."""
    assert [] == re.findall(r"fill=|stroke=|style=|<script|on\w+=", drawn)


def test_bars_are_as_long_as_their_numbers() -> None:
    """The largest fills its room, half of it half the room."""
    widths = [float(one.get("width", "")) for one in _read_chart(DRAWN[0]).iter(f"{SVG}rect")]

    assert widths[0] == 2 * widths[1]


def test_a_long_number_stays_in_the_picture() -> None:
    """The longest bar leaves room for it, nine units a letter."""
    bars = (Bar("Học sinh", 1_234_567, "≈ 1.234.567"), Bar("Khách", 5, "5"))
    chart = _read_chart(compose_bars(bars, WORDS))
    numbers = [one for one in chart.iter(f"{SVG}text") if one.get("class") == "so-chart__number"]
    ends = [float(one.get("x", "")) + 9 * len(one.text or "") for one in numbers]

    assert 340 == max(ends)


def test_columns_are_as_high_as_their_numbers() -> None:
    """The largest fills its room, half of it half the room."""
    heights = [float(one.get("height", "")) for one in _read_chart(DRAWN[1]).iter(f"{SVG}rect")]

    assert heights[0] == 2 * heights[1]


def test_no_activity_draws_no_bar() -> None:
    """Zero is a number without a bar, also where everything is zero."""
    chart = _read_chart(compose_columns((Bar("T1", 0, "0"),), WORDS))

    assert ["0"] == [one.get("height") for one in chart.iter(f"{SVG}rect")]


def test_long_labels_are_broken_between_words() -> None:
    """A label stays in its place on the left."""
    assert ("Phục vụ sự kiện", "chính trị - xã hội") == wrap_label(
        "Phục vụ sự kiện chính trị - xã hội"
    )


def test_a_label_of_one_long_word_stays_whole() -> None:
    """A word is never cut."""
    assert ("Nghiêngnghiêngnghiêng",) == wrap_label("Nghiêngnghiêngnghiêng")


@pytest.mark.parametrize("section", ["loai-hinh", "theo-thang", "chu-de", "kenh"])
def test_a_chart_shows_the_figures_of_its_table(section: str) -> None:
    """The first figure of each row of the table beside it, in the same order."""
    page = read_page(compose_demo(), "2024")
    shown = next(one for one in page["sections"] if one["id"] == section)
    rows = shown["tables"][0]["rows"]
    figures = [row["cells"][1]["figures"][0]["text"] for row in rows]
    numbers = [
        one.text
        for one in _read_chart(shown["chart"]).iter(f"{SVG}text")
        if "so-chart__number" in one.get("class", "")
    ]

    assert figures == numbers


def test_the_same_figures_draw_the_same_chart() -> None:
    """An unchanged year leaves its page unchanged."""
    first, second = (read_page(compose_demo(), "2023")["sections"] for _ in range(2))

    assert [one["chart"] for one in first] == [one["chart"] for one in second]


def _read_chart(drawn: str) -> ET.Element:
    """A chart as a tree."""
    return ET.fromstring(drawn)  # noqa: S314 - drawn by the code under test
