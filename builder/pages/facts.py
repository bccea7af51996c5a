"""A post with its activity → the facts box: when, where, who, with whom, how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.locale import say
from builder.locale.formats import format_days, format_money, format_number
from builder.model.counts import Count, Group, Participants
from builder.model.library import Activity
from builder.model.periods import calendar_year
from builder.model.posts import PartnerMention, Post, Resource
from builder.model.vocabulary import Term, Vocabulary
from builder.pages.numbers.figures import write_number
from builder.pages.numbers.period_words import locate_summary
from builder.pages.shelves import Shelves

Fact = dict[str, object]
"""`term` and `values`, a list of `{text, address}`; address None: no link."""

USUAL_ROLE = "chu-tri"
USUAL_MODE = "truc-tiep"


def compose_facts(post: Post, shelves: Shelves) -> list[Fact]:
    """Rows of the facts box in the order of look.md; a row that nobody stated isn't there.

    A post of an activity shows what all posts of the activity state together.
    """
    activity = shelves.library.activity_of.get(post.path)
    told: Post | Activity = activity or post
    words = shelves.library.settings.vocabulary
    rows = (
        ("when", _texts([format_days(told.first_day, told.last_day)])),
        ("sessions", _sessions(activity, shelves.language)),
        ("where", _texts([told.location])),
        ("who", _texts(write_people(told.participants, words, shelves.language))),
        ("partners", _partners(post, shelves)),
        ("resources", list(_resources(told.resources, shelves))),
        ("channels", _words(told.channels, words.channels, shelves)),
        ("level", _words([told.level], words.levels, shelves)),
        ("role", _words([_unusual(told.role, USUAL_ROLE)], words.roles, shelves)),
        ("mode", _words([_unusual(told.mode, USUAL_MODE)], words.modes, shelves)),
        ("permission", _texts([told.permission])),
        ("themes", _themes(post, shelves)),
        ("event", _other_posts(post, activity)),
        ("summary", _summary(activity, shelves.language)),
    )
    return [
        {"term": say(f"fact-{term}", shelves.language), "values": values}
        for term, values in rows
        if values
    ]


def write_people(
    participants: Participants | None, vocabulary: Vocabulary, language: str
) -> Iterator[str]:
    """Attendance by group, then a bare total: `≈ 170 học sinh`."""
    if participants is None:
        return
    for group in Group:
        if group in participants.groups:
            label = vocabulary.groups[group].label_in(language)
            yield _write_count(participants.groups[group], label, language)
    if participants.total is not None:
        yield _write_count(participants.total, say("fact-people", language), language)


def _texts(texts: Iterable[str | None]) -> list[dict[str, object]]:
    """Values without links; those that aren't known are left out."""
    return [_value(text) for text in texts if text]


def _value(text: str, address: str | None = None) -> dict[str, object]:
    """One value of a row."""
    return {"text": text, "address": address}


def _unusual(word: str | None, usual: str) -> str | None:
    """A word that is worth a row."""
    return None if word == usual else word


def _words(
    ids: Iterable[str | None], terms: Mapping[str, Term], shelves: Shelves
) -> list[dict[str, object]]:
    """Labels of words."""
    return _texts(terms[one].label_in(shelves.language) for one in ids if one)


def _sessions(activity: Activity | None, language: str) -> list[dict[str, object]]:
    """How many times it was held, where that is more than once."""
    if activity is None or activity.sessions == 1:
        return []
    return [_value(say("fact-sessions-times", language, n=activity.sessions))]


def _write_count(count: Count, label: str, language: str) -> str:
    """A count with its people: `≈ 170 học sinh`, or that nobody counted them."""
    small = label[:1].lower() + label[1:]
    if count.value is None:
        return say("fact-uncounted", language, people=label)
    return f"{write_number(count.value, count.mark, language)} {small}"


def _partners(post: Post, shelves: Shelves) -> list[dict[str, object]]:
    """Partners with links to their pages."""
    known = shelves.library.partners
    return [
        _value(known[one].name, known[one].address)
        for one in shelves.partners_of(post)
        if one in known
    ]


def _resources(resources: Iterable[Resource], shelves: Shelves) -> Iterator[dict[str, object]]:
    """What was given or pledged: kind, amount, giver."""
    language = shelves.language
    kinds = shelves.library.settings.vocabulary.resource_kinds
    for one in resources:
        parts = [kinds[one.kind].label_in(language)]
        if one.value_vnd is not None:
            parts.append(format_money(one.value_vnd, language))
        if one.quantity is not None:
            parts.append(f"{format_number(one.quantity, language)} {one.unit or ''}".strip())
        text = ": ".join((parts[0], ", ".join(parts[1:]))) if parts[1:] else parts[0]
        if one.pledged:
            text = say("fact-pledged", language, resource=text)
        yield _value(_add_giver(text, one.partner, shelves))


def _add_giver(text: str, giver: PartnerMention | None, shelves: Shelves) -> str:
    """The gift with its giver."""
    if giver is None:
        return text
    partner = shelves.library.partners.get(giver.id)
    return f"{text} – {partner.name if partner else giver.name}"


def _themes(post: Post, shelves: Shelves) -> list[dict[str, object]]:
    """Themes with links to their lists."""
    themes = shelves.library.settings.vocabulary.themes
    return [_value(themes[one].label_in(shelves.language), f"chu-de/{one}/") for one in post.themes]


def _other_posts(post: Post, activity: Activity | None) -> list[dict[str, object]]:
    """The other posts about the same activity."""
    if activity is None:
        return []
    return [
        _value(one.title, one.address)
        for one in activity.posts
        if one.path != post.path and not one.summary_only
    ]


def _summary(activity: Activity | None, language: str) -> list[dict[str, object]]:
    """The yearly summary that counts the activity, at the activity's own row."""
    if activity is None:
        return []
    year = calendar_year(activity.first_day)
    text = say("fact-summary-of", language, year=year.name)
    return [_value(text, f"{locate_summary(year)}#{activity.anchor}")]
