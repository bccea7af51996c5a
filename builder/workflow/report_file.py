"""A report file's text → the same text with number and day in its front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from builder.locale.formats import format_day
from builder.model.addresses import fold_key
from builder.model.failures import CommandError
from builder.model.periods import Period
from builder.model.settings import Settings
from builder.reading.source.decoding import decode_source
from builder.reading.surroundings.report_text import REPORT_KEYS, group_keys, read_report_text

_BOM = "\ufeff"
_KEY = re.compile(r"""(?P<key>["']?[^\s"'#:-][^"'#:]*["']?)\s*:(?=\s|$)""")
_NEW_KEYS = {"number": "số", "issued_on": "ngày ban hành"}


def path_of_report(period: Period) -> str:
    """Where a period's report file stands unless one stands under its longer name."""
    return f"content/reports/{period.name}.md"


def write_issue(data: bytes | None, number: str, day: date) -> bytes:
    """The file with these two values stated, all else untouched; None: there is no file yet.

    Only lines at the left edge of the front matter are keys of the file itself.
    """
    text = data.decode("utf-8") if data is not None else "---\n---\n"
    mark, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    values = {"number": number, "issued_on": format_day(day)}
    return (mark + _state(text, values)).encode()


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


def _state(text: str, values: Mapping[str, str]) -> str:
    """The text with a line for each value, in place of one that states the same key."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    bounds = [at for at, line in enumerate(lines) if line.rstrip() == "---"][:2]
    if len(bounds) < 2:
        return text
    missing = dict(values)
    for at in range(bounds[0] + 1, bounds[1]):
        found = _KEY.match(lines[at])
        key = REPORT_KEYS.canonical.get(fold_key(found["key"].strip("\"'"))) if found else None
        if found and key in missing:
            lines[at] = f"{found[0]} {missing.pop(key)}"
    stated = [f"{_NEW_KEYS[key]}: {value}" for key, value in missing.items()]
    lines[bounds[0] + 1 : bounds[0] + 1] = stated
    return end.join(lines)
