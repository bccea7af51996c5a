"""From peaks and attendance to how many different people took part (counting.md, rule 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from builder.counting.tallies import Tally
from builder.locale.formats import format_number
from builder.model.counts import Group
from builder.model.library import Library
from builder.model.plans import ReportText
from builder.model.problems import Problem, Where
from builder.model.summary import Attendance, Figure, How, PeriodSummary, Persons


def count_persons(
    tallies: Sequence[Tally],
    peak: Mapping[Group, Figure],
    attendance: Attendance,
    report: ReportText | None,
) -> Mapping[Group, Persons]:
    """Persons of each group that some activity states.

    What the report states stands if it lies from peak to attendance;
    `check_reports` tells where it doesn't.
    """
    stated = report.persons if report else {}
    return MappingProxyType(
        {
            group: _count_group(group, tallies, figure, attendance.groups[group], stated.get(group))
            for group, figure in peak.items()
            if figure.value is not None
        }
    )


def check_reports(library: Library, summaries: Iterable[PeriodSummary]) -> tuple[Problem, ...]:
    """Numbers of persons in report files that the activities of their periods contradict."""
    counted = {summary.period.id: summary for summary in summaries}
    return tuple(
        problem
        for report in library.reports.values()
        for group in report.persons
        for problem in _check_group(library, report, group, counted.get(report.period.id))
    )


def _count_group(
    group: Group, tallies: Sequence[Tally], peak: Figure, attendance: Figure, stated: int | None
) -> Persons:
    """Persons of one group whose peak is known."""
    path = f"totals.persons.{group}.value"
    if stated is not None and _is_possible(stated, peak, attendance):
        return Persons(Figure(path, stated, None, peak.parts, peak.unknown), How.STATED)
    reaching = {part.id for part in peak.parts}
    whole = any(tally.id in reaching and tally.row.counts[group].whole_school for tally in tallies)
    figure = Figure(path, peak.value, peak.mark, peak.parts, peak.unknown)
    return Persons(figure, How.WHOLE_SCHOOL if whole else How.AT_LEAST)


def _is_possible(stated: int, peak: Figure, attendance: Figure) -> bool:
    """Whether so many different people can have made these numbers."""
    return (
        peak.value is not None
        and attendance.value is not None
        and peak.value <= stated <= attendance.value
    )


def _check_group(
    library: Library, report: ReportText, group: Group, summary: PeriodSummary | None
) -> tuple[Problem, ...]:
    """The problem of one stated number, if it has one."""
    written = report.persons[group]
    settings, language = library.settings, library.settings.language
    details = {
        "group": settings.vocabulary.groups[group].label_in(language),
        "written": format_number(written, language),
        "period": report.period.name,
    }
    where = report.where.get(f"persons.{group}", Where(report.path))
    peak = summary.totals.peak[group] if summary else None
    if summary is None or peak is None or peak.value is None:
        return (Problem("persons-not-counted", where, details),)
    attendance = summary.totals.attendance.groups[group]
    if _is_possible(written, peak, attendance):
        return ()
    if peak.value == attendance.value:
        exact = {"number": format_number(peak.value, language)}
        return (Problem("persons-of-one-activity", where, details | exact),)
    limits = {
        "least": format_number(peak.value, language),
        "most": format_number(attendance.value or 0, language),
    }
    return (Problem("persons-impossible", where, details | limits),)
