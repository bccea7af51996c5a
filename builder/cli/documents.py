"""`report` and `plan`: what is asked for → the files, and what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder.cli.handing import hand_over
from builder.cli.outcomes import find_status, read_asked, usable_library
from builder.cli.speech import speak_font, tell, tell_aside, tell_lines
from builder.cli.statuses import DONE
from builder.locale import say
from builder.locale.formats import format_day
from builder.model.failures import CommandError
from builder.model.library import Library
from builder.model.periods import Period
from builder.workflow.content import Content
from builder.workflow.fonts import find_fonts
from builder.workflow.formats import REPORT_FORMATS
from builder.workflow.issuing import Issue, run_issue
from builder.workflow.papers import Printed
from builder.workflow.plan import run_plan
from builder.workflow.report import read_period, run_report
from builder.workflow.starting import run_start

_FIGURES = {"xlsx": "so-lieu", "csv": "so-lieu", "json": "data"}
"""Formats of bare figures, with the names under which they stand beside the page."""

_PRINTED = frozenset({"docx", "pdf"})


def run_report_command(
    _language: str,
    *,
    period: str,
    file_formats: tuple[str, ...],
    output: Path | None,
    new: bool,
    issue: bool,
    number: str | None,
    day: str | None,
    correct: bool,
    lenient: bool,
    today: str | None,
) -> int:
    """A period's report: its files, its starter, or its issue."""
    if new + issue + bool(file_formats) > 1:
        raise CommandError("report-options-clash")
    if not issue and (number or day or correct):
        raise CommandError("report-issue-options")
    content = read_asked(today)
    refused = "issue-refused" if issue else "report-refused"
    library = usable_library(content, refused, lenient=lenient and not issue)
    if library is None:
        return find_status(content)
    if issue:
        _issue(content, library, Issue(period, number, day, is_correction=correct))
    elif new:
        _start(content, library, period)
    else:
        _write(content, library, period, file_formats or _guess(output), output)
    return DONE


def run_plan_command(
    _language: str,
    *,
    period: str,
    file_format: str,
    output: Path | None,
    lenient: bool,
    today: str | None,
) -> int:
    """A period's plan as a document."""
    content = read_asked(today)
    library = usable_library(content, "plan-refused", lenient=lenient)
    if library is None:
        return find_status(content)
    made = run_plan(content, library, period=period, file_format=file_format, fonts=find_fonts())
    stem = f"ke-hoach-{read_period(period, library.settings).name}"
    _tell_fonts(made, content.language)
    hand_over(made.files, {file_format: stem}, output, "plan-done", content.language)
    return DONE


def _write(
    content: Content,
    library: Library,
    period: str,
    formats: Sequence[str],
    output: Path | None,
) -> None:
    """The report's files."""
    wanted = tuple(dict.fromkeys(formats))
    made = run_report(content, library, period=period, formats=wanted, fonts=find_fonts())
    named = read_period(period, library.settings)
    if not _tell_issued(wanted, named, library):
        _tell_fonts(made, content.language)
    stems = {one: f"{_FIGURES.get(one, 'bao-cao')}-{named.name}" for one in wanted}
    hand_over(made.files, stems, output, "report-done", content.language)


def _tell_issued(formats: Sequence[str], period: Period, library: Library) -> bool:
    """Say that a document is the issued one; whether it is."""
    issued = library.issued.get(period.id)
    if not issued or set(formats) <= _FIGURES.keys():
        return False
    told = {"number": issued[-1].number, "day": format_day(issued[-1].issued_on)}
    tell_aside(say("report-issued-form", library.settings.language, **told))
    return True


def _tell_fonts(made: Printed, language: str) -> None:
    """The font, where a document was made that shows one, and the signs that no font has."""
    if not _PRINTED.isdisjoint(made.files):
        tell_lines([(one, True) for one in speak_font(find_fonts(), language)])
    _tell_unshown(made.unshown, language)


def _tell_unshown(signs: Sequence[str], language: str) -> None:
    """Signs that a PDF lacks, each with its code: some of them no screen shows either."""
    if signs:
        named = ", ".join(
            f"{sign if sign.isprintable() else ''} U+{ord(sign):04X}".lstrip() for sign in signs
        )
        tell_aside(say("font-unshown", language, signs=named))


def _guess(output: Path | None) -> tuple[str, ...]:
    """The format that a file's name asks for; Word's where it asks for none."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    return (ending if ending in REPORT_FORMATS else REPORT_FORMATS[0],)


def _start(content: Content, library: Library, period: str) -> None:
    """The file in which the principal writes; its path alone goes to the output, for scripts."""
    tell(run_start(content, library, period))
    tell_aside(say("report-new-done", content.language, period=period))


def _issue(content: Content, library: Library, issue: Issue) -> None:
    """Issue the report."""
    made = run_issue(content, library, issue, find_fonts())
    issued = made.report
    tell_lines([(one, True) for one in speak_font(find_fonts(), content.language)])
    _tell_unshown(made.unshown, content.language)
    told = {"number": issued.number, "day": format_day(issued.issued_on), "path": issued.path}
    tell(say("issue-done", content.language, **told))
