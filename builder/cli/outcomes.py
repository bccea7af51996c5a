"""What every command over a project's content shares: its order, its exit status."""

from __future__ import annotations

from pathlib import Path

from builder.cli.speech import tell_aside, tell_problems
from builder.cli.statuses import CONTENT_ERRORS, DONE, WRONG_COMMAND
from builder.disk.project_folder import find_project
from builder.locale import say
from builder.model.library import Library
from builder.workflow.content import Content, read_content
from builder.workflow.day import find_today
from builder.workflow.prepare import Order


def make_order(today: str | None, *, lenient: bool = False) -> Order:
    """What is asked for, in the project around the current folder."""
    return Order(find_project(Path.cwd()), find_today(today), lenient=lenient)


def read_asked(today: str | None) -> Content:
    """The content that a command is asked about."""
    order = make_order(today)
    return read_content(order.folder, order.today)


def find_status(content: Content) -> int:
    """Exit status that the content's problems ask for."""
    if content.library is None:
        return WRONG_COMMAND
    return CONTENT_ERRORS if content.has_errors else DONE


def usable_library(content: Content, refused: str, *, lenient: bool) -> Library | None:
    """The library where a command may go on; else every problem and the sentence `refused`."""
    if content.library is not None and (lenient or not content.has_errors):
        return content.library
    tell_problems(content.problems, content.language)
    tell_aside(speak_refusal(content, refused))
    return None


def speak_refusal(content: Content, refused: str, *, whole_site: bool = False) -> str:
    """The sentence `refused`; another where leaving out posts would not help.

    Nothing is made of a configuration with errors, and no `whole_site` while a
    page that is no post holds what may not be published.
    """
    if content.library is None:
        return say("configuration-refused", content.language)
    forbidden = whole_site and any(one.forbids for one in content.problems)
    return say("forbidden-refused" if forbidden else refused, content.language)
