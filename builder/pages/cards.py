"""A post → the card that stands for it on home, in lists and beside other posts."""

from __future__ import annotations

from builder.locale.formats import format_days
from builder.model.posts import Photo, Post
from builder.pages.body.pictures import picture_meta
from builder.pages.excerpts import SUMMARY_LENGTH, summarise_html
from builder.pages.patterns import compose_pattern
from builder.pages.preview import badge_of
from builder.pages.shelves import Shelves
from builder.pages.site_pages import cut_text

Card = dict[str, object]
"""`address`, `title`, `type`, `type_address`, `day`, `iso`, `summary`, `picture` or `pattern`,
`badge`."""


class CardMaker:
    """Makes each post's card once, however many pages show it."""

    def __init__(self, shelves: Shelves) -> None:
        """Take the posts; nothing is made yet."""
        self._shelves = shelves
        self._cards: dict[str, Card] = {}
        self._waiting = frozenset(post.path for post in shelves.library.waiting)

    def card_of(self, post: Post) -> Card:
        """Card of a post."""
        if post.path not in self._cards:
            self._cards[post.path] = self._compose(post)
        return self._cards[post.path]

    def _compose(self, post: Post) -> Card:
        """A new card."""
        shelves = self._shelves
        types = shelves.library.settings.vocabulary.activity_types
        photo = first_photo(post, shelves)
        return {
            "address": post.address,
            "title": post.title,
            "type": types[post.activity_type].label_in(shelves.language),
            "type_address": f"hoat-dong/{post.activity_type}/",
            "day": format_days(post.first_day, post.last_day),
            "iso": post.first_day.isoformat(),
            "summary": summarise(post, shelves, SUMMARY_LENGTH),
            "picture": photo and picture_meta(shelves.pictures[photo.path], photo.alt),
            "pattern": None if photo else compose_pattern(post.title),
            "badge": self._badge_of(post),
        }

    def _badge_of(self, post: Post) -> str | None:
        """Word that tells why readers can't see a post yet; None where they can."""
        if post.path not in self._waiting:
            return None
        return badge_of(post, self._shelves.library)


def first_photo(post: Post, shelves: Shelves) -> Photo | None:
    """The cover, else the first picture of the text that could be published."""
    photos = (post.cover, *post.photos) if post.cover else post.photos
    return next((photo for photo in photos if photo.path in shelves.pictures), None)


def summarise(post: Post, shelves: Shelves, length: int) -> str | None:
    """The post's own summary, else the beginning of its text; None where it has neither."""
    if post.summary:
        return cut_text(post.summary, length)
    return summarise_html(shelves.bodies.get(post.path, ""), length)
