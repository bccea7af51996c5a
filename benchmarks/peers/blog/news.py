"""Hook for MkDocs: the blog's posts in, what the templates tell of them out.

The blog has read all front matter when this is called: nothing is read twice.
"""

from counts import Facts, count_periods, find_kin


def on_env(env, config, files):  # noqa: ARG001 - the names that MkDocs calls
    """Tell posts their template, kin and row of a table, and count periods."""
    posts = config.plugins["material/blog"].blog.posts
    row = env.get_template("parts.html").module.row
    for post, kin in find_kin(posts, _type_of):
        post.meta["template"] = "post.html"
        post.day = f"{post.config.date.created:%d/%m/%Y}"
        post.row = row(post)
        post.related = kin
    env.globals["summaries"] = count_periods([(_tell(post), post) for post in posts[::-1]])


def _type_of(post):
    """The first of its categories."""
    return post.categories[0].name


def _tell(post):
    """What is counted of a post, whose partner is its second category."""
    day, meta = f"{post.config.date.created:%Y-%m-%d}", post.meta
    return Facts(day, _type_of(post), post.categories[1].name, meta["staff"], meta["students"])
