"""Activities in; out come the objects that every data file shows of them."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.counts import Count, Group
from builder.model.posts import Resource
from builder.model.summary import ActivityRow
from builder.model.vocabulary import Vocabulary

JsonObject = dict[str, object]
"""What `json` writes: strings, numbers, booleans, None, lists and dictionaries alone."""

_GROUPS = tuple(group.value for group in Group)


def compose_activity(row: ActivityRow) -> JsonObject:
    """One activity as `activities` of `data.json` has it, keys in their order."""
    activity = row.activity
    return {
        "id": activity.id,
        "title": activity.title,
        "date": activity.first_day.isoformat(),
        "end_date": activity.last_day.isoformat() if activity.last_day else None,
        "activity_type": activity.activity_type,
        "sessions": activity.sessions,
        "participants": _participants(row),
        "marks": _marks(row.counts, row.total),
        "level": activity.level,
        "role": activity.role,
        "mode": activity.mode,
        "partners": list(activity.partners),
        "channels": list(activity.channels),
        "themes": list(activity.themes),
        "tasks": list(activity.tasks),
        "posts": [f"/{post.address}" for post in activity.posts if not post.summary_only],
    }


def compose_activity_in_full(row: ActivityRow, words: Vocabulary, language: str) -> JsonObject:
    """One activity as `du-lieu/activities.json` has it: with its type's label and its resources."""
    return compose_activity(row) | {
        "type_label": words.activity_types[row.activity.activity_type].label_in(language),
        "resources": [_resource(one, words, language) for one in row.activity.resources],
    }


def _participants(row: ActivityRow) -> JsonObject:
    """Counts of all five groups and their total; None where nobody counted or none took part."""
    found: JsonObject = dict.fromkeys(_GROUPS)
    for group, count in row.counts.items():
        found[group.value] = count.value
    found["total"] = row.total.value if row.total else None
    return found


def _marks(counts: Mapping[Group, Count], total: Count | None) -> JsonObject:
    """Marks of the counts that carry one, in the order of groups, the total's last."""
    marks: JsonObject = {
        group.value: count.mark for group, count in counts.items() if count.mark is not None
    }
    if total is not None and total.mark is not None:
        marks["total"] = total.mark
    return marks


def _resource(resource: Resource, words: Vocabulary, language: str) -> JsonObject:
    """One gift as it was told; notes stay on the post's page."""
    return {
        "kind": resource.kind,
        "label": words.resource_kinds[resource.kind].label_in(language),
        "value_vnd": resource.value_vnd,
        "quantity": resource.quantity,
        "unit": resource.unit,
        "partner": resource.partner.id if resource.partner else None,
        "pledged": resource.pledged,
    }
