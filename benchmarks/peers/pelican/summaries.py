"""A plugin for Pelican: the posts' front matter in, a page with the numbers of each period out."""

from zlib import crc32

from counts import SCHOOL, Facts, count_periods, find_kin
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from pelican import signals


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
    for at, (post, kin) in enumerate(find_kin(posts, lambda post: post.category.slug)):
        post.drawing = _pick_drawing(post.title)
        post.related = kin
        post.newer = posts[at - 1] if at else None
        post.older = posts[at + 1] if at + 1 < len(posts) else None


def write_summaries(generator, writer):
    """A page for each period, and the list of them."""
    template = generator.get_template("summary")
    posts = sorted(generator.articles, key=lambda post: post.date)
    for period, summary in count_periods([(_tell(post), post) for post in posts]).items():
        url = f"tong-ket/{period}/"
        writer.write_file(f"{url}index.html", template, generator.context, url=url, summary=summary)
    index = generator.get_template("summaries")
    writer.write_file("tong-ket/index.html", index, generator.context, url="tong-ket/")


def _pick_drawing(title):
    """One of the drawings, always the same for a title."""
    return SCHOOL["drawings"][crc32(title.encode()) % len(SCHOOL["drawings"])]


def _tell(post):
    """What is counted of a post, whose partner is its tag."""
    day, numbers = f"{post.date:%Y-%m-%d}", (int(post.staff), int(post.students))
    return Facts(day, post.category.slug, post.tags[0].slug, *numbers)
