"""How figures are written, spoken and marked up."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from builder.model.counts import Mark
from builder.model.summary import Figure, How, Part, Persons
from builder.pages.numbers.figures import (
    Shown,
    compose_change,
    compose_figure,
    compose_persons,
    say_counted,
)

PEAK = Figure("totals.peak.students", 170, parts=(Part("a", 170),))


def test_the_markup_of_a_figure(repository: Path) -> None:
    """Other programs find the bare number and its path in data.json."""
    figure = compose_figure(PEAK, "vi", Shown("#hd-a"))

    assert (
        '<a class="so-figure" href="#hd-a">'
        '<data value="170" data-figure="totals.peak.students">170</data></a>'
    ) == _render(figure, repository)


def test_the_markup_of_an_unknown_figure(repository: Path) -> None:
    """An empty value, a dash, and words for those who can't see it."""
    figure = compose_figure(Figure("totals.peak.parents", None), "vi")

    assert (
        '<data value="" data-figure="totals.peak.parents">—</data>'
        '<span class="so-hidden"> chưa có số liệu</span>'
    ) == _render(figure, repository)


def test_a_figure_outside_data_json_claims_no_path(repository: Path) -> None:
    """It still has its bare number."""
    figure = compose_figure(Figure(None, 1737), "vi", Shown(unit="lượt"))

    assert '<data value="1737">1.737</data> lượt' == _render(figure, repository)


@pytest.mark.parametrize(
    ("mark", "language", "text"),
    [
        (None, "vi", "1.737"),
        (Mark.ABOUT, "vi", "≈ 1.737"),
        (Mark.AT_LEAST, "vi", "≥ 1.737"),
        (None, "en", "1,737"),
    ],
)
def test_numbers_carry_their_marks(mark: Mark | None, language: str, text: str) -> None:
    """Thousands as the language has them; the bare value stays bare."""
    figure = compose_figure(Figure("x", 1737, mark), language)

    assert ("1737", text) == (figure["value"], figure["text"])


@pytest.mark.parametrize(
    ("unknown", "note"),
    [
        ((), None),
        (("a",), "(1 hoạt động chưa có số liệu)"),
        (("a", "b"), "(2 hoạt động chưa có số liệu)"),
    ],
)
def test_a_figure_says_what_it_leaves_out(unknown: tuple[str, ...], note: str | None) -> None:
    """Activities that nobody counted stand behind the number."""
    assert note == compose_figure(Figure("x", 5, unknown=unknown), "vi")["note"]


@pytest.mark.parametrize(
    ("how", "text", "note"),
    [
        (How.WHOLE_SCHOOL, "170", None),
        (How.AT_LEAST, "ít nhất 170", None),
        (How.STATED, "170", "theo xác nhận của nhà trường"),
    ],
)
def test_persons_say_how_they_are_known(how: How, text: str, note: str | None) -> None:
    """Plain for the whole school, “at least” else, the school's word where it gave it."""
    shown = compose_persons(Persons(PEAK, how), "vi")

    assert (text, note) == (shown["text"], shown["note"])


def test_nobody_is_not_at_least_nobody() -> None:
    """The largest of several zeros leaves no room for more."""
    nobody = Figure("totals.peak.parents", 0, parts=(Part("a", 0),))

    assert "0" == compose_persons(Persons(nobody, How.AT_LEAST), "vi")["text"]


@pytest.mark.parametrize(
    ("now", "before", "text", "spoken"),
    [
        (6, 4, "+2", "tăng 2 so với năm 2022"),
        (4, 6, "−2", "giảm 2 so với năm 2022"),
        (4, 4, "0", "bằng năm 2022"),
    ],
)
def test_changes_have_their_sign_in_words(now: int, before: int, text: str, spoken: str) -> None:
    """Seen with a sign, heard as a sentence."""
    change = compose_change(Figure("x", now), Figure("x", before), "năm 2022", "vi")
    assert change is not None

    assert (text, spoken) == (change["text"], change["spoken"])


@pytest.mark.parametrize(("now", "before"), [(None, 4), (4, None)])
def test_the_unknown_is_not_compared(now: int | None, before: int | None) -> None:
    """From unknown to 4 is no rise."""
    assert compose_change(Figure("x", now), Figure("x", before), "năm 2022", "vi") is None


def test_a_change_of_an_estimate_is_one() -> None:
    """The mark goes on to the difference, seen and heard."""
    change = compose_change(Figure("x", 90, Mark.ABOUT), Figure("x", 80), "năm 2022", "vi")
    assert change is not None

    assert "≈ +10" == change["text"]
    assert "tăng khoảng 10 so với năm 2022" == change["spoken"]


@pytest.mark.parametrize("value", [None, 0])
def test_nothing_is_said_of_nothing(value: int | None) -> None:
    """A sentence leaves out what is zero or unknown."""
    assert say_counted("posts", Figure("x", value), "vi") is None


def _render(figure: dict[str, object], repository: Path) -> str:
    """A figure through the theme's macro."""
    theme = Environment(loader=FileSystemLoader(repository / "theme"), autoescape=False)  # noqa: S701 - as the site's engine has it
    theme.filters["url"] = str
    source = '{% from "outreach/parts/figure.html" import figure with context %}{{ figure(one) }}'
    config = {"theme": {"language": "vi"}}
    return theme.from_string(source).render(one=figure, config=config)
