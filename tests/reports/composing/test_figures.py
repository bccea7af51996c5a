"""Figures in documents are those of `data.json`, whatever was counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from builder.counting import count_library, count_period
from builder.model.library import Library
from builder.model.posts import Post
from builder.model.report import Report
from builder.model.summary import PeriodSummary
from builder.pages.data.summary_json import compose_data
from builder.reports.composing import compose_report, list_numbers
from builder.reports.composing.sentences.figure_paths import list_figures
from tests.counting import demo, school
from tests.counting.libraries import libraries
from tests.pages.summary_pages import find_figure
from tests.reports.composing.papers import (
    KINDERGARTEN,
    SETTINGS,
    below,
    compose,
    library_of,
    own_text,
    spans_of,
)


def test_the_seeds_three_lines_stand_word_for_word() -> None:
    """Persons are the whole school's, not the sum of both times; lượt stand behind them."""
    report = compose(own_text(form="short"))

    assert [
        "- Số cán bộ, công chức, viên chức tham gia: 21 (42 lượt);",
        "- Số học sinh tham gia: 170 (340 lượt);",
        "- Số lần tuyên truyền: 2.",
    ] == below(report, "KẾT QUẢ ĐẠT ĐƯỢC")[:3]


def test_the_full_form_begins_its_figures_with_the_same_lines() -> None:
    """The receiving office finds its three lines first in either form."""
    short, full = (compose(own_text(form=form)) for form in ("short", "full"))
    expected = [line.rstrip(";.") for line in below(short, "KẾT QUẢ ĐẠT ĐƯỢC")[:3]]

    assert expected == [line.rstrip(";.") for line in below(full, "Số liệu")[:3]]


def test_persons_say_how_they_are_known() -> None:
    """Without a whole-school count they are at least the peak; what the school states says so."""
    post = school.post("p", "2020-05-04", participants=school.people(staff=12, students="~90"))
    lines = below(compose(own_text(), post), "Số liệu")
    stated = own_text(persons={"students": 90})
    lines_stated = below(compose(stated, post, reports=(stated,)), "Số liệu")

    assert [
        "- Số cán bộ, công chức, viên chức tham gia: ít nhất 12 (12 lượt);",
        "- Số học sinh tham gia: ít nhất 90 (khoảng 90 lượt);",
    ] == lines[:2]
    assert (
        "- Số học sinh tham gia: 90 (theo xác nhận của nhà trường; khoảng 90 lượt);"
        == lines_stated[1]
    )


def test_nobody_is_not_at_least_nobody() -> None:
    """Zeros that several activities state leave no room for more."""
    post = school.post("p", "2020-05-04", participants=school.people(staff=12, students=0))

    assert "- Số học sinh tham gia: 0 (0 lượt);" == below(compose(own_text(), post), "Số liệu")[1]


def test_what_nobody_counted_is_not_zero() -> None:
    """A group that stays unknown is said to be, with how many activities that leaves out."""
    post = school.post("p", "2020-05-04", participants=school.people(students=30, parents="?"))
    lines = below(compose(own_text(), post), "Số liệu")

    assert "- Số cán bộ, công chức, viên chức tham gia: chưa có số liệu;" == lines[0]
    assert "- Số lượt cha mẹ học sinh tham gia: chưa có số liệu (1 hoạt động);" in lines
    assert "- Tổng số lượt người tham gia: 30 (1 hoạt động chưa có số liệu)." == lines[-1]


@pytest.mark.parametrize("form", ["short", "full"])
def test_every_figure_of_the_demo_is_that_of_its_data(form: str) -> None:
    """In all five periods, a span with a path shows the number that stands at the path."""
    library = library_of(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS)
    summaries = count_library(library)
    reports = [
        (one, compose_report(one, library, text=own_text(one.period.name, form=form)))
        for one in summaries
    ]

    assert 5 == len(reports)
    assert [] == [odd for one, report in reports for odd in _differing(report, one, library)]


@settings(max_examples=25)
@given(libraries())
def test_every_figure_of_any_library_is_that_of_its_data(posts: list[Post]) -> None:
    """No mix of events, unknown numbers and gifts makes a document differ from `data.json`."""
    outcome = school.read(posts, settings=SETTINGS)
    library = outcome.value
    summaries: Sequence[PeriodSummary] = count_library(library) if library else ()
    odd = [
        one
        for summary in summaries
        if library
        for one in _differing(compose_report(summary, library, text=None), summary, library)
    ]

    assert [] == odd


def test_every_figure_of_data_json_can_be_named() -> None:
    """A text may take any number of `data.json`, rows of lists and single activities included."""
    library = library_of(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS)
    period = next(one.period for one in count_library(library) if one.period.id == "2024")
    summary = count_period(library, period)
    data, known = compose_data(summary, library), list_figures(summary, "vi")
    numbers = {path for path, value in _walk(data, "") if _is_figure(path, value)}

    assert set() == numbers - known.keys()


def test_a_template_gets_figures_as_texts_show_them() -> None:
    """Marks are words, thousands are marked."""
    library = library_of(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS)
    summary = next(one for one in count_library(library) if one.period.id == "2024")
    numbers = list_numbers(summary, "vi")

    assert "khoảng 772" == numbers["totals.attendance.students"]
    assert "48.000.000" == numbers["totals.resources_vnd"]
    assert "50,0%" == numbers["plan.NV2.percent"]


def test_the_worked_example_has_no_other_posts() -> None:
    """A third post about the second activity changes none of the three lines."""
    first, second = KINDERGARTEN
    told = school.post(
        "mua-thu", "2020-10-05", "tuyen-truyen", event="mua-thu", participants=second.participants
    )
    third = school.post("ke-lai", "2020-10-07", "tuyen-truyen", event="mua-thu")
    before, after = (
        compose(own_text(form="short")),
        compose(own_text(form="short"), first, told, third),
    )

    assert below(before, "KẾT QUẢ ĐẠT ĐƯỢC") == below(after, "KẾT QUẢ ĐẠT ĐƯỢC")


def _differing(
    report: Report, summary: PeriodSummary, library: Library
) -> list[tuple[str, str, object]]:
    """Path, text and number of the figures that differ from those of `data.json`."""
    data = compose_data(summary, library)
    shown = [(one.figure, one.text) for one in spans_of(report) if one.figure is not None]
    assert shown
    return [
        (path, text, find_figure(data, path))
        for path, text in shown
        if _read(text) != find_figure(data, path)
    ]


def _read(text: str) -> float | None:
    """Number that a document shows."""
    bare = text.replace(".", "").replace(",", ".")
    return float(bare) if re.fullmatch(r"[\d.]+", bare) else None


def _walk(data: object, path: str) -> list[tuple[str, object]]:
    """Every value with its path."""
    if isinstance(data, dict):
        named = data.items()
    elif isinstance(data, list) and data and isinstance(data[0], dict):
        rows: dict[str, object] = {}
        for row in data:
            name = next(row[key] for key in ("id", "month", "kind", "unit") if key in row)
            rows.setdefault(str(name), row)
        named = rows.items()
    else:
        return [(path, data)]
    inner = [_walk(value, f"{path}.{key}" if path else str(key)) for key, value in named]
    return [one for part in inner for one in part]


def _is_figure(path: str, value: object) -> bool:
    """Whether a value is a figure; goods have no path of their own (outputs.md)."""
    return isinstance(value, int | float) and ".goods." not in path and path != "left_out"
