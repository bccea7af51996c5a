"""Each command: its arguments, its workflow, its words, its exit status."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from builder.cli.approval import run_approve_command, run_status_command
from builder.cli.documents import run_plan_command, run_report_command, speak_font
from builder.cli.outcomes import DONE, find_status, make_order
from builder.cli.parameters import make_parameters
from builder.cli.serve import run_serve_command
from builder.cli.speech import (
    speak_problems,
    tell,
    tell_aside,
    tell_lines,
    tell_problems,
    tell_sum,
)
from builder.cli.steps import telling_steps
from builder.cli.words import make_command
from builder.disk.sources import find_project
from builder.engine.mkdocs_build import MkDocsEngine
from builder.engine.staged_folder import write_staged_project
from builder.locale import say
from builder.workflow.build import Built, run_build
from builder.workflow.check import write_json
from builder.workflow.content import read_content
from builder.workflow.day import find_today
from builder.workflow.init import run_init
from builder.workflow.new import NewPost, run_new
from builder.workflow.stage import run_stage
from builder.workflow.standing import Line, Standing, Told, keep_standing


def make_commands(language: str) -> list[click.Command]:
    """All commands, with help in one language."""
    runs: dict[str, Callable[..., int]] = {
        "init": partial(_init, language),
        "new": partial(_new, language),
        "check": _check,
        "build": partial(_build, language),
        "serve": partial(run_serve_command, language),
        "stage": partial(_stage, language),
        "report": run_report_command,
        "plan": run_plan_command,
        "publish": partial(_publish, language),
        "status": partial(run_status_command, language),
        "approve": partial(run_approve_command, language),
    }
    parameters = make_parameters(language)
    return [make_command(name, language, run, [*parameters[name]]) for name, run in runs.items()]


def _init(language: str, folder: Path) -> int:
    """A new school's site."""
    made = run_init(folder)
    tell(say("init-done", language, folder=str(made)))
    return DONE


def _new(language: str, title: str, activity_type: str | None, day: str | None) -> int:
    """The bundle of a new post; its path alone goes to the output, for scripts."""
    today = find_today()
    new = NewPost(title, activity_type, day)
    made = run_new(find_project(Path.cwd()), new, today=today)
    tell(made.path)
    for code in made.remarks:
        tell_aside(say(code, language, types=made.types))
    return DONE


def _check(file_format: str, today: str | None) -> int:
    """Every problem of the content."""
    order = make_order(today)
    content = read_content(order.folder, order.today)
    if file_format == "json":
        tell(write_json(content.problems, content.language))
    else:
        for line in speak_problems(content.problems, content.language):
            tell(line)
        tell_sum(content.problems, content.language)
    return find_status(content)


def _build(
    language: str, *, lenient: bool, site_dir: Path | None, today: str | None, profile: bool
) -> int:
    """The site, all or nothing."""
    order = make_order(today, lenient=lenient)
    with telling_steps(language) as steps:
        built = run_build(order, MkDocsEngine, site_folder=site_dir, tell=steps)
    status = _tell_built(built, "build-done", "build-refused")
    if profile:
        steps.tell_profile()
    elif built.folder is not None and built.seen is not None:
        told = Told(_speak_built(built, "build-done"), _speak_built(built, "build-unchanged"))
        keep_standing(
            click.get_current_context().obj,
            Standing(
                folder=order.folder,
                today=order.today,
                target=built.folder,
                told=told,
                seen=built.seen,
                stamp=built.stamp,
                products=built.products,
            ),
        )
    return status


def _stage(language: str, *, folder: Path, lenient: bool, today: str | None) -> int:
    """The same pages as a plain project."""
    order = make_order(today, lenient=lenient)
    with telling_steps(language) as steps:
        built = run_stage(order, folder, write_staged_project, tell=steps)
    return _tell_built(built, "stage-done", "stage-refused")


def _publish(language: str, *, target: str | None, dry_run: bool, back: bool, lenient: bool) -> int:
    """The site on its way to a server; what that needs is loaded for no other command."""
    from builder.cli.publish import run_publish_command  # noqa: PLC0415

    return run_publish_command(
        language,
        MkDocsEngine,
        lambda built: _tell_built(built, "build-done", "publish-not-built"),
        target=target,
        dry_run=dry_run,
        back=back,
        lenient=lenient,
    )


def _tell_built(built: Built, done: str, refused: str) -> int:
    """What became of a build; “done” only where it is."""
    content = built.content
    if built.folder is None:
        tell_lines([(one, True) for one in built.notes])
        tell_problems(content.problems, content.language)
        tell_sum(content.problems, content.language)
        tell_aside(say(refused, content.language))
        return find_status(content)
    tell_lines(_speak_built(built, done))
    return DONE


def _speak_built(built: Built, done: str) -> list[Line]:
    """What to say of a site that stands: problems, what was left out, its font, where it is."""
    content, language = built.content, built.content.language
    lines = [*built.notes, *speak_problems(content.problems, language)]
    if content.library is not None and content.library.left_out:
        left_out = "\n".join(f"  {path}" for path in content.library.left_out)
        lines.append(say("build-left-out", language, posts=left_out))
    lines += speak_font(language)
    return [*((one, True) for one in lines), (say(done, language, folder=str(built.folder)), False)]
