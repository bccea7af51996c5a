"""A post → the lines by which an approver knows it and its figures."""

from __future__ import annotations

from builder.locale import say
from builder.locale.formats import format_days
from builder.model.library import Library
from builder.model.posts import Post
from builder.pages.facts import write_people


def describe_post(post: Post, library: Library) -> str:
    """Title, day, type, writers, attendance and number of pictures."""
    settings = library.settings
    types = settings.vocabulary.activity_types
    people = write_people(post.participants, settings.vocabulary, settings.language)
    pictures = {one.path for one in (*post.photos, *([post.cover] if post.cover else ()))}
    return say(
        "approve-post",
        settings.language,
        path=post.path,
        title=post.title,
        day=format_days(post.first_day, post.last_day),
        type=types[post.activity_type].label_in(settings.language),
        authors=", ".join(post.authors) or "–",
        people=", ".join(people) or "–",
        pictures=len(pictures),
    )
