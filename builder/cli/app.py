"""Arguments of the command line → an exit status."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

import builder
from builder.cli.commands import make_commands
from builder.cli.speech import tell_aside
from builder.cli.statuses import DONE, NOT_PUBLISHED, WRONG_COMMAND
from builder.cli.words import make_group, speak_usage
from builder.disk.project_folder import find_project
from builder.locale import say
from builder.model.failures import CommandError
from builder.publish.failures import PublishError
from builder.workflow.language import find_language
from builder.workflow.remembered import open_ledger
from builder.workflow.speaking import speak_disk, speak_failure

_INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run a command; whatever a user can cause is told in a sentence, never as a traceback."""
    language = find_language(Path.cwd())
    group = make_group(language, make_commands(language), builder.__version__)
    status = _call(group, arguments, language)
    _tell_thrown_away(language)
    return status


def _call(group: click.Command, arguments: Sequence[str], language: str) -> int:
    """Exit status of a command; failures in words."""
    try:
        status: int = group.main(
            list(arguments), prog_name="outreach", obj=tuple(arguments), standalone_mode=False
        )
    except click.exceptions.NoArgsIsHelpError as error:
        tell_aside(error.ctx.get_help())
        return WRONG_COMMAND
    except click.UsageError as error:
        tell_aside(speak_usage(error, language))
    except PublishError as error:
        why = speak_failure(error, language)
        gap = "" if why.endswith("\n") else " "
        tell_aside(f"{why}{gap}{say(error.stands, language)}")
        return NOT_PUBLISHED
    except CommandError as error:
        tell_aside(speak_failure(error, language))
    except click.Abort:
        return _INTERRUPTED
    except OSError as error:
        tell_aside(speak_disk(error, language))
    else:
        return status or DONE
    return WRONG_COMMAND


def _tell_thrown_away(language: str) -> None:
    """Tell why a command may have taken longer than the one before it."""
    with suppress(CommandError):
        ledger = open_ledger(find_project(Path.cwd()))
        if ledger.was_thrown_away:
            tell_aside(say("cache-thrown-away", language, file=str(ledger.file)))
