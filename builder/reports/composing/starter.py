"""A period's figures in; out comes a new report file, with starters and facts to consider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.locale import say
from builder.locale.formats import format_day, format_number, format_percent
from builder.model.counts import Group
from builder.model.library import Library
from builder.model.summary import PeriodSummary, PlanState
from builder.reports.composing.matter import speak_period
from builder.reports.composing.text.outline import HEADINGS, Place


def compose_starter(summary: PeriodSummary, library: Library) -> str:
    """Text of `content/reports/<period>.md`, which can be read and printed as it stands.

    Facts to consider stand in comments, which no document shows: missed
    targets, missing figures, agreements that end or run on.
    """
    language = library.settings.language
    later = speak_period(summary.period.next, language)
    hints = {
        Place.DIRECTION: _comment([say("starter-direction", language)]),
        Place.ASSESSMENT: say(
            "starter-assessment", language, period=speak_period(summary.period, language)
        ),
        Place.SHORTCOMINGS: _comment(
            [
                say("starter-shortcomings", language),
                *(_list_lacks(summary, library) or [say("starter-nothing", language)]),
            ]
        ),
        Place.OUTLOOK: _comment(
            [
                say("starter-outlook", language, period=later),
                *(_list_carried(summary, library) or [say("starter-no-carry", language)]),
            ]
        ),
        Place.PROPOSALS: _comment([say("starter-proposals", language)]),
    }
    sections = [f"## {_head(place, later)}\n\n{hint}" for place, hint in hints.items()]
    return "\n\n".join((_write_front(language), *sections)) + "\n"


def _write_front(language: str) -> str:
    """Front matter; what only some reports need stands behind `#`."""
    lines = (
        "---",
        f"# {say('starter-number', language)}",
        "số:",
        "ngày ban hành:",
        f"# {say('starter-letter', language)}",
        "# thực hiện:",
        "#   loại: Công văn",
        "#   số: 23/PGDĐT",
        "#   ngày: 07/01/2020",
        "#   cơ quan: Phòng Giáo dục và Đào tạo",
        "#   trích yếu: báo cáo kết quả công tác thông tin đối ngoại",
        f"# {say('starter-persons', language)}",
        "# số người:",
        "#   học sinh: 170",
        "nơi nhận:",
        f'  - "{say("report-as-above", language)}"',
        f'  - "{say("report-on-website", language)}"',
        f'  - "{say("report-kept", language)}"',
        f"mẫu: {say('starter-form', language)}",
        "---",
    )
    return "\n".join(lines)


def _head(place: Place, later: str) -> str:
    """A fixed heading; the outlook's with the period that it speaks of."""
    heading = HEADINGS[place]
    return f"{heading} {later}" if place is Place.OUTLOOK else heading


def _list_lacks(summary: PeriodSummary, library: Library) -> list[str]:
    """Targets that were not reached, and figures that nobody stated."""
    language = library.settings.language
    missed = [
        say(
            "starter-missed",
            language,
            task=f"{row.task.id}. {row.task.title}",
            counted=format_number(row.counted.value or 0, language),
            target=format_number(row.target.at_least, language),
            percent=format_percent(row.percent, language),
        )
        for row in summary.plan_rows
        if row.state in (PlanState.MISSED, PlanState.OPEN)
    ]
    return [*missed, *_list_unknown(summary, library)]


def _list_unknown(summary: PeriodSummary, library: Library) -> Iterator[str]:
    """Activities of which some number is unknown."""
    language, words = library.settings.language, library.settings.vocabulary
    activities = {row.activity.id: row.activity for row in summary.activities}
    for key, ids in summary.unknown.items():
        for one in ids:
            activity = activities[one]
            told = {"title": activity.title, "day": format_day(activity.first_day)}
            if key in set(Group):
                group = words.groups[key].label_in(language).lower()
                yield say("starter-unknown-group", language, group=group, **told)
            else:
                yield say("starter-unknown", language, **told)


def _list_carried(summary: PeriodSummary, library: Library) -> list[str]:
    """Tasks that go on, and agreements that end in the next period or run beyond it."""
    language = library.settings.language
    tasks = [
        row.task for row in summary.plan_rows if row.state in (PlanState.MISSED, PlanState.OPEN)
    ]
    carried = [f"{task.id}. {task.title}" for task in dict.fromkeys(tasks)]
    return [
        *(say("starter-carried", language, task=task) for task in carried),
        *_list_agreements(summary, library),
    ]


def _list_agreements(summary: PeriodSummary, library: Library) -> Iterator[str]:
    """Agreements that are in force at the period's end."""
    language, period = library.settings.language, summary.period
    for partner in library.partners.values():
        for one in partner.agreements:
            begun = one.first_day is None or one.first_day <= period.last_day
            if not begun or (one.last_day is not None and one.last_day < period.first_day):
                continue
            told = {"title": one.title, "partner": partner.name}
            if one.last_day is not None and one.last_day <= period.next.last_day:
                day = format_day(one.last_day)
                yield say("starter-agreement-ends", language, day=day, **told)
            else:
                yield say("starter-agreement-runs", language, **told)


def _comment(lines: Iterable[str]) -> str:
    """A comment of what to write and of facts; nothing in them closes it early."""
    first, *facts = (" ".join(line.split()).replace("--", "- -") for line in lines)
    return "\n".join((f"<!-- {first}", *(f"- {fact}" for fact in facts), "-->"))
