"""A period's summary in; out come the top of its page: the sentence and the six large figures."""

from __future__ import annotations

from builder.locale import say
from builder.model.counts import Group
from builder.model.summary import Figure, PeriodSummary, Totals
from builder.pages.numbers.figures import (
    Shown,
    compose_change,
    compose_figure,
    compose_persons,
    say_counted,
)
from builder.pages.numbers.period_words import speak_period
from builder.pages.numbers.tables import Meta
from builder.pages.summary.evidence import aim_at_peak
from builder.pages.summary.matter import Matter
from builder.pages.summary.targets import ACTIVITIES, PARTNERS, POSTS, aim_at, anchor_evidence


def write_lead(summary: PeriodSummary, language: str) -> str:
    """The period in one sentence, made of its figures; what is zero or unknown is not said."""
    totals = summary.totals
    clauses = [_deeds(totals, language), _attendance(totals, language), _partners(totals, language)]
    told = "; ".join(clause for clause in clauses if clause)
    period = speak_period(summary.period, language)
    if not told:
        return say("summary-lead-nothing", language, period=period)
    return say("summary-lead", language, period=period, told=told)


def compose_key_figures(matter: Matter) -> list[Meta]:
    """The six large figures, each with its change against the year before."""
    totals, before = matter.summary.totals, matter.summary.previous
    return [
        _key(
            "communication",
            totals.communication_sessions,
            before.communication_sessions if before else None,
            anchor_evidence("tuyen-truyen"),
            matter,
        ),
        _key(
            "activities",
            totals.activities,
            before.activities if before else None,
            ACTIVITIES,
            matter,
        ),
        _key("posts", totals.posts, before.posts if before else None, POSTS, matter),
        _people(Group.STAFF, matter),
        _people(Group.STUDENTS, matter),
        _key("partners", totals.partners, before.partners if before else None, PARTNERS, matter),
    ]


def _key(
    name: str,
    figure: Figure,
    before: Figure | None,
    anchor: str,
    matter: Matter,
    unit: str | None = None,
) -> Meta:
    """One large figure with its label; `unit` is the word after the number and its change."""
    shown = Shown(aim_at(figure, anchor), unit)
    return {
        "label": matter.say(f"summary-key-{name}"),
        "figure": compose_figure(figure, matter.language, shown),
        "second": None,
        "change": compose_change(figure, before, matter.year_before, matter.language, unit=unit),
    }


def _people(group: Group, matter: Matter) -> Meta:
    """Persons large, lượt below; where nobody knows persons, lượt alone.

    The change is that of lượt: numbers of persons that are known in different
    ways cannot be compared.
    """
    totals, before = matter.summary.totals, matter.summary.previous
    attendance = totals.attendance.groups[group]
    anchor = anchor_evidence(f"nhom-{group}")
    unit = matter.say("unit-attendance")
    past = before.attendance.groups[group] if before else None
    key = _key(group, attendance, past, anchor, matter, unit)
    persons = totals.persons.get(group)
    if persons is not None and persons.figure.value is not None:
        key["second"] = key["figure"]
        key["figure"] = compose_persons(
            persons, matter.language, Shown(aim_at_peak(persons.figure, anchor, matter))
        )
    return key


def _deeds(totals: Totals, language: str) -> str | None:
    """Activities, communication sessions and posts: “tổ chức, tham gia 6 hoạt động (…), đăng …”."""
    activities = say_counted("activities", totals.activities, language)
    communication = say_counted("communication", totals.communication_sessions, language)
    if activities and communication:
        is_more = _counts_more(totals.communication_sessions, totals.activities)
        how = "lead-with" if is_more else "lead-of-which"
        activities = say(how, language, all=activities, some=communication)
    posts = say_counted("posts", totals.posts, language)
    if activities and posts:
        return say("lead-both", language, first=activities, second=posts)
    return activities or posts


def _counts_more(sessions: Figure, activities: Figure) -> bool:
    """Whether sessions cannot be a part of the activities, one of which may be held many times."""
    return (sessions.value or 0) > (activities.value or 0)


def _attendance(totals: Totals, language: str) -> str | None:
    """Lượt of staff and pupils; where neither is known, of everybody."""
    groups = totals.attendance.groups
    known = [
        phrase
        for group in (Group.STAFF, Group.STUDENTS)
        if (phrase := say_counted(group, groups[group], language))
    ]
    everybody = say_counted("everybody", totals.attendance.total, language)
    people = say("lead-and", language).join(known) if known else everybody
    return say("lead-took-part", language, people=people) if people else None


def _partners(totals: Totals, language: str) -> str | None:
    """Partners, and how many of them are of another country."""
    if totals.partners_foreign.value and totals.partners_foreign.value == totals.partners.value:
        return say_counted("partners-all-foreign", totals.partners, language)
    partners = say_counted("partners", totals.partners, language)
    foreign = say_counted("foreign", totals.partners_foreign, language)
    if partners and foreign:
        return say("lead-of-which-partners", language, all=partners, some=foreign)
    return partners
