"""Every problem across posts can be said in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

from builder.counting import check_reports, count_library
from builder.locale import LANGUAGES, speak_problem
from builder.model.posts import Status
from builder.model.problems import Problem
from tests.counting.school import gift, people, plan, post, read, report, task


def every_problem() -> Iterator[Problem]:
    """Problems of a school in which everything clashes."""
    posts = (
        post("a", "2025-03-01", is_main=True, sessions=1, tasks=("NV9",), event="x"),
        post("b", "2025-03-01", is_main=True, sessions=2, until="2025-01-01", event="x"),
        post("c", "2025-03-01", slug="a", tasks=("NV1",), event="x"),
        post(
            "d",
            "2023-03-01",
            tasks=("NV1",),
            old_addresses=("tin/2025/b/",),
            status=Status.WITHDRAWN,
        ),
    )
    yield from read(posts, plans=[plan("2025", task("NV1"))]).problems
    for first, second in (
        (people(students=50), people(students=60)),
        (people(students=50), people(total=60)),
        (people(students=50, staff="?"), people(total=40)),
        (people(total=50), people(total=60)),
    ):
        yield from read(
            post(name, "2025-03-01", event="x", participants=stated)
            for name, stated in (("a", first), ("b", second))
        ).problems
    for told in ((gift("tien", 6),), (gift("tien", 5), gift("tien", 6))):
        yield from read(
            post(name, "2025-03-01", event="x", resources=resources)
            for name, resources in (("a", (gift("tien", 5),)), ("b", told))
        ).problems
    yield from read([post("a", "2025-03-01"), post("b", "2025-03-01")]).problems
    school = (
        post("a", "2025-03-01", participants=people(students=50, staff=5)),
        post("b", "2025-04-01", participants=people(students=20)),
    )
    known = read(school, reports=[report("2025", students=80, staff=6, parents=1)]).value
    assert known is not None
    yield from check_reports(known, count_library(known))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_what_it_says(language: str) -> None:
    """No blank stays open, and no sentence of the catalog is never said."""
    problems = tuple(every_problem())
    catalog = files("builder.locale").joinpath(language, "library.toml")
    said = {one.code for one in problems if speak_problem(one, language).message}

    assert tomllib.loads(catalog.read_text(encoding="utf-8")).keys() == said


def test_a_clash_names_the_other_line() -> None:
    """A teacher can go and look."""
    found = read(
        [
            post("a", "2025-03-01", event="x", participants=people(students=50)),
            post("b", "2025-03-02", event="x", participants=people(students=60)),
        ]
    ).problems

    assert [
        (
            "Nhóm «Học sinh» ghi 60 ở đây nhưng ghi 50 ở content/posts/a.md:6, "
            "trong khi hai bài cùng một sự kiện."
        )
    ] == [speak_problem(one, "vi").message for one in found]
