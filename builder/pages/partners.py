"""Partners → their index, and a page for each with what was done together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from builder.locale import say
from builder.locale.formats import format_day, format_days, name_country
from builder.model.partners import Agreement, Partner
from builder.model.site import SiteFile
from builder.pages.cards import CardMaker
from builder.pages.excerpts import summarise_html
from builder.pages.lists import PostList, compose_list
from builder.pages.post import label_of_kind
from builder.pages.shelves import Shelves
from builder.pages.site_pages import DESCRIPTION_LENGTH, compose_page

Row = dict[str, object]


def compose_partners(shelves: Shelves, cards: CardMaker) -> tuple[SiteFile, ...]:
    """`/doi-tac/` and a page for each partner, with or without a file."""
    partners = shelves.library.partners.values()
    pages = [page for one in partners for page in _compose_partner(one, shelves, cards)]
    return (_compose_index(partners, shelves), *pages)


def _compose_index(partners: Iterable[Partner], shelves: Shelves) -> SiteFile:
    """All partners under their kinds, in the vocabulary's order; those without a kind last."""
    language = shelves.language
    kinds = shelves.library.settings.vocabulary.partner_kinds
    groups: dict[str | None, list[Row]] = {one: [] for one in (*kinds, None)}
    for partner in partners:
        groups[partner.kind].append(_compose_row(partner, shelves))
    title = say("doi-tac-title", language)
    lead = say("doi-tac-description", language)
    meta = {
        "description": lead,
        "lead": lead,
        "groups": [
            {
                "label": kinds[kind].label_in(language) if kind else say("kind-none", language),
                "partners": rows,
            }
            for kind, rows in groups.items()
            if rows
        ],
        "empty": None if any(groups.values()) else say("partners-empty", language),
    }
    return compose_page("doi-tac/", "partners.html", title=title, meta=meta)


def _compose_row(partner: Partner, shelves: Shelves) -> Row:
    """A partner as the index shows it."""
    count = len(shelves.partner_activities.get(partner.id, ()))
    return {
        "name": partner.name,
        "address": partner.address,
        "country": name_country(partner.country, shelves.language) if partner.is_foreign else None,
        "count": say("partner-activities", shelves.language, n=count),
    }


def _compose_partner(partner: Partner, shelves: Shelves, cards: CardMaker) -> Iterable[SiteFile]:
    """Page of a partner, with more pages where the posts are many."""
    language = shelves.language
    body = shelves.bodies.get(partner.path, "") if partner.path else ""
    told = summarise_html(body, DESCRIPTION_LENGTH)
    meta = {
        "description": told or say("partner-description", language, name=partner.name),
        "kind_label": label_of_kind(partner, shelves),
        "facts": list(_compose_facts(partner, shelves)),
        "agreements": [
            _compose_agreement(one, shelves.library.today, language) for one in partner.agreements
        ],
        "without_page": list(_without_page(partner, shelves)),
        "empty": None
        if partner.id in shelves.by_partner or partner.id in shelves.partner_activities
        else say("partner-empty", language),
    }
    posts = shelves.by_partner.get(partner.id, ())
    listed = PostList(
        partner.address, partner.name, posts, template="partner.html", text=body, meta=meta
    )
    return compose_list(listed, shelves, cards)


def _compose_facts(partner: Partner, shelves: Shelves) -> Iterator[Row]:
    """Rows of a partner's facts."""
    language = shelves.language
    country = name_country(partner.country, language)
    count = len(shelves.partner_activities.get(partner.id, ()))
    rows = (
        ("kind", label_of_kind(partner, shelves), None),
        ("country", country, None),
        ("website", partner.website, partner.website),
        ("licence", partner.licence, None),
        ("together", say("partner-activities", language, n=count), None),
    )
    for term, text, address in rows:
        if text:
            value = {"text": text, "address": None, "website": address}
            yield {"term": say(f"fact-{term}", language), "values": [value]}


def _compose_agreement(agreement: Agreement, today: date, language: str) -> Row:
    """An agreement with its state on the day of the build."""
    return {
        "title": agreement.title,
        "days": _write_span(agreement, language),
        "state": say(f"agreement-{_state_of(agreement, today)}", language),
    }


def _write_span(agreement: Agreement, language: str) -> str | None:
    """From when to when; either end may be open."""
    if agreement.first_day and agreement.last_day:
        return format_days(agreement.first_day, agreement.last_day)
    if agreement.first_day:
        return say("agreement-from", language, day=format_day(agreement.first_day))
    if agreement.last_day:
        return say("agreement-until", language, day=format_day(agreement.last_day))
    return None


def _state_of(agreement: Agreement, today: date) -> str:
    """Whether an agreement is to come, holds or is over."""
    if agreement.first_day and today < agreement.first_day:
        return "coming"
    return "over" if agreement.last_day and agreement.last_day < today else "holds"


def _without_page(partner: Partner, shelves: Shelves) -> Iterator[Row]:
    """Activities that are counted and have no page."""
    types = shelves.library.settings.vocabulary.activity_types
    for activity in shelves.partner_activities.get(partner.id, ()):
        if activity.address is None:
            yield {
                "title": activity.title,
                "day": format_days(activity.first_day, activity.last_day),
                "type": types[activity.activity_type].label_in(shelves.language),
            }
