"""What each command takes: arguments and options, with their help in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from builder.locale import say
from builder.workflow.formats import DOCUMENT_FORMATS, REPORT_FORMATS

_PATH = click.Path(path_type=Path)


def make_parameters(language: str) -> Mapping[str, Sequence[click.Parameter]]:
    """Arguments and options by command, in the order in which help shows them."""
    day = click.Option(["--today"], metavar="YYYY-MM-DD", help=say("help-today", language))
    lenient = click.Option(["--lenient"], is_flag=True, help=say("help-lenient", language))
    folder = click.Argument(["folder"], metavar="DIR", type=_PATH)
    site_folder, profile = _make_build_options(language)
    return {
        "init": [folder],
        "new": _make_new_parameters(language),
        "check": [_make_check_format(language), day],
        "build": [lenient, site_folder, day, profile],
        "serve": [],
        "stage": [folder, lenient, day],
        "report": [
            *_make_report_parameters(language),
            *_make_issue_options(language),
            lenient,
            day,
        ],
        "plan": [*_make_plan_parameters(language), lenient, day],
        "publish": [*_make_publish_parameters(language), lenient],
        "status": [day],
        "approve": [_make_posts(language), day],
    }


def _make_build_options(language: str) -> tuple[click.Option, click.Option]:
    """Where the site goes, and whether to tell what took how long."""
    return (
        click.Option(
            ["--site-dir"], metavar="DIR", type=_PATH, help=say("help-build-site-dir", language)
        ),
        click.Option(["--profile"], is_flag=True, help=say("help-build-profile", language)),
    )


def _make_new_parameters(language: str) -> list[click.Parameter]:
    """Title, type and day of a new post."""
    return [
        click.Argument(["title"], metavar=say("help-metavar-title", language)),
        click.Option(
            ["--type", "activity_type"], metavar="TYPE", help=say("help-new-type", language)
        ),
        click.Option(["--date", "day"], metavar="DD/MM/YYYY", help=say("help-new-date", language)),
    ]


def _make_check_format(language: str) -> click.Option:
    """For people or for programs."""
    return click.Option(
        ["--format", "file_format"],
        type=click.Choice(["text", "json"]),
        default="text",
        help=say("help-check-format", language),
    )


def _make_report_parameters(language: str) -> list[click.Parameter]:
    """Which period, in which form, into which file."""
    return [
        _make_period(language),
        click.Option(
            ["--format", "file_formats"],
            type=click.Choice(REPORT_FORMATS),
            multiple=True,
            help=say("help-report-format", language),
        ),
        _make_output(language),
        click.Option(["--new"], is_flag=True, help=say("help-report-new", language)),
    ]


def _make_issue_options(language: str) -> list[click.Parameter]:
    """What a report is issued with."""
    return [
        click.Option(["--issue"], is_flag=True, help=say("help-report-issue", language)),
        click.Option(["--number"], metavar="N", help=say("help-report-number", language)),
        click.Option(
            ["--date", "day"], metavar="DD/MM/YYYY", help=say("help-report-date", language)
        ),
        click.Option(["--correct"], is_flag=True, help=say("help-report-correct", language)),
    ]


def _make_plan_parameters(language: str) -> list[click.Parameter]:
    """Which plan, in which form, into which file."""
    return [
        _make_period(language),
        click.Option(
            ["--format", "file_format"],
            type=click.Choice(DOCUMENT_FORMATS),
            default=DOCUMENT_FORMATS[0],
            help=say("help-plan-format", language),
        ),
        _make_output(language),
    ]


def _make_publish_parameters(language: str) -> list[click.Parameter]:
    """Where to, and what instead of sending."""
    return [
        click.Argument(["target"], metavar=say("help-metavar-target", language), required=False),
        click.Option(["--dry-run"], is_flag=True, help=say("help-publish-dry-run", language)),
        click.Option(["--back"], is_flag=True, help=say("help-publish-back", language)),
    ]


def _make_posts(language: str) -> click.Argument:
    """One post or several, by path or by slug path."""
    metavar = say("help-metavar-posts", language)
    return click.Argument(["posts"], metavar=metavar, nargs=-1, required=True)


def _make_period(language: str) -> click.Argument:
    """A year or a school year."""
    return click.Argument(["period"], metavar=say("help-metavar-period", language))


def _make_output(language: str) -> click.Option:
    """The file, or the folder for several."""
    return click.Option(
        ["-o", "--output"], metavar="FILE", type=_PATH, help=say("help-report-output", language)
    )
