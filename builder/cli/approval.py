"""`approve` and `status`: the questions to an approver, and what waits."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from builder.cli.answers import says_yes
from builder.cli.outcomes import read_asked, usable_library
from builder.cli.speech import tell, tell_aside, tell_problems
from builder.cli.statuses import CONTENT_ERRORS, DONE, WRONG_COMMAND
from builder.cli.tables import tell_table
from builder.locale import say
from builder.locale.formats import format_day
from builder.model.approval import CHECKS
from builder.model.failures import CommandError
from builder.model.library import Library
from builder.model.plans import PlanTask
from builder.model.posts import Post
from builder.workflow.approval import find_approver, run_approval, tidy_name
from builder.workflow.candidates import Approver, Candidate, State, plan_approvals
from builder.workflow.content import Content
from builder.workflow.post_names import find_posts
from builder.workflow.post_words import describe_post
from builder.workflow.status import Waiting, list_allowances, list_idle_tasks, list_waiting

_STATUSES = {State.READY: DONE, State.UNCHANGED: DONE, State.BROKEN: CONTENT_ERRORS}
"""Exit statuses; what is in no state for an approval is a wrong command."""


def run_approve_command(language: str, *, posts: tuple[str, ...], today: str | None) -> int:
    """Posts approved as they stand, each after its questions."""
    content = read_asked(today)
    library = usable_library(content, "configuration-refused", lenient=True)
    if library is None:
        return WRONG_COMMAND
    paths = find_posts(content.project, library, posts, Path.cwd())
    approver = Approver(find_approver() or _ask_name(language), library.today)
    candidates = plan_approvals(content, library, paths, approver)
    status = max(_approve(one, approver, content, library) for one in candidates)
    if not library.settings.approval_required:
        tell_aside(say("approve-off", language))
    return status


def run_status_command(language: str, *, today: str | None) -> int:
    """Posts and tasks that wait for somebody, and what the school accepted."""
    content = read_asked(today)
    library = usable_library(content, "configuration-refused", lenient=True)
    if library is None:
        return WRONG_COMMAND
    _tell_waiting(list_waiting(library), library)
    _tell_tasks(list_idle_tasks(library), library)
    _tell_allowances(library)
    if library.left_out:
        tell_aside(say("status-broken", language, n=len(library.left_out)))
    return DONE


def _tell_waiting(waiting: Sequence[Waiting], library: Library) -> None:
    """What waits, a table for each reason, or that nothing does."""
    language = library.settings.language
    if not waiting:
        tell(say("status-nothing", language))
    heads = _name_columns(("post", "whom", "since"), language)
    for reason, group in groupby(waiting, key=lambda one: one.reason):
        rows = [_describe_waiting(one, library) for one in group]
        title = say(f"status-{reason}", language, n=len(rows))
        tell_table(title, heads, rows, unbroken=heads[-1])


def _tell_tasks(tasks: Sequence[PlanTask], library: Library) -> None:
    """Tasks of the plan that nobody began, with whom they are given to and until when."""
    language = library.settings.language
    if tasks:
        heads = _name_columns(("task", "whom", "due"), language)
        nobody = say("status-whom-nobody", language)
        rows = ((f"{one.id}. {one.title}", one.owner or nobody, one.due or "–") for one in tasks)
        tell_table(say("status-tasks", language, n=len(tasks)), heads, rows, unbroken=heads[-1])


def _tell_allowances(library: Library) -> None:
    """What the school accepts in its posts, with its reasons."""
    language, allowances = library.settings.language, list_allowances(library)
    if allowances:
        heads = _name_columns(("post", "rule", "why"), language)
        rows = ((_name_post(post), one.rule, one.reason) for post, one in allowances)
        tell_table(say("status-allowed", language, n=len(allowances)), heads, rows)


def _ask_name(language: str) -> str:
    """Name of the approver, from a terminal; CommandError elsewhere."""
    name = None
    if not sys.stdin.isatty():
        raise CommandError("approver-unknown")
    while name is None:
        name = tidy_name(click.prompt(say("approve-who", language), err=True))
    return name


def _approve(candidate: Candidate, approver: Approver, content: Content, library: Library) -> int:
    """What becomes of one post; the exit status that it asks for."""
    language = library.settings.language
    if candidate.state is State.READY and candidate.post is not None:
        return _approve_ready(candidate, candidate.post, approver, content, library)
    tell_problems(candidate.problems, language)
    post = candidate.post
    told = {
        "path": candidate.path,
        "approver": (post.approved_by if post else None) or "–",
        "day": format_day(post.approved_on) if post and post.approved_on else "–",
    }
    speak = tell if candidate.state is State.UNCHANGED else tell_aside
    speak(say(f"approve-{candidate.state}", language, **told))
    return _STATUSES.get(candidate.state, WRONG_COMMAND)


def _approve_ready(
    candidate: Candidate, post: Post, approver: Approver, content: Content, library: Library
) -> int:
    """Ask, then write the approval; nothing where a point isn't right."""
    language = library.settings.language
    tell_aside(describe_post(post, library))
    tell_problems(candidate.problems, language)
    if post.allowances:
        tell_aside(say("approve-allowed", language))
        for one in post.allowances:
            tell_aside(f"  {one.rule} – {one.reason}")
    tell_aside(say("approve-checks", language))
    for number, check in enumerate(CHECKS, start=1):
        tell_aside(f"  {number}. {say(f'check-{check}', language)}")
    wrong = _ask_checks(language)
    if wrong:
        points = ", ".join(map(str, wrong))
        tell_aside(say("approve-declined", language, path=post.path, points=points))
        return CONTENT_ERRORS
    run_approval(content, candidate, approver)
    tell(say("approve-done", language, path=post.path, approver=approver.name))
    return DONE


def _ask_checks(language: str) -> list[int]:
    """Numbers of the points that aren't right; none: all are."""
    while True:
        try:
            answer = click.prompt(say("approve-question", language, n=len(CHECKS)), err=True)
        except click.Abort:
            if sys.stdin.isatty():
                raise
            raise CommandError("approve-no-answer") from None
        if says_yes(answer):
            return []
        numbers = sorted({int(one) for one in re.findall(r"\d+", answer)})
        if numbers and set(numbers) <= set(range(1, len(CHECKS) + 1)):
            return numbers


def _describe_waiting(one: Waiting, library: Library) -> tuple[str, ...]:
    """Cells of a waiting post: which it is, for whom it waits, since when."""
    language = library.settings.language
    whom = ", ".join(one.whom) or say(f"status-whom-{one.reason}", language)
    days = (library.today - one.since).days
    since = format_day(one.since)
    if days > 0:
        since = say("status-since", language, day=since, n=days)
    return _name_post(one.post), whom, since


def _name_post(post: Post) -> str:
    """A post by its title, with the name that `approve` takes."""
    return f"{post.title}\n{post.id}"


def _name_columns(columns: Sequence[str], language: str) -> list[str]:
    """Heads of a table."""
    return [say(f"status-column-{one}", language) for one in columns]
