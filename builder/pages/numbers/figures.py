"""Figures in; out comes how pages show and speak them. Nothing is counted here."""

from __future__ import annotations

from dataclasses import dataclass

from builder.locale import say
from builder.locale.formats import format_number
from builder.model.counts import Mark, combine_marks
from builder.model.summary import Figure, How, Persons

SIGNS = {None: "", Mark.ABOUT: "≈ ", Mark.AT_LEAST: "≥ "}
"""What stands before a marked number in tables and tiles."""

UNKNOWN = "—"
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Shown:
    """How one figure stands on one page."""

    href: str | None = None
    """Where a click leads: to what the figure came from."""

    unit: str | None = None
    """Word after the number."""


def compose_figure(figure: Figure, language: str, shown: Shown = Shown()) -> dict[str, object]:
    """A figure for the macro `figure`: number, path in `data.json`, link and what is missing in it.

    `value` is the bare number, empty where unknown; `text` is what people read.
    A page whose `data.json` is another one puts another `path` in its place.
    """
    return {
        "path": figure.path,
        "value": "" if figure.value is None else str(figure.value),
        "text": write_number(figure.value, figure.mark, language),
        "href": shown.href,
        "unit": shown.unit if figure.value is not None else None,
        "note": compose_missing_note(figure, language),
    }


def compose_persons(persons: Persons, language: str, shown: Shown = Shown()) -> dict[str, object]:
    """Number of persons: `45`, `ít nhất 32`, or the school's own with a note that says so.

    Where nobody came, nobody came: 0 is never “at least 0”.
    """
    figure = compose_figure(persons.figure, language, shown)
    if persons.how is How.STATED:
        figure["note"] = say("figure-stated", language)
    if persons.how is How.AT_LEAST and persons.figure.value:
        number = speak_number(persons.figure.value, None, language)
        figure["text"] = say("figure-at-least", language, number=number)
    return figure


def write_number(value: int | None, mark: Mark | None, language: str) -> str:
    """Number of a table: `1.737`, `≈ 772`, `≥ 200`, or `—` where nobody knows."""
    if value is None:
        return UNKNOWN
    return f"{SIGNS[mark]}{format_number(value, language)}"


def speak_number(value: int, mark: Mark | None, language: str) -> str:
    """Number in a sentence: `1.737`, `khoảng 772`, `ít nhất 200`."""
    number = format_number(value, language)
    return number if mark is None else say(f"figure-{mark}", language, number=number)


def say_counted(noun: str, figure: Figure, language: str) -> str | None:
    """A known, positive figure with its noun, in the form that its number asks for.

    The catalog has `counted-<noun>-one` and `counted-<noun>-many`; None where
    there is nothing to tell.
    """
    if not figure.value:
        return None
    form = "one" if figure.value == 1 else "many"
    return say(
        f"counted-{noun}-{form}", language, n=speak_number(figure.value, figure.mark, language)
    )


def compose_missing_note(figure: Figure, language: str) -> str | None:
    """“(1 hoạt động chưa có số liệu)” after a figure that leaves activities out (rule 6)."""
    if not figure.unknown:
        return None
    form = "one" if len(figure.unknown) == 1 else "many"
    return say(f"figure-missing-{form}", language, n=format_number(len(figure.unknown), language))


def compose_change(
    now: Figure, before: Figure | None, year: str, language: str, *, unit: str | None = None
) -> dict[str, object] | None:
    """Change against the period before: what is seen (`+2`) and what a screen reader says.

    `year` names the period before in a sentence, `unit` is the word after the
    number. None where either is unknown or there is no period before (counting.md, rule 14).
    """
    if before is None or now.value is None or before.value is None:
        return None
    difference = now.value - before.value
    direction = "same" if difference == 0 else "more" if difference > 0 else "less"
    mark = combine_marks({now.mark, before.mark})
    about = SIGNS[Mark.ABOUT] if mark is not None and difference else ""
    number = format_number(abs(difference), language) + (f" {unit}" if unit else "")
    heard = say("figure-about", language, number=number) if about else number
    return {
        "direction": direction,
        "text": f"{about}{_sign(difference)}{number}",
        "spoken": say(f"figure-change-{direction}", language, number=heard, year=year),
        "against": say("figure-against", language, year=year),
    }


def _sign(difference: int) -> str:
    """Sign before a change; a real minus, not a hyphen."""
    return "" if difference == 0 else "+" if difference > 0 else MINUS
