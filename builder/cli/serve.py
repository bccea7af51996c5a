"""`serve`: what becomes of the preview with each change, until it is stopped."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from builder.cli.speech import speak_problems, tell_aside, tell_sum
from builder.cli.statuses import DONE
from builder.cli.steps import Steps, telling_steps
from builder.disk.project_folder import find_project
from builder.engine.mkdocs_build import MkDocsEngine
from builder.engine.preview_server import open_preview
from builder.locale import say
from builder.locale.formats import format_seconds
from builder.workflow.new import load_settings
from builder.workflow.preview import run_preview
from builder.workflow.preview_site import Renewed


def run_serve_command(language: str) -> int:
    """The preview, until it is stopped."""
    project = find_project(Path.cwd())
    load_settings(project)
    load_engine = partial(MkDocsEngine, preview=True)
    run_preview(project, load_engine, open_preview, _Speaker(language))
    tell_aside(say("preview-ended", language))
    return DONE


class _Speaker:
    """Tells of a preview on the error output; a problem is told once while it lasts."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._told: tuple[str, ...] | None = None

    def open(self, address: str) -> None:
        """It can be looked at."""
        tell_aside(say("serve-begins", self._language, address=address))

    def begin(self) -> AbstractContextManager[Steps]:
        """Something is built while the block runs."""
        return telling_steps(self._language)

    def end(self, renewed: Renewed) -> None:
        """Something became of a change."""
        self._language = renewed.language
        if renewed.failure:
            tell_aside("\n".join((say("preview-failed", self._language), *renewed.failure)))
        else:
            self._tell_problems(renewed)
            seconds = format_seconds(renewed.seconds, self._language)
            code = "preview-renewed" if renewed.is_new else "preview-unchanged"
            tell_aside(say(code, self._language, seconds=seconds))

    def _tell_problems(self, renewed: Renewed) -> None:
        """Tell of those that are new, and how many there are."""
        lines = (*renewed.notes, *speak_problems(renewed.problems, self._language))
        before = frozenset(self._told or ())
        for line in lines:
            if line not in before:
                tell_aside(line)
        if lines != self._told:
            tell_sum(renewed.problems, self._language)
        self._told = lines
