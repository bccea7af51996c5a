"""`build` and `stage`: what became of a site, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from builder.cli.outcomes import find_status, make_order, speak_refusal
from builder.cli.speech import (
    speak_font,
    speak_problems,
    tell_aside,
    tell_lines,
    tell_problems,
    tell_sum,
)
from builder.cli.statuses import DONE
from builder.cli.steps import telling_steps
from builder.engine.mkdocs_build import MkDocsEngine
from builder.engine.staged_folder import write_staged_project
from builder.locale import say
from builder.workflow.build import Built, run_build
from builder.workflow.fonts import find_fonts
from builder.workflow.prepare import Order
from builder.workflow.stage import run_stage
from builder.workflow.standing import Line, Standing, Told, keep_standing
from builder.workflow.status import list_waiting


def run_build_command(
    language: str, *, lenient: bool, site_dir: Path | None, today: str | None, profile: bool
) -> int:
    """The site, all or nothing."""
    order = make_order(today, lenient=lenient)
    with telling_steps(language) as steps:
        built = run_build(order, MkDocsEngine, site_folder=site_dir, tell=steps)
    status = tell_built(built, "build-done", "build-refused")
    if profile:
        steps.tell_profile()
    else:
        keep_built(order, built, click.get_current_context().obj)
    return status


def keep_built(order: Order, built: Built, arguments: Sequence[str]) -> None:
    """Keep what `build` with these arguments has to tell as long as nothing changes."""
    if built.folder is None or built.seen is None:
        return
    left = Standing(
        folder=order.folder,
        today=order.today,
        target=built.folder,
        told=Told(_speak_built(built, "build-done"), _speak_built(built, "build-unchanged")),
        seen=built.seen,
        stamp=built.stamp,
        products=built.products,
    )
    keep_standing(arguments, left)


def run_stage_command(language: str, *, folder: Path, lenient: bool, today: str | None) -> int:
    """The same pages as a plain project."""
    order = make_order(today, lenient=lenient)
    with telling_steps(language) as steps:
        built = run_stage(order, folder, write_staged_project, tell=steps)
    return tell_built(built, "stage-done", "stage-refused")


def tell_built(built: Built, done: str, refused: str) -> int:
    """What became of a build; “done” only where it is."""
    content = built.content
    if built.folder is None:
        tell_lines([(one, True) for one in built.notes])
        tell_problems(content.problems, content.language)
        tell_sum(content.problems, content.language)
        tell_aside(speak_refusal(content, refused, whole_site=True))
        return find_status(content)
    tell_lines(_speak_built(built, done))
    return DONE


def _speak_built(built: Built, done: str) -> list[Line]:
    """What to say of a site that stands: problems, what isn't on it, its font, where it is."""
    content, language = built.content, built.content.language
    lines = [*built.notes, *speak_problems(content.problems, language)]
    if content.library is not None and content.library.left_out:
        left_out = "\n".join(f"  {path}" for path in content.library.left_out)
        lines.append(say("build-left-out", language, posts=left_out))
    waiting = len(list_waiting(content.library)) if content.library is not None else 0
    if waiting:
        lines.append(say("build-waiting", language, n=waiting))
    lines += speak_font(find_fonts(), language)
    return [*((one, True) for one in lines), (say(done, language, folder=str(built.folder)), False)]
