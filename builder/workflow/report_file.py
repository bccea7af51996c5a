"""A report file's text → the same text with number and day in its front matter."""

from __future__ import annotations

from datetime import date

from builder.locale.formats import format_day
from builder.model.failures import CommandError
from builder.model.periods import Period
from builder.model.settings import Settings
from builder.reading.source.decoding import decode_source
from builder.reading.surroundings.report_text import REPORT_KEYS, group_keys, read_report_text
from builder.workflow.front_lines import NewLines, state_values

_NEW = NewLines({"number": "số", "issued_on": "ngày ban hành"}, at_end=False)


def path_of_report(period: Period) -> str:
    """Where a period's report file stands unless one stands under its longer name."""
    return f"content/reports/{period.name}.md"


def write_issue(data: bytes | None, path: str, number: str, day: date) -> bytes:
    """The file with these two values stated, all else untouched; None: there is no file yet.

    CommandError where its front matter has a form into which nothing can be written for certain.
    """
    values = {"number": number, "issued_on": format_day(day)}
    stated = state_values(b"---\n---\n" if data is None else data, values, REPORT_KEYS, _NEW)
    if stated is None:
        raise CommandError("issue-file-unclear", path=path, number=number, day=format_day(day))
    return stated


def check_issue(data: bytes, path: str, settings: Settings, number: str, day: date) -> None:
    """CommandError where the file, once written, would not be read as it is meant."""
    text = decode_source(data, path).value or ""
    read = read_report_text(
        text,
        path,
        groups=group_keys(settings.vocabulary),
        start_month=settings.school_year_start,
    ).value
    if read is None or (read.number, read.issued_on) != (number, day):
        raise CommandError("issue-file-unclear", path=path, number=number, day=format_day(day))
