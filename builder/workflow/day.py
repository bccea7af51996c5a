"""The day on which a command runs, so that builds can be repeated."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

from builder.model.failures import CommandError

VARIABLE = "OUTREACH_TODAY"
_VIETNAM = timedelta(hours=7)


def find_today(stated: str | None = None) -> date:
    """The stated day, else that of `OUTREACH_TODAY`, else today in Việt Nam (UTC+7).

    A school's day must not depend on where its site is built. CommandError
    `today-invalid` if it isn't written YYYY-MM-DD.
    """
    written = stated or os.environ.get(VARIABLE)
    if not written:
        return (datetime.now(UTC) + _VIETNAM).date()
    try:
        return datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError as error:
        raise CommandError("today-invalid", written=written) from error
