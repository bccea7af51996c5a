"""Library and summaries in; out come the data files for other programs (outputs.md, data.json)."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.library import Library
from builder.model.periods import PeriodKind
from builder.model.site import SiteFile
from builder.model.summary import ActivityRow, PeriodSummary
from builder.pages.data.activities_data import compose_activity_in_full
from builder.pages.data.csv_files import CsvTables
from builder.pages.data.json_lines import Written, write_json
from builder.pages.data.summary_json import write_activity, write_data_json

SCHEMA = "school-outreach/activities/1"


class DataFiles:
    """The data files of one library; what several of them hold is written once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._tables = CsvTables(library)
        self._records: dict[str, Written] = {}

    def compose_all(self, summaries: Sequence[PeriodSummary]) -> tuple[SiteFile, ...]:
        """`du-lieu/` with every counted activity, by date, then id."""
        rows = _all_activities(summaries)
        return (
            SiteFile("du-lieu/activities.json", _write_activities_json(rows, self._library)),
            SiteFile("du-lieu/activities.csv", self._tables.write(rows)),
        )

    def compose_period(self, summary: PeriodSummary) -> tuple[SiteFile, ...]:
        """The data files beside a period's summary page."""
        folder = f"tong-ket/{summary.period.id}"
        return (
            SiteFile(f"{folder}/data.json", write_data_json(summary, self._library, self._tell)),
            SiteFile(f"{folder}/so-lieu.csv", self._tables.write(summary.activities)),
        )

    def _tell(self, row: ActivityRow) -> Written:
        """The record of an activity in the data of each period that counts it."""
        written = self._records.get(row.activity.id)
        if written is None:
            written = self._records[row.activity.id] = write_activity(row)
        return written


def _all_activities(summaries: Sequence[PeriodSummary]) -> tuple[ActivityRow, ...]:
    """Every activity once: the calendar years split them all (counting.md, rule 17)."""
    calendar_years = [one for one in summaries if one.period.kind is PeriodKind.CALENDAR]
    rows = [row for summary in calendar_years for row in summary.activities]
    return tuple(sorted(rows, key=lambda row: (row.activity.first_day, row.activity.id)))


def _write_activities_json(rows: Sequence[ActivityRow], library: Library) -> str:
    """Text of `du-lieu/activities.json`."""
    settings = library.settings
    return write_json(
        {
            "schema": SCHEMA,
            "school": {
                "name": settings.school.name_on(library.today),
                "address": settings.school.address,
            },
            "activities": [
                compose_activity_in_full(row, settings.vocabulary, settings.language)
                for row in rows
            ],
        }
    )
