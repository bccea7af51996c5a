"""Hook for MkDocs: the blog's posts in, what the templates tell of them out.

The blog has read all front matter when this is called: nothing is read twice.
"""

import json
from collections import defaultdict
from pathlib import Path

SCHOOL = json.loads((Path(__file__).parent / "school.json").read_text(encoding="utf-8"))
KIN = 4


def on_env(env, config, files):  # noqa: ARG001 - the names that MkDocs calls
    """Tell posts their template, kin and row of a table, and count periods."""
    posts = config.plugins["material/blog"].blog.posts
    row = env.get_template("parts.html").module.row
    by_type = _group(posts, _type_of)
    for post in posts:
        post.meta["template"] = "post.html"
        post.day = f"{post.config.date.created:%d/%m/%Y}"
        post.row = row(post)
        kin = [one for one in by_type[_type_of(post)][: KIN + 1] if one is not post]
        post.related = kin[:KIN]
    env.globals["summaries"] = _count_periods(posts[::-1])


def _type_of(post):
    """The first of its categories."""
    return post.categories[0].name


def _count_periods(posts):
    """What the page of each period shows, by the period."""
    by_day = [(f"{post.config.date.created:%Y-%m-%d}", post) for post in posts]
    return {
        period["id"]: _count_period(
            period, [post for day, post in by_day if period["from"] <= day <= period["to"]]
        )
        for period in SCHOOL["periods"]
    }


def _count_period(period, posts):
    """What the page of one period shows."""
    months = {month["id"]: month["title"] for month in period["months"]}
    by_month = _group(posts, _month_of)
    return {
        "title": period["title"],
        "totals": _count_posts(posts),
        "types": _count_groups(SCHOOL["types"], _group(posts, _type_of)),
        "months": _count_groups(months, by_month),
        "partners": _count_groups(SCHOOL["partners"], _group(posts, _partner_of)),
        "bars": _draw_bars({month: len(by_month.get(month, ())) for month in months}),
    }


def _partner_of(post):
    """The second of its categories."""
    return post.categories[1].name


def _month_of(post):
    """The month of its day."""
    return f"{post.config.date.created:%Y-%m}"


def _group(posts, key_of):
    """Posts by a key."""
    groups = defaultdict(list)
    for post in posts:
        groups[key_of(post)].append(post)
    return groups


def _count_groups(names, groups):
    """A row for each name that occurs."""
    return [
        {"id": key, "label": label, **_count_posts(groups[key])}
        for key, label in names.items()
        if key in groups
    ]


def _count_posts(posts):
    """Posts with the people who took part."""
    return {
        "posts": posts,
        "staff": sum(post.meta["staff"] for post in posts),
        "students": sum(post.meta["students"] for post in posts),
    }


def _draw_bars(numbers):
    """Twelve bars, the highest 130 high."""
    most = max(1, *numbers.values())
    return [
        {"x": at * 30, "height": 130 * number // most, "number": number, "label": f"T{month[5:]}"}
        for at, (month, number) in enumerate(numbers.items())
    ]
