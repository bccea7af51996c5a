"""`init` and `new`: a site and a post that their writer goes on with."""

from __future__ import annotations

from pathlib import Path

from builder.cli.speech import tell, tell_aside
from builder.cli.statuses import DONE
from builder.disk.project_folder import find_project
from builder.locale import say
from builder.workflow.day import find_today
from builder.workflow.init import run_init
from builder.workflow.new import NewPost, run_new


def run_init_command(language: str, folder: Path) -> int:
    """A new school's site."""
    made = run_init(folder)
    tell(say("init-done", language, folder=str(made)))
    return DONE


def run_new_command(language: str, title: str, activity_type: str | None, day: str | None) -> int:
    """The bundle of a new post; its path alone goes to the output, for scripts."""
    today = find_today()
    new = NewPost(title, activity_type, day)
    made = run_new(find_project(Path.cwd()), new, today=today)
    tell(made.path)
    for code in made.remarks:
        tell_aside(say(code, language, types=made.types))
    return DONE
