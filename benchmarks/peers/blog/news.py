"""Hooks for MkDocs: the blog's posts in, what the templates tell of them out.

The blog has read all front matter when these are called: nothing is read twice.
"""

import json
from collections import defaultdict
from html import escape
from pathlib import Path
from types import SimpleNamespace
from zlib import crc32

SCHOOL = json.loads((Path(__file__).parent / "school.json").read_text(encoding="utf-8"))
POSTS_A_PAGE = 20
POSTS_AT_HOME = 9
KIN = 4


def on_page_content(html, page, config, files):  # noqa: ARG001 - the names that MkDocs calls
    """Lists show cards: without an excerpt Material renders no post again for each of its lists."""
    if hasattr(page, "excerpt"):
        page.excerpt = None


def on_env(env, config, files):
    """Tell posts their cards and kin, lists their cards and part of the menu, and count periods."""
    blog = config.plugins["material/blog"].blog
    parts = env.get_template("parts.html").module
    for post in blog.posts:
        post.told = told = _tell_post(post)
        told.card = parts.card(told)
        told.row = parts.row(told)
    _find_kin(blog.posts)
    for view in (blog, *blog.views):
        _fill_pages(view)
    _mark_parts(blog, files)
    env.globals["school"] = SCHOOL
    env.globals["cards"] = [post.told.card for post in blog.posts[:POSTS_AT_HOME]]
    env.globals["views"] = {view.name: view for view in blog.views}
    env.globals["summaries"] = _count_periods([post.told for post in reversed(blog.posts)])


def _tell_post(post):
    """What templates show of a post, made once for its page, cards and rows."""
    meta, day = post.meta, post.config.date.created
    activity_type, partner = meta["categories"]
    weekday = SCHOOL["weekdays"][day.isoweekday() % 7]
    return SimpleNamespace(
        address=f"/{post.url}",
        title=escape(meta["title"]),
        summary=escape(meta["description"]),
        type=activity_type,
        type_address=f"/{post.categories[0].url}",
        type_title=escape(SCHOOL["types"][activity_type]),
        partner=partner,
        partner_address=f"/{post.categories[1].url}",
        partner_title=escape(SCHOOL["partners"][partner]),
        year=day.year,
        iso=f"{day:%Y-%m-%d}",
        day=f"{day:%d/%m/%Y}",
        long_day=f"{weekday}, ngày {day.day} tháng {day.month} năm {day.year}",
        staff=meta["staff"],
        students=meta["students"],
        drawing=SCHOOL["drawings"][crc32(meta["title"].encode()) % len(SCHOOL["drawings"])],
    )


def _find_kin(posts):
    """The newest posts of each post's type, without itself."""
    by_type = _group((post.told for post in posts), lambda post: post.type)
    for post in posts:
        kin = [one for one in by_type[post.told.type][: KIN + 1] if one is not post.told]
        post.told.related = kin[:KIN]


def _fill_pages(view):
    """The cards of each page of a list, and the pages before and after."""
    for at, page in enumerate(view.pages):
        first = at * POSTS_A_PAGE
        page.cards = [post.told.card for post in view.posts[first : first + POSTS_A_PAGE]]
        page.number = at + 1
        page.before = view.pages[at - 1] if at else None
        page.after = view.pages[at + 1] if at + 1 < len(view.pages) else None


def _mark_parts(blog, files):
    """Lists and summaries belong to a page of the menu, which is marked while they are shown."""
    for view in blog.views:
        part = blog
        if view.name in SCHOOL["types"]:
            part = _find_page(files, "hoat-dong/index.md")
        if view.name in SCHOOL["partners"]:
            part = _find_page(files, "doi-tac/index.md")
        for page in view.pages:
            page.parent = part
    for period in SCHOOL["periods"]:
        page = _find_page(files, f"tong-ket/{period['id']}.md")
        page.parent = _find_page(files, "tong-ket/index.md")


def _find_page(files, path):
    """The page of a source."""
    return files.get_file_from_path(path).page


def _count_periods(posts):
    """What the page of each period shows, by the period."""
    return {
        period["id"]: _count_period(
            period, [post for post in posts if period["from"] <= post.iso <= period["to"]]
        )
        for period in SCHOOL["periods"]
    }


def _count_period(period, posts):
    """What the page of one period shows."""
    months = {month["id"]: month["title"] for month in period["months"]}
    by_month = _group(posts, lambda post: post.iso[:7])
    by_type = _group(posts, lambda post: post.type)
    by_partner = _group(posts, lambda post: post.partner)
    return {
        "title": period["title"],
        "totals": _count_posts(posts),
        "types": _count_groups(SCHOOL["types"], by_type),
        "months": _count_groups(months, by_month),
        "partners": _count_groups(SCHOOL["partners"], by_partner),
        "bars": _draw_bars({month: len(by_month.get(month, ())) for month in months}),
    }


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
        "staff": sum(post.staff for post in posts),
        "students": sum(post.students for post in posts),
    }


def _draw_bars(numbers):
    """Twelve bars, the highest 130 high."""
    most = max(1, *numbers.values())
    return [
        {"x": at * 30, "height": 130 * number // most, "number": number, "label": f"T{month[5:]}"}
        for at, (month, number) in enumerate(numbers.items())
    ]
