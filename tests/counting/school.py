"""Posts, partners and plans as records, written as briefly as a fact needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from builder.counting import count_library
from builder.model.addresses import slug_of
from builder.model.counts import Count, Group, Mark, Participants
from builder.model.library import Library
from builder.model.partners import Partner
from builder.model.periods import find_period
from builder.model.plans import Plan, PlanTask, ReportText, Target
from builder.model.posts import EventRef, PartnerMention, Post, Resource, Sessions, Task
from builder.model.problems import Outcome, Where
from builder.model.settings import Dated, School, Settings
from builder.model.summary import Figure, PeriodSummary
from builder.reading.joining.library import read_library
from builder.reading.vocabulary import load_vocabulary

TODAY = date(2026, 1, 15)
SETTINGS = Settings(
    school=School((Dated(None, "Trường THCS Hoa Mai"),)),
    vocabulary=load_vocabulary(),
    site_name="Trường THCS Hoa Mai",
    site_url=None,
)
KEYS = (
    "post", "title", "slug", "date", "end_date", "participants", "sessions", "event", "main_post",
    "status", "approved_by", "old_addresses", "partners", "tasks", "resources",
)  # fmt: skip
"""Each stands in the line of its place here."""


def people(
    *, total: int | str | None = None, whole: bool = False, **groups: int | str
) -> Participants:
    """Attendance: `21`, `"~100"` (≈), `"200+"` (≥), `"?"` (unknown); `whole` is of own people."""
    counts = {
        Group(name): _count(stated, whole=whole and name in ("staff", "students"))
        for name, stated in groups.items()
    }
    bare = None if total is None else _count(total, whole=False)
    return Participants(MappingProxyType(counts), bare)


def gift(kind: str, value: int | None = None, **facts: object) -> Resource:
    """Something given; `partner` is a name."""
    partner = facts.pop("partner", None)
    giver = mention(partner) if partner else None
    return Resource(kind, Where("?"), value_vnd=value, partner=giver, **facts)


def mention(name: str, partner_id: str | None = None) -> PartnerMention:
    """A partner as a post names it."""
    return PartnerMention(partner_id or slug_of(name), name, Where("?"))


def post(name: str, day: str, activity_type: str = "hoi-nghi-hoi-thao", **facts: object) -> Post:
    """A post at content/posts/<name>.md.

    Texts stand for days (`until`), events, tasks and partners; numbers for sessions.
    """
    path = f"content/posts/{name}.md"
    where = {key: Where(path, line) for line, key in enumerate(KEYS, start=1)}
    written = Post(
        path=path,
        slug=slug_of(name),
        title=facts.pop("title", name),
        first_day=date.fromisoformat(day),
        activity_type=activity_type,
        body="Nội dung.",
        body_line=20,
        where=MappingProxyType(where),
    )
    return replace(written, **_as_records(facts, where))


def task(task_id: str, *targets: Target, optional: bool = False) -> PlanTask:
    """A task of a plan."""
    return PlanTask(task_id, f"Nhiệm vụ {task_id}", Where("?"), optional=optional, targets=targets)


def plan(period: str, *tasks: PlanTask, start_month: int = 9) -> Plan:
    """The plan of a period."""
    found = find_period(period, start_month)
    assert found is not None
    return Plan(f"content/plans/{period}.md", found, f"Kế hoạch {period}", tasks)


def report(period: str, **persons: int) -> ReportText:
    """The principal's report file of a period, with numbers of persons from its line 2 on."""
    found = find_period(period)
    assert found is not None
    path = f"content/reports/{period}.md"
    where = {f"persons.{name}": Where(path, line) for line, name in enumerate(persons, start=2)}
    stated = {Group(name): number for name, number in persons.items()}
    return ReportText(path, found, persons=MappingProxyType(stated), where=where)


def read(posts: Iterable[Post], **facts: object) -> Outcome[Library]:
    """What reading makes of these posts, with its problems."""
    partners: Mapping[str, Partner] = {one.id: one for one in facts.pop("partners", ())}
    given = {"settings": SETTINGS, "plans": (), "reports": (), "today": TODAY} | facts
    return read_library(tuple(posts), partners=partners, **given)


def library(*posts: Post, **facts: object) -> Library:
    """The library of posts that clash nowhere."""
    outcome = read(posts, **facts)
    assert outcome.value is not None
    assert not outcome.has_errors
    return outcome.value


def summaries(*posts: Post, **facts: object) -> dict[str, PeriodSummary]:
    """All summaries by the bare name of their period, `2023` or `2022-2023`."""
    return {one.period.name: one for one in count_library(library(*posts, **facts))}


def numbers(figure: Figure) -> dict[str, int | None]:
    """Parts of a figure by id."""
    return {part.id: part.value for part in figure.parts}


def _count(stated: int | str, *, whole: bool) -> Count:
    """One stated number."""
    if stated == "?":
        return Count(None)
    text = str(stated)
    mark = Mark.ABOUT if text[0] == "~" else Mark.AT_LEAST if text[-1] == "+" else None
    return Count(int(text.strip("~+")), mark, whole)


def _as_records(facts: dict[str, Any], where: Mapping[str, Where]) -> dict[str, Any]:
    """Facts with their texts and numbers turned into records with places."""
    made = dict(facts)
    if "until" in made:
        made["last_day"] = date.fromisoformat(made.pop("until"))
    if "event" in made:
        made["event"] = EventRef(made["event"], where["event"])
    if "sessions" in made:
        made["sessions"] = Sessions(made["sessions"], where["sessions"])
    if "participants" in made:
        made["participants"] = _placed(made["participants"], where["participants"])
    if "publish_on" in made:
        made["publish_on"] = date.fromisoformat(made["publish_on"])
    made["tasks"] = tuple(Task(one, where["tasks"]) for one in made.get("tasks", ()))
    made["partners"] = tuple(
        replace(mention(one) if isinstance(one, str) else one, where=where["partners"])
        for one in made.get("partners", ())
    )
    made["resources"] = tuple(
        replace(one, where=where["resources"]) for one in made.get("resources", ())
    )
    return made


def _placed(stated: Participants, where: Where) -> Participants:
    """Attendance with its place."""
    groups = {group: replace(count, where=where) for group, count in stated.groups.items()}
    total = replace(stated.total, where=where) if stated.total else None
    return Participants(MappingProxyType(groups), total)
