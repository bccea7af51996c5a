"""Facts of the activity that a post states: people, words, partners, resources."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TypedDict

from builder.model.addresses import fold_key
from builder.model.counts import Participants
from builder.model.posts import EventRef, PartnerMention, Resource, Sessions, Task
from builder.model.problems import Outcome
from builder.reading.fields.given import Fields
from builder.reading.posts.context import PostContext
from builder.reading.posts.head import NO_DAY, Head
from builder.reading.posts.mentions import read_mentions
from builder.reading.posts.participants import head_count_on, read_participants
from builder.reading.posts.resources import read_resources
from builder.reading.source.nodes import Node
from builder.reading.values.lists import read_list
from builder.reading.values.texts import read_text, read_whole

FIGURES = ("participants", "whole_school", "sessions", "resources")
"""Keys that state figures, which a text-only post has none of (counting.md, rule 19)."""

_LAST_DISTRICT_DAY = date(2025, 6, 30)
"""Since 1 July 2025 there is no level between province and commune (domain.md 4.4)."""


class Facts(TypedDict):
    """The fields of a `Post` that its activity is counted by."""

    participants: Participants | None
    sessions: Sessions | None
    themes: tuple[str, ...]
    channels: tuple[str, ...]
    level: str | None
    role: str | None
    mode: str | None
    location: str | None
    partners: tuple[PartnerMention, ...]
    tasks: tuple[Task, ...]
    event: EventRef | None
    is_main: bool
    resources: tuple[Resource, ...]
    foreign_element: bool
    permission: str | None


def read_facts(head: Head, fields: Fields, context: PostContext) -> Facts:
    """Facts of a post's activity."""
    words, find_partner = context.words, context.find_partner
    facts = Facts(
        participants=_read_people(head, fields, context),
        sessions=fields.read("sessions", _read_sessions),
        themes=fields.words("themes", words["themes"]),
        channels=fields.words("channels", words["channels"]),
        level=fields.word("level", words["levels"]),
        role=fields.word("role", words["roles"]),
        mode=fields.word("mode", words["modes"]),
        location=fields.text("location"),
        partners=fields.read("partners", partial(read_mentions, find_partner=find_partner)) or (),
        tasks=fields.read("tasks", _read_tasks) or (),
        event=fields.read("event", _read_event),
        is_main=fields.yes_no("main_post"),
        resources=fields.read(
            "resources",
            partial(read_resources, kinds=words["resource_kinds"], find_partner=find_partner),
        )
        or (),
        foreign_element=fields.yes_no("foreign_element"),
        permission=fields.text("permission"),
    )
    _check_text_only(head, facts, fields, context)
    if facts["level"] == "huyen" and head["first_day"] > _LAST_DISTRICT_DAY:
        fields.tell("level-district", "level", written=fields.written("level"))
    return facts


def _read_people(head: Head, fields: Fields, context: PostContext) -> Participants | None:
    """Who took part."""
    is_whole = fields.yes_no("whole_school")
    day = head["first_day"] if head["first_day"] != NO_DAY else None
    read = read_participants(
        fields.entries.get("participants"),
        fields.entries["whole_school"] if is_whole else None,
        context.words["groups"],
        head_count_on(context.settings, day),
    )
    fields.problems.extend(read.problems)
    return read.value


def _read_sessions(node: Node, *, key: str) -> Outcome[Sessions]:
    """How many times the activity was held."""
    number = read_whole(node, key=key)
    stated = Sessions(number.value, node.where) if number.value is not None else None
    return Outcome(stated, number.problems)


def _read_tasks(node: Node, *, key: str) -> Outcome[tuple[Task, ...]]:
    """Ids of a plan's tasks, each once, as first named."""
    texts = read_list(node, key=key)
    tasks: dict[str, Task] = {}
    for text in texts.value or ():
        tasks.setdefault(text.text, Task(text.text, text.where))
    return Outcome(tuple(tasks.values()), texts.problems)


def _read_event(node: Node, *, key: str) -> Outcome[EventRef]:
    """Id of the event: folded, `-` between words; a URL stays as it is (counting.md, rule 19)."""
    text = read_text(node, key=key)
    if text.value is None:
        return Outcome(None, text.problems)
    is_url = text.value.startswith(("https://", "http://"))
    event = text.value if is_url else fold_key(text.value).replace("_", "-")
    return Outcome(EventRef(event, node.where) if event else None, text.problems)


def _check_text_only(head: Head, facts: Facts, fields: Fields, context: PostContext) -> None:
    """Tell of figures and a lead that a post without an activity can't have."""
    vocabulary, activity_type = context.settings.vocabulary, head["activity_type"]
    if not activity_type or not vocabulary.is_text_only(activity_type, facts["role"]):
        return
    has_people = facts["participants"] is not None
    stated = {
        "participants": has_people,
        "whole_school": has_people and "participants" not in fields.entries,
        "sessions": facts["sessions"] is not None,
        "resources": bool(facts["resources"]),
    }
    for key in FIGURES:
        if key in fields.entries and stated[key]:
            fields.warn("text-only-figure", key)
    if facts["is_main"]:
        fields.tell("text-only-main", "main_post")
