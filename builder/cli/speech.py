"""Words → the terminal, whatever it can show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from builder.locale import say
from builder.model.problems import Problem
from builder.reports.fonts import Fonts
from builder.workflow.speaking import speak_line
from builder.workflow.standing import Line


def tell(text: str) -> None:
    """A result, to the standard output."""
    click.echo(text)


def tell_aside(text: str) -> None:
    """A problem or the progress of work, to the error output."""
    click.echo(text, err=True)


def tell_lines(lines: Sequence[Line]) -> None:
    """Lines, each to its output."""
    for text, aside in lines:
        click.echo(text, err=aside)


def tell_problems(problems: Sequence[Problem], language: str) -> None:
    """Every problem on its line, beside the result of a command."""
    for line in speak_problems(problems, language):
        tell_aside(line)


def speak_problems(problems: Sequence[Problem], language: str) -> Iterator[str]:
    """Every problem in words; what is no error says so."""
    for problem in problems:
        mark = "" if problem.is_error else say("problem-warning", language) + " "
        yield speak_line(problem, language, mark=mark)


def tell_sum(problems: Sequence[Problem], language: str) -> None:
    """How many errors and warnings there are, in one sentence."""
    errors = sum(problem.is_error for problem in problems)
    code = "sum-errors" if errors else "sum-warnings" if problems else "sum-nothing"
    tell_aside(say(code, language, errors=str(errors), warnings=str(len(problems) - errors)))


def speak_font(fonts: Fonts, language: str) -> list[str]:
    """The font in place of the prescribed one, where this machine lacks that."""
    return [] if fonts.is_prescribed else [say("font-fallback", language, font=fonts.family)]
