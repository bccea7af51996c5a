"""The principal's own sentences in; out come numbers in them that differ from the computed ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.locale import say
from builder.locale.formats import format_number
from builder.model.counts import Group
from builder.model.plans import ReportText
from builder.model.problems import Problem, Severity, Where
from builder.model.summary import Figure, PeriodSummary
from builder.reports.composing.text.inline import TAG
from builder.reports.composing.text.outline import Place, find_place
from builder.reports.composing.text.prose import Section, read_sections

_NUMBER = r"(?<![\d./,-])(?P<number>\d{1,3}(?:[. ]\d{3})+|\d+)"
_END = r"(?=\s*(?:[,.;:)]|$|và\b|trong\b|tham\b))"
_SENTENCE = re.compile(r"[^.;]*(?:\.(?=\d)[^.;]*)*[.;]?")
_YEAR = re.compile(r"\bnăm(?:\s+học)?\s+(\d{4})", re.IGNORECASE)
_OTHERWISE = ("ít nhất", "tối thiểu", "chỉ tiêu", "kế hoạch", "trong đó", "thêm", "còn", "mỗi")
"""Before a number, these say that it is no total of the period."""

_COUNTED = (
    (r"lần\s+tuyên\s+truyền", "communication_sessions"),
    (r"hoạt\s+động\s+trực\s+tuyến", "online"),
    (r"hoạt\s+động", "activities"),
    (r"tin,?\s+bài", "posts"),
    (r"lượt\s+cán\s+bộ(?:,\s+giáo\s+viên)?(?:,\s+nhân\s+viên)?", "staff"),
    (r"lượt\s+học\s+sinh", "students"),
    (r"lượt\s+(?:cha\s+mẹ|phụ\s+huynh)(?:\s+học\s+sinh)?", "parents"),
    (r"lượt\s+khách\s+quốc\s+tế", "international"),
    (r"lượt\s+người", "total"),
    (r"đối\s+tác\s+nước\s+ngoài", "partners_foreign"),
    (r"đối\s+tác\s+mới", "partners_new"),
    (r"đối\s+tác", "partners"),
)
"""What stands behind a number → its label."""

_LABELLED = (
    (r"số\s+cán\s+bộ,\s+công\s+chức,\s+viên\s+chức(?:\s+tham\s+gia)?", "persons-staff"),
    (r"số\s+học\s+sinh(?:\s+tham\s+gia)?", "persons-students"),
    (r"số\s+lần\s+tuyên\s+truyền", "communication_sessions"),
    (r"số\s+hoạt\s+động", "activities"),
    (r"số\s+tin,?\s+bài", "posts"),
)
"""What stands before `: 5` or `là 5` → its label."""

_PATTERNS = (
    *((re.compile(rf"{_NUMBER}\s+{noun}{_END}", re.IGNORECASE), name) for noun, name in _COUNTED),
    *(
        (re.compile(rf"{noun}\s*(?::|là)\s*{_NUMBER}", re.IGNORECASE), name)
        for noun, name in _LABELLED
    ),
)


def check_numbers(text: ReportText, summary: PeriodSummary, language: str) -> Iterator[Problem]:
    """Warnings about typed totals; what is planned for the next period is no total of this one."""
    figures = _name_figures(summary)
    for section in read_sections(text.body):
        if section.heading is not None and find_place(section.heading) is Place.OUTLOOK:
            continue
        for where, written, name in _find_typed(section, text, summary):
            figure = figures.get(name)
            number = int(re.sub(r"[. ]", "", written["number"]))
            if figure is None or figure.value is None or figure.value == number:
                continue
            details = {
                "written": written[0],
                "label": say(f"report-label-{name}", language),
                "counted": format_number(figure.value, language),
                "path": figure.path or "",
            }
            yield Problem("report-number-differs", where, details, Severity.WARNING)


def _find_typed(
    section: Section, text: ReportText, summary: PeriodSummary
) -> Iterator[tuple[Where, re.Match[str], str]]:
    """Numbers beside known labels, with their places."""
    for row, line in enumerate(section.lines, start=text.body_line + section.row):
        plain = TAG.sub(lambda tag: "x" * len(tag[0]), line)
        for sentence in _SENTENCE.finditer(plain):
            if _speaks_of_another_year(sentence[0], summary):
                continue
            taken: set[int] = set()
            for pattern, name in _PATTERNS:
                for found in pattern.finditer(plain, sentence.start(), sentence.end()):
                    before = plain[: found.start()].rstrip().lower()
                    if found.start("number") in taken or before.endswith(_OTHERWISE):
                        continue
                    taken.add(found.start("number"))
                    yield Where(text.path, row, found.start() + 1), found, name


def _speaks_of_another_year(sentence: str, summary: PeriodSummary) -> bool:
    """Whether a sentence names a year, and none of the period's."""
    years = {int(year) for year in _YEAR.findall(sentence)}
    period = summary.period
    return bool(years) and years.isdisjoint({period.first_day.year, period.last_day.year})


def _name_figures(summary: PeriodSummary) -> dict[str, Figure]:
    """Label → figure."""
    totals = summary.totals
    attendance = totals.attendance
    return {
        "activities": totals.activities,
        "online": totals.online,
        "posts": totals.posts,
        "communication_sessions": totals.communication_sessions,
        **{str(group): attendance.groups[group] for group in Group},
        "total": attendance.total,
        "partners": totals.partners,
        "partners_foreign": totals.partners_foreign,
        "partners_new": totals.partners_new,
        **{f"persons-{group}": persons.figure for group, persons in totals.persons.items()},
    }
