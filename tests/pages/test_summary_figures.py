"""What the summary page shows equals data.json, and leads to what it came from."""

from __future__ import annotations

from typing import Any

import pytest

from builder.model.plans import Target
from builder.model.site import SiteFile
from tests.counting.school import gift, people, plan, post, report, task
from tests.pages.summary_pages import (
    collect,
    compose_demo,
    compose_pages,
    find_figure,
    iterate_figures,
    read_data,
    read_page,
)

ODD = (
    post("a", "2023-02-01", "tuyen-truyen", sessions=2, participants=people(students="~100")),
    post(
        "b",
        "2023-02-01",
        "ngoai-ngu",
        event="https://cum.example/su-kien/2023.html",
        participants=people(students="120+", parents="?"),
        tasks=("II.1",),
        partners=("Trường Sông Trăng",),
    ),
    post("c", "2023-03-05", "xa-hoi-hoa", resources=(gift("tien", 5_000_000, partner="Quỹ A"),)),
    post("d", "2023-04-05", participants=people(total=30), tasks=("II", "II.1")),
    post("e", "2022-12-30", until="2023-01-02", participants=people(staff=3)),
)
ODD_PLAN = plan(
    "2023",
    task("II", Target("activities", 1), Target("posts", 4)),
    task("II.1", Target("students", 90)),
)
"""A task with two targets, and one whose id goes on where the other's ends."""


@pytest.fixture(scope="module", params=["demo", "odd"])
def files(request: pytest.FixtureRequest) -> dict[str, SiteFile]:
    """Summaries of the demo, and of a school where everything is unusual."""
    if request.param == "demo":
        return compose_demo()
    return compose_pages(*ODD, plans=(ODD_PLAN,), reports=(report("2023", students=150),))


def test_every_figure_of_a_page_equals_data_json(files: dict[str, SiteFile]) -> None:
    """A figure with a path has the value that stands there; the unknown one is empty."""
    different = []
    for period in _list_periods(files):
        data = read_data(files, period)
        for figure in iterate_figures(read_page(files, period)):
            if figure["path"] is not None:
                found = find_figure(data, figure["path"])
                if figure["value"] != ("" if found is None else str(found)):
                    different.append((period, figure["path"], figure["value"], found))

    assert [] == different


@pytest.mark.parametrize(
    "part",
    [
        "totals",
        "by_activity_type",
        "by_month",
        "by_level",
        "by_role",
        "by_channel",
        "by_theme",
        "partners",
        "plan",
    ],
)
def test_every_part_of_data_json_stands_on_the_page(part: str) -> None:
    """No list of figures is left to programs alone."""
    files = compose_demo()
    shown = collect(list(iterate_figures(read_page(files, "2023"))), "path")

    assert any(path.startswith(f"{part}.") for path in shown)


def test_every_key_figure_of_data_json_stands_on_the_page() -> None:
    """All totals are shown, each with its own path."""
    files = compose_demo()
    shown = collect(list(iterate_figures(read_page(files, "2024"))), "path")

    assert set() == set(_list_paths(read_data(files, "2024")["totals"], "totals")) - shown


def test_every_link_within_a_page_leads_somewhere(files: dict[str, SiteFile]) -> None:
    """A figure's link, a close link and the contents all name an id of the page."""
    for period in _list_periods(files):
        page = read_page(files, period)
        wanted = {link[1:] for link in collect(page, "href") if link.startswith("#")}
        wanted |= collect(page, "back")

        assert set() == wanted - collect(page, "id")


def test_no_id_stands_twice_on_a_page(files: dict[str, SiteFile]) -> None:
    """Sections, rows and evidence never share an id, so that each link leads to one place."""
    for period in _list_periods(files):
        page = read_page(files, period)
        evidence = [one["id"] for section in page["sections"] for one in section["evidence"]]
        sections = [one["id"] for one in page["contents"]]
        rows = [row["id"] for row in _list_rows(page) if row["id"]]
        ids = [*evidence, *sections, *rows]

        assert len(set(ids)) == len(ids)


def test_evidence_adds_up_to_its_figure() -> None:
    """618 + 85 + 120 + 64 + 210 + 640 = 1.737: each activity, its number, and their sum."""
    evidence = _find_evidence(read_page(compose_demo(), "2023"), "minh-chung-nhom-students")

    assert ["618", "85", "120", "64", "210", "640"] == [row["cells"][0] for row in evidence["rows"]]
    assert ["1.737"] == [figure["text"] for figure in evidence["sum"]]


def test_a_peak_leads_to_the_activity_that_reaches_it() -> None:
    """The largest number of pupils was at P7, whose row it opens."""
    page = read_page(compose_demo(), "2023")

    assert {"#hd-2023.p7"} == {
        one["href"] for one in iterate_figures(page) if one["path"] == "totals.peak.students"
    }


def test_an_unknown_figure_leads_to_what_is_missing() -> None:
    """Parents of 2024: “—”, with how many activities lack them, and the way to their list."""
    page = read_page(compose_demo(), "2024")
    figure = _find_shown(page, "totals.attendance.parents")

    assert ("", "—", "#con-thieu", "(1 hoạt động chưa có số liệu)") == (
        figure["value"],
        figure["text"],
        figure["href"],
        figure["note"],
    )


def test_a_group_that_took_no_part_is_a_dash_without_a_link() -> None:
    """No activity of 2024 had guests: nothing is missing, so nothing is to be opened."""
    figure = _find_shown(read_page(compose_demo(), "2024"), "totals.attendance.guests")

    assert ("", "—", None, None) == (
        figure["value"],
        figure["text"],
        figure["href"],
        figure["note"],
    )


def test_marks_are_shown() -> None:
    """A sum with an estimate in it is an estimate."""
    page = read_page(compose_demo(), "2024")

    assert "≈ 772" == _find_shown(page, "totals.attendance.students")["text"]


def test_persons_are_at_least_the_largest_activity() -> None:
    """School year 2024–2025: 32 pupils, not stated for the whole school."""
    page = read_page(compose_demo(), "nam-hoc-2024-2025")

    assert "ít nhất 32" == _find_shown(page, "totals.persons.students.value")["text"]


def test_persons_stated_by_the_school_say_so() -> None:
    """The principal's number carries whose word it is."""
    files = compose_pages(*ODD, plans=(ODD_PLAN,), reports=(report("2023", students=150),))
    figure = _find_shown(read_page(files, "2023"), "totals.persons.students.value")

    assert ("150", "theo xác nhận của nhà trường") == (figure["text"], figure["note"])


def test_each_target_of_a_task_has_its_own_path() -> None:
    """The second target of task II is `plan.II#2`; task II.1 is another task."""
    files = compose_pages(*ODD, plans=(ODD_PLAN,))
    shown = collect(list(iterate_figures(read_page(files, "2023"))), "path")

    assert {"plan.II.counted", "plan.II#2.counted", "plan.II.1.counted"} <= shown


def test_the_evidence_of_a_second_target_has_its_path() -> None:
    """The sum under the list says what the table said."""
    goal = task("II", Target("activities", 1), Target("students", 90, counts_all=True))
    files = compose_pages(*ODD, plans=(plan("2023", goal, task("II.1")),))
    data = read_data(files, "2023")
    sums = [
        figure
        for figure in iterate_figures(_list_evidence(read_page(files, "2023"), "ke-hoach"))
        if figure["path"]
    ]

    assert ["plan.II#2.counted"] == [figure["path"] for figure in sums if "#2" in figure["path"]]
    assert [str(find_figure(data, figure["path"])) for figure in sums] == [
        figure["value"] for figure in sums
    ]


def _list_periods(files: dict[str, SiteFile]) -> list[str]:
    """Periods that have a page."""
    return [path.split("/")[1] for path in files if path.endswith("/data.json")]


def _list_rows(page: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of all tables."""
    tables = [table for section in page["sections"] for table in section["tables"]]
    return [row for table in tables for row in table["rows"]]


def _list_paths(data: dict[str, Any], path: str) -> list[str]:
    """Paths of all numbers below a key; marks and words are no figures."""
    found = []
    for key, value in data.items():
        if isinstance(value, dict) and key != "marks":
            found += _list_paths(value, f"{path}.{key}")
        elif isinstance(value, int):
            found.append(f"{path}.{key}")
    return found


def _find_evidence(page: dict[str, Any], anchor: str) -> dict[str, Any]:
    """Evidence by its id."""
    found = [one for section in page["sections"] for one in section["evidence"]]
    return next(one for one in found if one["id"] == anchor)


def _find_shown(page: dict[str, Any], path: str) -> dict[str, Any]:
    """First figure of the page at a path."""
    return next(one for one in iterate_figures(page) if one["path"] == path)


def _list_evidence(page: dict[str, Any], section: str) -> list[dict[str, Any]]:
    """Lists of what stands behind the figures of one section."""
    return next(list(one["evidence"]) for one in page["sections"] if one["id"] == section)
