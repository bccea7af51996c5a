"""What stands in a report's annexes: its activities, then its partners and resources."""

from __future__ import annotations

from builder.locale.formats import format_days, name_country
from builder.model.report import Block, ReportColumn, ReportTable, Role, Span
from builder.model.summary import ActivityRow, PartnerRow, ResourceRow
from builder.reports.composing.activities import (
    list_givers,
    list_received,
    name_partners,
    tell_people,
)
from builder.reports.composing.matter import Matter
from builder.reports.composing.sentences.numbers import UNKNOWN, show_number
from builder.reports.composing.sentences.phrases import Spans, list_spans, paragraph


def list_annexes(matter: Matter) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """Titles with their tables; only those that have a row."""
    summary = matter.summary
    lists: list[tuple[str, tuple[Block, ...]]] = []
    if summary.activities:
        lists.append((matter.say("report-annex-activities"), (_list_activities(matter),)))
    if summary.partners or summary.resources:
        lists.append(
            (
                matter.say("report-annex-partners"),
                (*_list_partners(matter), *_list_resources(matter)),
            )
        )
    return tuple(lists)


def _list_activities(matter: Matter) -> ReportTable:
    """Bảng 10: every activity, by date."""
    columns = (
        ReportColumn(matter.say("column-number"), 7, numeric=True),
        ReportColumn(matter.say("column-days"), 16),
        ReportColumn(matter.say("column-activity"), 29),
        ReportColumn(matter.say("column-type"), 16),
        ReportColumn(matter.say("column-took-part"), 17),
        ReportColumn(matter.say("column-partners"), 15),
    )
    rows = enumerate(matter.summary.activities, start=1)
    return ReportTable(columns, tuple(_activity_cells(number, row, matter) for number, row in rows))


def _activity_cells(number: int, row: ActivityRow, matter: Matter) -> tuple[Spans, ...]:
    """One activity's row."""
    activity = row.activity
    kind = matter.words.activity_types[activity.activity_type].label_in(matter.language)
    people = tell_people(row, matter) or (matter.phrase("report-unknown"),)
    return (
        (Span(str(number)),),
        (Span(format_days(activity.first_day, activity.last_day)),),
        (Span(activity.title),),
        (Span(kind),),
        list_spans(people),
        (Span(name_partners(activity, matter) or UNKNOWN),),
    )


def _list_partners(matter: Matter) -> tuple[Block, ...]:
    """Partners with their kind, country and joint activities; empty where there are none."""
    if not matter.summary.partners:
        return ()
    columns = (
        ReportColumn(matter.say("column-number"), 7, numeric=True),
        ReportColumn(matter.say("column-partner"), 37),
        ReportColumn(matter.say("column-kind"), 24),
        ReportColumn(matter.say("column-country"), 18),
        ReportColumn(matter.say("column-joint"), 14, numeric=True),
    )
    rows = enumerate(matter.summary.partners, start=1)
    return (
        paragraph(Role.CAPTION, matter.say("report-caption-partners")),
        ReportTable(columns, tuple(_partner_cells(number, row, matter) for number, row in rows)),
    )


def _partner_cells(number: int, row: PartnerRow, matter: Matter) -> tuple[Spans, ...]:
    """One partner's row."""
    partner, kinds = row.partner, matter.words.partner_kinds
    kind = kinds[partner.kind].label_in(matter.language) if partner.kind else UNKNOWN
    country = (
        matter.say("from-abroad", country=name_country(partner.country, matter.language))
        if partner.is_foreign
        else matter.say("from-home")
    )
    return (
        (Span(str(number)),),
        (Span(partner.name),),
        (Span(kind),),
        (Span(country),),
        show_number(row.activities, matter.language),
    )


def _list_resources(matter: Matter) -> tuple[Block, ...]:
    """What was received, by kind; empty where nothing was."""
    if not matter.summary.resources:
        return ()
    columns = (
        ReportColumn(matter.say("column-number"), 7, numeric=True),
        ReportColumn(matter.say("column-resource"), 25),
        ReportColumn(matter.say("column-gift"), 34),
        ReportColumn(matter.say("report-column-giver"), 34),
    )
    rows = enumerate(matter.summary.resources, start=1)
    return (
        paragraph(Role.CAPTION, matter.say("report-caption-resources")),
        ReportTable(columns, tuple(_resource_cells(number, row, matter) for number, row in rows)),
    )


def _resource_cells(number: int, row: ResourceRow, matter: Matter) -> tuple[Spans, ...]:
    """One kind's row."""
    kind = matter.words.resource_kinds[row.kind].label_in(matter.language)
    return (
        (Span(str(number)),),
        (Span(kind),),
        list_spans(list_received(row, matter), "; "),
        (Span("; ".join(list_givers(row.kind, matter)) or UNKNOWN),),
    )
