"""Posts that a Python program has read → each one's kin, and the numbers of each period."""

import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

SCHOOL = json.loads((Path(__file__).parent / "school.json").read_text(encoding="utf-8"))
KIN = 4


class Facts(NamedTuple):
    """What is counted of a post."""

    day: str
    """As 2025-03-31, which can be compared."""

    type: str
    partner: str
    staff: int
    students: int


def find_kin(posts, type_of):
    """For each of the posts, newest first, the newest others of its type."""
    by_type = _group(posts, type_of)
    for post in posts:
        kin = [one for one in by_type[type_of(post)][: KIN + 1] if one is not post]
        yield post, kin[:KIN]


def count_periods(told):
    """What the page of each period shows, by the period; `told` are facts with their posts."""
    return {period["id"]: _count_period(period, told) for period in SCHOOL["periods"]}


def _count_period(period, told):
    """What the page of one period shows."""
    within = [one for one in told if period["from"] <= one[0].day <= period["to"]]
    months = {month["id"]: month["title"] for month in period["months"]}
    by_month = _group(within, lambda one: one[0].day[:7])
    by_type = _group(within, lambda one: one[0].type)
    by_partner = _group(within, lambda one: one[0].partner)
    return {
        "title": period["title"],
        "totals": _count_posts(within),
        "types": _count_groups(SCHOOL["types"], by_type),
        "months": _count_groups(months, by_month),
        "partners": _count_groups(SCHOOL["partners"], by_partner),
        "bars": _draw_bars({month: len(by_month.get(month, ())) for month in months}),
    }


def _group(things, key_of):
    """Things by a key."""
    groups = defaultdict(list)
    for one in things:
        groups[key_of(one)].append(one)
    return groups


def _count_groups(names, groups):
    """A row for each name that occurs."""
    return [
        {"id": key, "label": label, **_count_posts(groups[key])}
        for key, label in names.items()
        if key in groups
    ]


def _count_posts(told):
    """Posts with the people who took part."""
    return {
        "posts": [post for _, post in told],
        "staff": sum(facts.staff for facts, _ in told),
        "students": sum(facts.students for facts, _ in told),
    }


def _draw_bars(numbers):
    """Twelve bars, the highest 130 high."""
    most = max(1, *numbers.values())
    return [
        {"x": at * 30, "height": 130 * number // most, "number": number, "label": f"T{month[5:]}"}
        for at, (month, number) in enumerate(numbers.items())
    ]
