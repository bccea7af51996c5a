"""Bảng 7 and 8: partners with what was agreed, and what was given to the school."""

from __future__ import annotations

from collections.abc import Sequence

from builder.locale.formats import format_money, format_number, name_country
from builder.model.partners import Agreement
from builder.model.posts import Resource
from builder.model.summary import Gift, Goods, PartnerRow, ResourceRow
from builder.pages.numbers.figures import UNKNOWN, Shown, compose_figure
from builder.pages.numbers.tables import (
    Column,
    Meta,
    Section,
    compose_table,
    figure_cell,
    text_cell,
)
from builder.pages.summary.evidence import Addend, compose_evidence
from builder.pages.summary.matter import Matter
from builder.pages.summary.targets import PARTNERS, RESOURCES, aim_at, anchor_evidence

_PUBLIC_KINDS = frozenset({"co-quan-quan-ly", "chinh-quyen"})
"""Bodies above the school: partners too, but told apart (domain.md 3.2, R17)."""


def compose_partners_section(matter: Matter) -> Section:
    """Partners of the period, most activities first, with what was agreed with them."""
    rows, heading = matter.summary.partners, matter.say("section-partners")
    if not rows:
        return Section(PARTNERS, heading, matter.say("section-partners-none", year=matter.year))
    columns = [
        Column(matter.say("column-partner")),
        Column(matter.say("column-kind")),
        Column(matter.say("column-country")),
        Column(matter.say("column-joint"), numeric=True),
        Column(matter.say("column-given"), numeric=True),
        Column(matter.say("column-agreements")),
    ]
    table = compose_table(
        matter.say("table-partners"),
        columns,
        [_partner_cells(row, matter) for row in rows],
        cards=True,
    )
    evidence = tuple(_partner_evidence(row, matter) for row in rows)
    intro = matter.say("section-partners-intro")
    notes = _sum_partners(rows, matter)
    return Section(PARTNERS, heading, intro, (table,), evidence=evidence, notes=notes)


def compose_resources_section(matter: Matter) -> Section:
    """What was received by kind; what is only pledged stands below and is not summed."""
    rows, heading = matter.summary.resources, matter.say("section-resources")
    pledged = [gift for gift in matter.summary.gifts if gift.resource.pledged]
    notes = tuple(matter.say("pledged", gift=_speak_gift(one, matter)) for one in pledged)
    if not rows:
        intro = matter.say("section-resources-none", year=matter.year)
        return Section(RESOURCES, heading, intro, notes=notes)
    columns = [
        Column(matter.say("column-resource")),
        Column(matter.say("column-goods"), numeric=True),
        Column(matter.say("column-value"), numeric=True),
    ]
    table = compose_table(
        matter.say("table-resources"), columns, [_resource_cells(row, matter) for row in rows]
    )
    return Section(
        RESOURCES,
        heading,
        matter.say("section-resources-intro"),
        (table,),
        evidence=tuple(_resource_evidence(row, matter) for row in rows),
        notes=notes,
    )


def _sum_partners(rows: Sequence[PartnerRow], matter: Matter) -> tuple[str, ...]:
    """How many are at home and abroad, and how many stand above the school where any does."""
    foreign = sum(row.partner.is_foreign for row in rows)
    public = sum(row.partner.kind in _PUBLIC_KINDS for row in rows)
    shown = {"n": len(rows), "home": len(rows) - foreign, "foreign": foreign}
    sums = {one: format_number(number, matter.language) for one, number in shown.items()}
    told = [matter.say("partners-sum", **sums)]
    if public:
        told.append(matter.say("partners-sum-public", n=format_number(public, matter.language)))
    return (" ".join(told),)


def _partner_cells(row: PartnerRow, matter: Matter) -> list[Meta]:
    """One partner's row."""
    partner, language = row.partner, matter.language
    anchor = anchor_evidence(f"doi-tac-{partner.id}")
    kind = matter.words.partner_kinds[partner.kind].label_in(language) if partner.kind else UNKNOWN
    where = "abroad" if partner.is_foreign else "home"
    given = compose_figure(row.resources_vnd, language, Shown(aim_at(row.resources_vnd, anchor)))
    joint = compose_figure(row.activities, language, Shown(aim_at(row.activities, anchor)))
    note = matter.say("partner-new") if row.is_new else None
    agreements = "; ".join(_speak_agreement(one, matter) for one in partner.agreements)
    return [
        text_cell(partner.name, partner.address, note),
        text_cell(kind),
        text_cell(matter.say(f"from-{where}", country=name_country(partner.country, language))),
        figure_cell(joint),
        figure_cell(given),
        text_cell(agreements or UNKNOWN),
    ]


def _speak_agreement(agreement: Agreement, matter: Matter) -> str:
    """An agreement with its years and how it stands at the period's end, or today before that.

    An agreement of 2019 to 2022 runs in the summary of 2021, whenever that is read
    (domain.md 1.3, 002-16).
    """
    first, last = agreement.first_day, agreement.last_day
    day = min(matter.library.today, matter.period.last_day)
    state = "running"
    if last is not None and last < day:
        state = "ended"
    if first is not None and first > day:
        state = "coming"
    years = "–".join(dict.fromkeys(str(day.year) for day in (first, last) if day is not None))
    named = f"{agreement.title} {years}" if years else agreement.title
    return matter.say(f"with-agreement-{state}", agreement=named)


def _partner_evidence(row: PartnerRow, matter: Matter) -> Meta:
    """Activities held with one partner."""
    addends = (
        [Addend(matter.say("column-given"), row.resources_vnd)] if row.resources_vnd.parts else []
    )
    return compose_evidence(
        f"doi-tac-{row.partner.id}",
        row.partner.name,
        row.activities,
        addends,
        matter,
        back=PARTNERS,
    )


def _resource_cells(row: ResourceRow, matter: Matter) -> list[Meta]:
    """One kind's row: goods by unit, or what they are worth; money in all."""
    anchor = anchor_evidence(f"nguon-luc-{row.kind}")
    aim = aim_at(row.value_vnd, anchor) if row.goods else f"#{anchor}"
    money = compose_figure(row.value_vnd, matter.language, Shown(aim))
    goods = [_goods_figure(one, anchor, matter) for one in row.goods]
    kind = matter.words.resource_kinds[row.kind].label_in(matter.language)
    return [
        text_cell(kind, note=_speak_worth(row, matter)),
        figure_cell(*goods) if goods else text_cell(UNKNOWN),
        figure_cell(money),
    ]


def _speak_worth(row: ResourceRow, matter: Matter) -> str | None:
    """What goods are worth of which nothing else is known; None where there are none."""
    if not row.worth_vnd:
        return None
    values = "; ".join(format_money(value, matter.language) for value in row.worth_vnd)
    return matter.say("goods-worth", values=values)


def _goods_figure(goods: Goods, anchor: str, matter: Matter) -> Meta:
    """Goods of one unit: `32 suất`."""
    shown = Shown(aim_at(goods.quantity, anchor), unit=goods.unit)
    return compose_figure(goods.quantity, matter.language, shown)


def _resource_evidence(row: ResourceRow, matter: Matter) -> Meta:
    """Gifts of one kind, each with its activity and its giver."""
    gifts = [
        gift
        for gift in matter.summary.gifts
        if gift.resource.kind == row.kind and not gift.resource.pledged
    ]
    return {
        "id": anchor_evidence(f"nguon-luc-{row.kind}"),
        "heading": matter.words.resource_kinds[row.kind].label_in(matter.language),
        "columns": [matter.say("column-gift")],
        "rows": [_gift_row(gift, matter) for gift in gifts],
        "sum": [],
        "back": RESOURCES,
    }


def _gift_row(gift: Gift, matter: Matter) -> Meta:
    """One gift among the evidence."""
    activity = matter.activities[gift.activity].activity
    return {
        "title": activity.title,
        "day": None,
        "address": activity.address,
        "cells": [_speak_gift(gift, matter)],
    }


def _speak_gift(gift: Gift, matter: Matter) -> str:
    """One gift in words: `Học bổng: 32 suất, 48.000.000 đồng (Công ty TNHH Nắng Sớm)`."""
    resource = gift.resource
    kind = matter.words.resource_kinds[resource.kind].label_in(matter.language)
    told = matter.say("gift", kind=kind, amount=_speak_amount(resource, matter))
    if resource.partner is None:
        return told
    giver = matter.library.partners[resource.partner.id].name
    return matter.say("gift-from", gift=told, giver=giver)


def _speak_amount(resource: Resource, matter: Matter) -> str:
    """How much: goods, money, both, or `—`."""
    parts: list[str] = []
    if resource.quantity is not None:
        number = format_number(resource.quantity, matter.language)
        parts.append(f"{number} {resource.unit}" if resource.unit else number)
    if resource.value_vnd is not None:
        parts.append(format_money(resource.value_vnd, matter.language))
    return ", ".join(parts) or UNKNOWN
