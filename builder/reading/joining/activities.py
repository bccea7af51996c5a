"""From the posts of one activity to its record (counting.md, rules 2, 6, 10, 11 and 19)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from builder.model.library import Activity
from builder.model.posts import PartnerMention, Post
from builder.model.problems import Outcome, Problem
from builder.model.settings import Settings
from builder.model.vocabulary import Term
from builder.reading.joining.event_counts import differ, unite_participants, unite_sessions
from builder.reading.joining.event_gifts import unite_gifts

T = TypeVar("T")


def is_text_only(post: Post, settings: Settings) -> bool:
    """Whether a post is a post and no activity (counting.md, rule 1)."""
    return settings.vocabulary.is_text_only(post.activity_type, post.role)


def unite_posts(posts: Sequence[Post], settings: Settings) -> Outcome[Activity]:
    """The activity that these posts tell together; no value where all are text-only.

    A text-only post gives channels, themes, partners and tasks, and nothing else.
    """
    telling = [post for post in posts if not is_text_only(post, settings)]
    if not telling:
        return Outcome(None)
    main = min(telling, key=lambda one: (not one.is_main, one.publication_key))
    told = _in_order(main, telling)
    partners = _find_partners(_in_order(main, posts), settings)
    sessions = unite_sessions(told)
    participants = unite_participants(told, settings)
    gifts = unite_gifts(told, partners)
    activity = replace(
        _tell_facts(main, told),
        sessions=sessions.value or 1,
        participants=participants.value,
        partners=tuple(partners),
        channels=_unite_channels(posts, settings.vocabulary.channels),
        themes=_unite_words((post.themes for post in posts), settings.vocabulary.themes),
        tasks=_unite_tasks(_in_order(main, posts)),
        resources=gifts.value or (),
        posts=tuple(sorted(posts, key=lambda one: (one.first_day, one.path))),
    )
    late = check_last_day(main, told)
    return Outcome(activity, sessions.problems + participants.problems + gifts.problems + late)


def check_last_day(main: Post, told: Sequence[Post]) -> tuple[Problem, ...]:
    """The problem of a last day that lies before the activity of an event.

    Only the one that is taken is compared. A post without an event was compared
    with its own date when it was read.
    """
    last = _find_last(told)
    if main.event is None or last is None or last.last_day is None:
        return ()
    if last.last_day >= main.first_day:
        return ()
    where, first = last.place_of("end_date", "date"), main.place_of("date")
    written, begun = f"{last.last_day:%d/%m/%Y}", f"{main.first_day:%d/%m/%Y}"
    if last is main:
        return (Problem("end-date-order", where, {"written": written, "first": begun}),)
    return (differ("event-end-before-start", where, first, written, begun),)


def _in_order(main: Post, posts: Iterable[Post]) -> list[Post]:
    """The main post, then the others as they were published."""
    others = (post for post in posts if post is not main)
    return [main, *sorted(others, key=lambda one: one.publication_key)]


def _tell_facts(main: Post, told: Sequence[Post]) -> Activity:
    """What the main post gives, and what the first post gives that states it."""
    last = _find_last(told)
    return Activity(
        id=main.event.id if main.event else main.id,
        title=main.title,
        first_day=main.first_day,
        last_day=last.last_day if last and last.last_day != main.first_day else None,
        activity_type=main.activity_type,
        sessions=1,
        participants=None,
        level=_find_first(post.level for post in told),
        role=_find_first(post.role for post in told) or "chu-tri",
        mode=_find_first(post.mode for post in told) or "truc-tiep",
        location=_find_first(post.location for post in told),
        permission=_find_first(post.permission for post in told),
        partners=(),
        channels=(),
        themes=(),
        tasks=(),
        resources=(),
        posts=(),
        main=main,
        foreign_element=any(post.foreign_element for post in told),
    )


def _find_first(stated: Iterable[T | None]) -> T | None:
    """The first that is stated."""
    return next((one for one in stated if one is not None), None)


def _find_last(told: Iterable[Post]) -> Post | None:
    """The post whose last day is taken."""
    return next((post for post in told if post.last_day is not None), None)


def _find_partners(posts: Iterable[Post], settings: Settings) -> dict[str, PartnerMention]:
    """Partners by id as first named; a post's own before the givers of its resources."""
    found: dict[str, PartnerMention] = {}
    for post in posts:
        for mention in post.partners:
            found.setdefault(mention.id, mention)
        if is_text_only(post, settings):
            continue
        for resource in post.resources:
            if resource.partner:
                found.setdefault(resource.partner.id, resource.partner)
    return found


def _unite_channels(posts: Sequence[Post], channels: Mapping[str, Term]) -> tuple[str, ...]:
    """Channels of all posts; the website is one where any of them has a page."""
    website = () if all(post.summary_only for post in posts) else ("website",)
    return _unite_words((website, *(post.channels for post in posts)), channels)


def _unite_words(stated: Iterable[Iterable[str]], words: Mapping[str, Term]) -> tuple[str, ...]:
    """Words of all posts, each once, in the vocabulary's order."""
    found = {word for some in stated for word in some}
    return tuple(word for word in words if word in found)


def _unite_tasks(posts: Iterable[Post]) -> tuple[str, ...]:
    """Ids of tasks as first named."""
    return tuple(dict.fromkeys(task.id for post in posts for task in post.tasks))
