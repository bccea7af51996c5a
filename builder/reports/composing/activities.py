"""Sections 2 to 4 of part II: exchange, resources, and work with parents and the community."""

from __future__ import annotations

from collections.abc import Callable

from builder.locale.formats import format_number
from builder.model.counts import Count, Group
from builder.model.library import Activity
from builder.model.report import Paragraph, Role
from builder.model.summary import ActivityRow, Figure, Gift, ResourceRow
from builder.reports.composing.matter import Matter
from builder.reports.composing.sentences.numbers import tell_number
from builder.reports.composing.sentences.phrases import (
    Spans,
    dashes,
    list_spans,
    paragraph,
    start_lower,
)
from builder.reports.composing.sentences.references import write_short_day

EXCHANGE = frozenset({"giao-luu-hop-tac", "hop-tac-quoc-te", "ngoai-ngu", "cu-di-hoc-tap"})
RESOURCES = frozenset({"xa-hoi-hoa"})
COMMUNITY = frozenset({"phoi-hop-cha-me", "su-kien-chinh-tri", "cung-cap-bao-chi"})


def compose_exchange(matter: Matter) -> tuple[Paragraph, ...]:
    """One dash an activity: days, name, who took part, partners, permission (domain.md 4.2).

    Activities with a foreign element stand here, whatever their type (domain.md 1.2, 001-16).
    """
    return dashes(_tell_where(matter, lambda row: _is_exchange(row.activity)))


def compose_resources(matter: Matter) -> tuple[Paragraph, ...]:
    """Activities that raised resources, what was received by kind, in one list; then pledges."""
    told = _tell_where(matter, lambda row: _is_fund_raising(row.activity))
    received = [_tell_resource(row, matter) for row in matter.summary.resources]
    listed = dashes([*told, *received])
    pledged = "; ".join(
        _name_gift(gift, matter) for gift in matter.summary.gifts if gift.resource.pledged
    )
    if not pledged:
        return listed
    sentence = f"{matter.say('report-pledged', pledged=pledged)}."
    return (*listed, paragraph(Role.TEXT, sentence))


def compose_community(matter: Matter) -> tuple[Paragraph, ...]:
    """Activities with parents or guests, or of types for them, that no section before tells."""
    return dashes(_tell_where(matter, _is_communal))


def tell_people(row: ActivityRow, matter: Matter) -> tuple[Spans, ...]:
    """Who took part, group by group; a bare total where no group is known."""
    place = f"activities.{row.activity.id}.participants"
    counts = [
        _tell_count(count, f"{place}.{group}", matter.say(f"count-of-{group}"), matter)
        for group in Group
        if (count := row.counts.get(group)) is not None and count.value != 0
    ]
    bare = row.activity.participants and row.activity.participants.total
    if bare is not None and row.total is not None:
        unit = matter.say("count-of-total")
        counts.append(_tell_count(row.total, f"{place}.total", unit, matter))
    return tuple(counts)


def name_partners(activity: Activity, matter: Matter) -> str:
    """Partners by name; empty where there are none."""
    return ", ".join(matter.library.partners[one].name for one in activity.partners)


def list_received(row: ResourceRow, matter: Matter) -> tuple[Spans, ...]:
    """Money of one kind, then its goods by unit, then goods of which only the value is known."""
    received = []
    if row.value_vnd.value:
        money = tell_number(row.value_vnd, matter.language)
        received.append(matter.phrase("report-money", n=money))
    for goods in row.goods:
        number = tell_number(goods.quantity, matter.language)
        unit = goods.unit
        received.append(matter.phrase("report-goods", n=number, unit=unit) if unit else number)
    kind = start_lower(matter.words.resource_kinds[row.kind].label_in(matter.language))
    for worth in (_write_money(value, matter) for value in row.worth_vnd):
        received.append(
            matter.phrase("report-worth-besides", goods=kind, value=worth)
            if row.goods
            else matter.phrase("report-worth", value=worth)
        )
    return tuple(received)


def list_givers(kind: str, matter: Matter) -> tuple[str, ...]:
    """Names of those who gave something of a kind, as first named."""
    ids = [
        gift.resource.partner.id
        for gift in matter.summary.gifts
        if gift.resource.kind == kind and gift.resource.partner and not gift.resource.pledged
    ]
    return tuple(matter.library.partners[one].name for one in dict.fromkeys(ids))


def _tell_where(matter: Matter, belongs: Callable[[ActivityRow], bool]) -> list[Spans]:
    """Activities that belong to a section, each in one sentence."""
    return [_tell_activity(row, matter) for row in matter.summary.activities if belongs(row)]


def _is_exchange(activity: Activity) -> bool:
    """Whether an activity belongs among exchange and co-operation."""
    return activity.foreign_element or activity.activity_type in EXCHANGE


def _is_fund_raising(activity: Activity) -> bool:
    """Whether an activity belongs among those that raised resources."""
    return activity.activity_type in RESOURCES and not _is_exchange(activity)


def _is_communal(row: ActivityRow) -> bool:
    """Whether an activity brought parents or guests together with the school."""
    kind = row.activity.activity_type
    if _is_exchange(row.activity) or _is_fund_raising(row.activity):
        return False
    outside = (Group.PARENTS, Group.GUESTS)
    came = (row.counts[group].value for group in outside if group in row.counts)
    return kind in COMMUNITY or any(value != 0 for value in came)


def _tell_activity(row: ActivityRow, matter: Matter) -> Spans:
    """One activity in one sentence."""
    activity = row.activity
    told = _tell_days(activity, matter)
    people = tell_people(row, matter)
    if people:
        told = matter.phrase("report-took-part", told=told, people=list_spans(people))
    partners = name_partners(activity, matter)
    if partners:
        told = matter.phrase("report-with-partners", told=told, partners=partners)
    if activity.permission:
        permission = activity.permission.rstrip(" .;,")
        told = matter.phrase("report-by-permission", told=told, permission=permission)
    return told


def _tell_days(activity: Activity, matter: Matter) -> Spans:
    """Day or days, and name."""
    first, last, title = activity.first_day, activity.last_day, activity.title
    if last is None or last == first:
        return matter.phrase("report-on-day", day=write_short_day(first), title=title)
    days = {"first": write_short_day(first), "last": write_short_day(last)}
    return matter.phrase("report-on-days", title=title, **days)


def _tell_count(count: Count, path: str, unit: str, matter: Matter) -> Spans:
    """One count with its group's name after it, also where nobody knows the number."""
    if count.value is None:
        return matter.phrase("report-people-unknown", group=unit)
    number = tell_number(Figure(path, count.value, count.mark), matter.language)
    return matter.phrase("report-people-of", n=number, group=unit)


def _tell_resource(row: ResourceRow, matter: Matter) -> Spans:
    """What was received of one kind, and from whom."""
    label = matter.words.resource_kinds[row.kind].label_in(matter.language)
    received = list_spans(list_received(row, matter))
    told = matter.phrase("report-resource", label=label, received=received)
    givers = ", ".join(list_givers(row.kind, matter))
    return matter.phrase("report-given-by", told=told, givers=givers) if givers else told


def _name_gift(gift: Gift, matter: Matter) -> str:
    """One pledged gift: its kind, how much of it, and the giver."""
    resource = gift.resource
    label = matter.words.resource_kinds[resource.kind].label_in(matter.language)
    parts = []
    if resource.quantity is not None:
        parts.append(f"{format_number(resource.quantity, matter.language)} {resource.unit or ''}")
    if resource.value_vnd is not None:
        parts.append(_write_money(resource.value_vnd, matter))
    named = ", ".join((start_lower(label), *(part.strip() for part in parts)))
    if resource.partner is None:
        return named
    return f"{named} ({matter.library.partners[resource.partner.id].name})"


def _write_money(value_vnd: int, matter: Matter) -> str:
    """An amount of money: `5.000.000 đồng`."""
    return matter.say("report-money", n=format_number(value_vnd, matter.language))
