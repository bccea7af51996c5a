"""The end of a summary page: what nobody counted, and how it was counted, in plain words."""

from __future__ import annotations

from builder.locale.formats import format_day
from builder.model.counts import Group
from builder.model.summary import How
from builder.pages.numbers.tables import Meta
from builder.pages.summary.matter import Matter
from builder.pages.summary.targets import METHOD, MISSING

_METHOD = ("activity", "attendance", "persons", "unknown", "marks", "year", "money")


def compose_missing(matter: Matter) -> Meta:
    """Activities of which some number is unknown, each with a link, list by list."""
    lists = [
        {
            "heading": _name_list(key, matter),
            "rows": [_activity_link(one, matter) for one in ids],
        }
        for key, ids in matter.summary.unknown.items()
        if ids
    ]
    intro = matter.say("section-missing-intro" if lists else "section-missing-none")
    return {
        "id": MISSING,
        "heading": matter.say("section-missing"),
        "intro": intro,
        "lists": lists,
    }


def compose_method(matter: Matter) -> Meta:
    """How the figures came about, as a principal would say it."""
    told = [matter.say(f"method-{name}") for name in _METHOD]
    persons = matter.summary.totals.persons.values()
    if any(one.how is How.STATED for one in persons):
        told.append(matter.say("method-stated"))
    return {"id": METHOD, "heading": matter.say("section-method"), "points": told}


def _name_list(key: str, matter: Matter) -> str:
    """Heading of one list of what is missing: all numbers, or one group's."""
    if key not in set(Group):
        return matter.say("missing-participants")
    return matter.say("missing-group", group=matter.words.groups[key].label_in(matter.language))


def _activity_link(activity_id: str, matter: Matter) -> Meta:
    """An activity with its day and the place of its row."""
    activity = matter.activities[activity_id].activity
    return {
        "title": activity.title,
        "day": format_day(activity.first_day),
        "href": f"#{activity.anchor}",
    }
