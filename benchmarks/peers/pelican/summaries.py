"""A plugin for Pelican: the posts' front matter in, a page with the numbers of each period out."""

import json
from collections import defaultdict
from pathlib import Path
from zlib import crc32

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from pelican import signals

SCHOOL = json.loads((Path(__file__).parent / "school.json").read_text(encoding="utf-8"))
KIN = 4


class OutsideLinks(Extension):
    """Links that leave the site say so, as ours do."""

    def extendMarkdown(self, md):  # noqa: N802 - the name that Markdown calls
        """Look at each link when the text has become a tree."""
        md.treeprocessors.register(_LinkMarker(md), "outside", 0)


class _LinkMarker(Treeprocessor):
    """Adds `rel` to links with a host."""

    def run(self, root):
        for link in root.iter("a"):
            if link.get("href", "").startswith("http"):
                link.set("rel", "noopener")


def register():
    """Write the summaries when the posts' pages are written, and find each post's kin before."""
    signals.article_generator_finalized.connect(prepare_posts)
    signals.article_writer_finalized.connect(write_summaries)


def prepare_posts(generator):
    """Each post's drawing, the newest posts of its type, and the post before and after."""
    posts = generator.articles
    by_type = defaultdict(list)
    for post in posts:
        by_type[post.category.slug].append(post)
    for at, post in enumerate(posts):
        kin = [one for one in by_type[post.category.slug][: KIN + 1] if one is not post]
        post.drawing = _pick_drawing(post.title)
        post.related = kin[:KIN]
        post.newer = posts[at - 1] if at else None
        post.older = posts[at + 1] if at + 1 < len(posts) else None


def write_summaries(generator, writer):
    """A page for each period, and the list of them."""
    template = generator.get_template("summary")
    posts = sorted(generator.articles, key=lambda post: post.date)
    for period in SCHOOL["periods"]:
        within = [post for post in posts if period["from"] <= _day(post) <= period["to"]]
        url = f"tong-ket/{period['id']}/"
        summary = _count_period(period, within)
        writer.write_file(f"{url}index.html", template, generator.context, url=url, summary=summary)
    index = generator.get_template("summaries")
    writer.write_file("tong-ket/index.html", index, generator.context, url="tong-ket/")


def _count_period(period, posts):
    """What the page of a period shows."""
    months = {month["id"]: month["title"] for month in period["months"]}
    by_month = _group(posts, lambda post: _day(post)[:7])
    by_type = _group(posts, lambda post: post.category.slug)
    by_partner = _group(posts, lambda post: post.tags[0].slug)
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
        "staff": sum(int(post.staff) for post in posts),
        "students": sum(int(post.students) for post in posts),
    }


def _draw_bars(numbers):
    """Twelve bars, the highest 130 high."""
    most = max(1, *numbers.values())
    return [
        {"x": at * 30, "height": 130 * number // most, "number": number, "label": f"T{month[5:]}"}
        for at, (month, number) in enumerate(numbers.items())
    ]


def _pick_drawing(title):
    """One of the drawings, always the same for a title."""
    return SCHOOL["drawings"][crc32(title.encode()) % len(SCHOOL["drawings"])]


def _day(post):
    """A post's day as text that can be compared."""
    return f"{post.date:%Y-%m-%d}"
