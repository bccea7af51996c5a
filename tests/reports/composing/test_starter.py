"""A new report file can be read and printed as it stands, and tells facts to consider."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builder.counting import count_period
from builder.model.library import Library
from builder.model.partners import Agreement
from builder.model.periods import find_period
from builder.model.plans import ReportText
from builder.reading.surroundings.report_text import group_keys, read_report_text
from builder.reports.composing import check_report_text, compose_report, compose_starter
from tests.counting import demo, school
from tests.reports.composing.papers import SETTINGS, library_of, texts

AGREEMENTS = (
    Agreement("Đã hết", date(2019, 1, 1), date(2022, 12, 31)),
    Agreement("Sắp hết", date(2021, 1, 1), date(2024, 6, 30)),
    Agreement("Còn lâu", None, None),
    Agreement("Chưa đến", date(2024, 3, 1), None),
)


def demo_library(language: str = "vi") -> Library:
    """The demo with a partner's agreements."""
    first, *others = demo.PARTNERS
    return library_of(
        *demo.POSTS,
        partners=(replace(first, agreements=AGREEMENTS), *others),
        plans=demo.PLANS,
        settings=replace(SETTINGS, language=language),
    )


def start(library: Library, name: str) -> str:
    """A period's new file."""
    period = find_period(name)
    assert period is not None
    return compose_starter(count_period(library, period), library)


def read(text: str, name: str) -> ReportText:
    """What reading makes of a new file, without a problem."""
    path = f"content/reports/{name}.md"
    outcome = read_report_text(text, path, groups=group_keys(SETTINGS.vocabulary), start_month=9)
    assert () == outcome.problems
    assert outcome.value is not None
    return outcome.value


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", ["2023", "2024", "2023-2024", "2019"])
def test_a_new_file_has_no_problem(name: str, language: str) -> None:
    """In every period, in both languages, with today's heading and signer."""
    library = demo_library(language)
    text = read(start(library, name), name)
    summary = count_period(library, text.period)

    assert () == check_report_text(text, summary, library)


def test_a_new_file_prints_no_hint() -> None:
    """Facts to consider stand in comments, the starter with its figures in the report."""
    library = demo_library()
    text = read(start(library, "2023"), "2023")
    summary = count_period(library, text.period)
    told = texts(compose_report(summary, library, text=text))

    assert not [one for one in told if "<!--" in one or "cân nhắc" in one]
    assert any(one.startswith("Trong năm 2023, nhà trường có 6 hoạt động") for one in told)


def test_missed_targets_and_missing_figures_are_facts_to_consider() -> None:
    """With how far the target was reached, and where a figure is missing."""
    lines = start(demo_library(), "2024").split("\n")

    assert "- Chưa đạt chỉ tiêu: NV2. Nhiệm vụ NV2: 5/10 (50,0%)." in lines
    assert "- Chưa có số liệu cha mẹ học sinh: p11 (15/10/2024)." in lines
    assert "- Nhiệm vụ còn dở: NV2. Nhiệm vụ NV2." in lines


def test_agreements_that_end_or_run_on_are_facts_to_consider() -> None:
    """One that ended before the period, and one that comes after it, are not."""
    lines = start(demo_library(), "2023").split("\n")
    partner = demo.PARTNERS[0].name

    assert [
        f"- Thỏa thuận «Sắp hết» với {partner} hết hạn ngày 30/06/2024.",
        f"- Thỏa thuận «Còn lâu» với {partner} còn hiệu lực.",
    ] == [line for line in lines if line.startswith("- Thỏa thuận")]


def test_a_title_cannot_end_the_comment_it_stands_in() -> None:
    """What looks like the end of a comment is taken apart."""
    post = school.post("p", "2020-05-04", title="Một --> hai")
    library = library_of(post)
    written = start(library, "2020")
    text = read(written, "2020")
    report = compose_report(count_period(library, text.period), library, text=text)

    assert "- Chưa có số liệu người tham gia: Một - -> hai (04/05/2020)." in written.split("\n")
    assert not [one for one in texts(report) if "hai (04/05/2020)" in one]
