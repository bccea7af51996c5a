"""How many different people took part (counting.md, rule 5)."""

from __future__ import annotations

import pytest

from builder.counting import check_reports, count_library
from builder.model.counts import Group, Mark, Participants
from builder.model.plans import ReportText
from builder.model.problems import Problem, Where
from builder.model.summary import How, Persons
from tests.counting.school import library, people, post, report

SMALL = people(staff=12, students=90)
LARGE = people(staff=15, students=80)
REPORT = "content/reports/2020.md"


def persons(*stated: Participants, written: ReportText | None = None) -> dict[Group, Persons]:
    """Persons of 2020 with one activity for each statement."""
    posts = [
        post(f"p{number}", f"2020-0{number}-09", participants=one)
        for number, one in enumerate(stated, start=1)
    ]
    known = library(*posts, reports=[written] if written else [])
    return dict(next(one for one in count_library(known) if one.period.id == "2020").totals.persons)


def problems(*stated: Participants, written: ReportText) -> tuple[Problem, ...]:
    """What is wrong with a report file beside these activities of 2020."""
    posts = [
        post(f"p{number}", f"2020-0{number}-09", participants=one)
        for number, one in enumerate(stated, start=1)
    ]
    known = library(*posts, reports=[written])
    return check_reports(known, count_library(known))


def told(counted: dict[Group, Persons]) -> dict[str, tuple[int | None, How]]:
    """Value and how it is known."""
    return {str(group): (one.figure.value, one.how) for group, one in counted.items()}


def test_persons_have_only_groups_that_some_activity_states() -> None:
    """A group stated as unknown isn't among them, one stated as 0 is."""
    assert {"staff": (3, How.AT_LEAST), "guests": (0, How.AT_LEAST)} == told(
        persons(people(staff=3, guests=0, parents="?"))
    )


def test_one_of_several_activities_of_the_peak_may_speak_for_the_whole_school() -> None:
    """It is enough that an activity with that count states it."""
    whole = people(students=90, whole=True)

    assert {"staff": (12, How.AT_LEAST), "students": (90, How.WHOLE_SCHOOL)} == told(
        persons(SMALL, whole)
    )


def test_a_smaller_activity_of_the_whole_school_says_nothing_of_the_peak() -> None:
    """More people came to another one."""
    assert (90, How.AT_LEAST) == told(persons(SMALL, people(students=60, whole=True)))["students"]


def test_a_marked_peak_makes_marked_persons() -> None:
    """“ít nhất khoảng 90”."""
    counted = persons(people(students="~90"))

    assert Mark.ABOUT is counted[Group.STUDENTS].figure.mark


@pytest.mark.parametrize("stated", [15, 20, 27])
def test_the_school_may_state_persons_from_peak_to_attendance(stated: int) -> None:
    """Both ends included."""
    written = report("2020", staff=stated)

    assert (stated, How.STATED) == told(persons(SMALL, LARGE, written=written))["staff"]
    assert () == problems(SMALL, LARGE, written=written)


@pytest.mark.parametrize("stated", [14, 28])
def test_persons_outside_are_an_error_at_their_line(stated: int) -> None:
    """The figure stays what the activities say."""
    written = report("2020", staff=stated)
    limits = {"least": "15", "most": "27", "written": str(stated), "period": "2020"}
    group = {"group": "Cán bộ, giáo viên, nhân viên"}

    assert (15, How.AT_LEAST) == told(persons(SMALL, LARGE, written=written))["staff"]
    assert (Problem("persons-impossible", Where(REPORT, 2), limits | group),) == problems(
        SMALL, LARGE, written=written
    )


def test_persons_of_one_activity_are_its_number() -> None:
    """From 1.250 to 1.250 is no choice; numbers are told as people read them."""
    found = problems(people(students=1250), written=report("2020", students=5000))

    assert [("persons-of-one-activity", "5.000", "1.250")] == [
        (one.code, one.details["written"], one.details["number"]) for one in found
    ]


def test_persons_of_a_group_that_no_activity_states_are_an_error() -> None:
    """Nothing bears them out."""
    found = problems(SMALL, written=report("2020", staff=12, guests=5))

    assert [("persons-not-counted", Where(REPORT, 3))] == [(one.code, one.where) for one in found]


def test_persons_of_a_year_without_activities_are_an_error() -> None:
    """Its report file stands beside posts of other years."""
    found = problems(SMALL, written=report("2021", staff=12))

    assert ["persons-not-counted"] == [one.code for one in found]
