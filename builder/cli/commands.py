"""Each command by its name: what it takes, and where that is which runs it."""

from __future__ import annotations

from functools import partial
from pkgutil import resolve_name
from types import MappingProxyType

import click

from builder.cli.parameters import make_parameters
from builder.cli.words import make_command

_PLACES = MappingProxyType(
    {
        "init": "builder.cli.beginning:run_init_command",
        "new": "builder.cli.beginning:run_new_command",
        "check": "builder.cli.checking:run_check_command",
        "build": "builder.cli.building:run_build_command",
        "serve": "builder.cli.serve:run_serve_command",
        "stage": "builder.cli.building:run_stage_command",
        "report": "builder.cli.documents:run_report_command",
        "plan": "builder.cli.documents:run_plan_command",
        "publish": "builder.cli.publish:run_publish_command",
        "status": "builder.cli.approval:run_status_command",
        "approve": "builder.cli.approval:run_approve_command",
    }
)
"""What runs a command: it takes the language and what was asked for, and gives the exit status.
It is loaded when it runs, so that no command waits for what another needs."""


def make_commands(language: str) -> list[click.Command]:
    """All commands, with help in one language."""
    parameters = make_parameters(language)
    return [
        make_command(name, language, partial(_run, place, language), parameters[name])
        for name, place in _PLACES.items()
    ]


def _run(place: str, language: str, **asked: object) -> int:
    """Run a command; its exit status."""
    status: int = resolve_name(place)(language, **asked)
    return status
