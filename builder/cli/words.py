"""Click's own words in the site's language, so that help has no second tongue in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from builder.locale import say


class NoSuchCommandError(click.UsageError):
    """A command that does not exist."""

    def __init__(self, command: str) -> None:
        super().__init__(command)
        self.command = command


class SpokenGroup(click.Group):
    """All commands; one that does not exist is told in our words."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise NoSuchCommandError(args[0])
        return super().resolve_command(ctx, args)


class _SpokenHelp(click.HelpFormatter):
    """Help with its headings in one language."""

    language = "vi"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line, with its word."""
        super().write_usage(prog, args, prefix or say("help-usage", self.language) + " ")

    def write_heading(self, heading: str) -> None:
        """A heading; Click names two by itself."""
        codes = {"Options": "help-options", "Commands": "help-commands"}
        super().write_heading(say(codes[heading], self.language) if heading in codes else heading)


def make_command(
    name: str,
    language: str,
    callback: Callable[..., int],
    parameters: Sequence[click.Parameter],
) -> click.Command:
    """A command whose help is the text `help-<name>` of the catalog."""
    command = click.Command(
        name,
        callback=callback,
        params=list(parameters),
        help=say(f"help-{name}", language),
        options_metavar=say("help-metavar-options", language),
        add_help_option=False,
    )
    return _speak(command, language)


def make_group(language: str, commands: Sequence[click.Command], version: str) -> click.Command:
    """The command that holds all others."""
    group = SpokenGroup(
        "outreach",
        commands=list(commands),
        help=say("help-outreach", language),
        options_metavar=say("help-metavar-options", language),
        subcommand_metavar=say("help-metavar-command", language),
        add_help_option=False,
        no_args_is_help=True,
    )
    text = say("help-version", language)
    click.version_option(version, prog_name="outreach", message="%(prog)s %(version)s", help=text)(
        group
    )
    return _speak(group, language)


def _speak(command: click.Command, language: str) -> click.Command:
    """Give a command help in one language."""
    formatter = type("SpokenHelp", (_SpokenHelp,), {"language": language})
    context = type("SpokenContext", (click.Context,), {"formatter_class": formatter})
    command.context_class = context
    click.help_option("--help", help=say("help-help", language))(command)
    return command


def speak_usage(error: click.UsageError, language: str) -> str:
    """What is wrong with a command line; Click's own sentences are English."""
    match error:
        case NoSuchCommandError():
            return say("usage-no-command", language, command=error.command)
        case click.NoSuchOption():
            return say("usage-no-option", language, option=error.option_name)
        case click.MissingParameter():
            return say("usage-missing", language, name=_name(error))
        case click.BadOptionUsage():
            return say("usage-option", language, option=error.option_name)
        case click.BadParameter():
            return say("usage-value", language, name=_name(error), choices=_choices(error.param))
    return say("usage-other", language)


def _name(error: click.BadParameter) -> str:
    """How the command line names the parameter that an error is about."""
    if isinstance(error.param, click.Option):
        return error.param.opts[-1]
    return error.param.human_readable_name if error.param else ""


def _choices(parameter: click.Parameter | None) -> str:
    """What may be written there, where that is a list."""
    kind = parameter.type if parameter else None
    return ", ".join(kind.choices) if isinstance(kind, click.Choice) else "…"
