"""Words → the terminal, whatever it can show."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click
from rich.console import Console
from rich.status import Status

from builder.locale import say
from builder.model.problems import Problem
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


class Steps:
    """Tells the steps of long work: a moving line on a terminal, plain lines elsewhere."""

    def __init__(self, language: str, status: Status | None) -> None:
        self.language = language
        self._status = status
        self._begun: list[tuple[str, float]] = []

    @property
    def is_live(self) -> bool:
        """Whether words take each other's place, so that a count may move."""
        return self._status is not None

    def __call__(self, code: str) -> None:
        """A step begins."""
        self._begun.append((code, time.perf_counter()))
        self.show(say(code, self.language))

    def show(self, words: str) -> None:
        """What is going on."""
        if self._status is not None:
            self._status.update(words)
        else:
            tell_aside(words)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let the moving line rest while a question is asked."""
        if self._status is not None:
            self._status.stop()
        yield
        if self._status is not None:
            self._status.start()

    def tell_profile(self) -> None:
        """How long each step took."""
        ends = [*(start for _, start in self._begun[1:]), time.perf_counter()]
        for (code, start), end in zip(self._begun, ends, strict=True):
            tell_aside(f"{end - start:8.2f} s  {say(code, self.language)}")


@contextmanager
def telling_steps(language: str) -> Iterator[Steps]:
    """Tell steps while the block runs."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Steps(language, None)
        return
    with console.status("") as status:
        yield Steps(language, status)
