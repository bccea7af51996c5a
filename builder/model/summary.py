"""A period's numbers, each with the activities or posts that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from builder.model.counts import Count, Group, Mark
from builder.model.library import Activity
from builder.model.partners import Partner
from builder.model.periods import Period
from builder.model.plans import Plan, PlanTask, Target
from builder.model.posts import Post, Resource


@dataclass(frozen=True, slots=True)
class Part:
    """What one activity, post or partner adds to a figure."""

    id: str
    """Id of an activity, path of a post, or id of a partner: as the figure counts them."""

    value: int | None
    """None: it is of this figure, and nobody counted it."""

    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a period, traceable to what it came from."""

    path: str | None
    """Where it stands in `data.json`, e.g. `totals.peak.students`; None: shown on the page only."""

    value: int | None
    """None: unknown, which is not zero."""

    mark: Mark | None = None
    parts: tuple[Part, ...] = ()
    """By date, then id; for a peak, the activities that reach it."""

    unknown: tuple[str, ...] = ()
    """Activities that would add to it, had anybody counted (counting.md, rule 6)."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Lượt by group and in all (counting.md, rule 4)."""

    groups: Mapping[Group, Figure]
    """All five groups, in order."""

    total: Figure


class How(StrEnum):
    """How a number of persons is known (counting.md, rule 5)."""

    WHOLE_SCHOOL = "whole-school"
    AT_LEAST = "at-least"
    STATED = "stated"


@dataclass(frozen=True, slots=True)
class Persons:
    """How many different people of a group took part."""

    figure: Figure
    """Path `totals.persons.<group>.value`."""

    how: How


@dataclass(frozen=True, slots=True)
class Totals:
    """The key figures of a period, as `totals` of `data.json`."""

    activities: Figure
    posts: Figure
    documents: Figure
    """“Văn bản đăng tải”: posts of the type `van-ban` (domain.md 3.1); page only."""

    sessions: Figure
    communication_sessions: Figure
    attendance: Attendance
    peak: Mapping[Group, Figure]
    """All five groups, in order."""

    persons: Mapping[Group, Persons]
    """Only groups that some activity states."""

    online: Figure
    partners: Figure
    partners_foreign: Figure
    partners_new: Figure
    resources_vnd: Figure


@dataclass(frozen=True, slots=True)
class TypeRow:
    """One activity type's numbers."""

    id: str
    activities: Figure
    sessions: Figure
    online: Figure
    """Page only."""

    attendance: Attendance


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month's numbers."""

    first_day: date
    activities: Figure
    sessions: Figure
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class WordRow:
    """How many activities (levels, roles) or posts (channels, themes) have one word."""

    id: str
    count: Figure


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """What was done with one partner."""

    partner: Partner
    activities: Figure
    resources_vnd: Figure
    is_new: bool


@dataclass(frozen=True, slots=True)
class Goods:
    """Goods of one kind and unit."""

    unit: str | None
    quantity: Figure
    """Page only."""


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """What was received of one kind."""

    kind: str
    value_vnd: Figure
    goods: tuple[Goods, ...]
    """In the order of units as first received."""

    worth_vnd: tuple[int, ...] = ()
    """Values of goods of which nothing else is known, one a gift: shown, not summed."""


@dataclass(frozen=True, slots=True)
class Gift:
    """One stated resource with its activity; pledged ones and values beside goods too."""

    activity: str
    resource: Resource


class PlanState(StrEnum):
    """How a target of the plan stands (counting.md, rule 13)."""

    DONE = "done"
    OPEN = "open"
    """The period still runs."""

    MISSED = "missed"
    NOT_ARISEN = "not-arisen"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One target of the period's plan and what was counted for it."""

    task: PlanTask
    target: Target
    counted: Figure
    """Path `plan.<task id>.counted`, of a second target with `#2`; its parts are what was taken."""

    percent: Decimal
    """One decimal, half up; over 100 stays."""

    state: PlanState
    activities: tuple[str, ...]
    """Ids; for posts, the activities of the posts taken."""


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One activity with its numbers as data files and tables show them."""

    activity: Activity
    counts: Mapping[Group, Count]
    """Groups that it states, unknown ones too."""

    total: Count | None
    """Sum of its known groups, or its bare total; None if neither (counting.md, rule 6)."""


@dataclass(frozen=True, slots=True)
class PeriodSummary:
    """All numbers of one calendar or school year (outputs.md, data.json)."""

    period: Period
    totals: Totals
    by_activity_type: tuple[TypeRow, ...]
    by_month: tuple[MonthRow, ...]
    by_level: tuple[WordRow, ...]
    by_role: tuple[WordRow, ...]
    by_channel: tuple[WordRow, ...]
    by_theme: tuple[WordRow, ...]
    partners: tuple[PartnerRow, ...]
    """Most activities first, then by name."""

    resources: tuple[ResourceRow, ...]
    gifts: tuple[Gift, ...]
    plan: Plan | None
    plan_rows: tuple[PlanRow, ...]
    activities: tuple[ActivityRow, ...]
    """By date, then id."""

    posts: tuple[Post, ...]
    """Posts counted as “tin, bài” in the period, by date, then path."""

    carried_over: tuple[Activity, ...]
    """Begun in the period before and still running in this one: shown in grey, not counted."""

    unknown: Mapping[str, tuple[str, ...]]
    """`participants` and group names → ids of activities; only lists that have any."""

    previous: Totals | None
    """Of the period before; None where it has no activity (counting.md, rule 14)."""

    left_out: int
    """Broken posts that `--lenient` left out."""
