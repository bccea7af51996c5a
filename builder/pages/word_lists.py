"""Posts by activity type and by theme → an index of the words, and a list for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.locale import say
from builder.model.posts import Post
from builder.model.site import SiteFile
from builder.model.vocabulary import Term
from builder.pages.cards import CardMaker
from builder.pages.lists import NEWEST_OF_WORD, PostList, compose_list, compose_word
from builder.pages.shelves import Shelves
from builder.pages.site_pages import compose_page


def compose_types(shelves: Shelves, cards: CardMaker) -> tuple[SiteFile, ...]:
    """`/hoat-dong/` and a list for each type that occurs."""
    terms = shelves.library.settings.vocabulary.activity_types
    return tuple(_compose("hoat-dong", shelves.by_type, terms, shelves, cards))


def compose_themes(shelves: Shelves, cards: CardMaker) -> tuple[SiteFile, ...]:
    """`/chu-de/` and a list for each theme that occurs."""
    terms = shelves.library.settings.vocabulary.themes
    return tuple(_compose("chu-de", shelves.by_theme, terms, shelves, cards))


def _compose(
    section: str,
    by_word: Mapping[str, Sequence[Post]],
    terms: Mapping[str, Term],
    shelves: Shelves,
    cards: CardMaker,
) -> Iterator[SiteFile]:
    """The index of a section and its lists."""
    labels = {word: terms[word].label_in(shelves.language) for word in by_word}
    yield _compose_index(section, by_word, labels, shelves, cards)
    for word, posts in by_word.items():
        address = f"{section}/{word}/"
        words = [
            compose_word(labels[one], f"{section}/{one}/", len(its), current=address)
            for one, its in by_word.items()
        ]
        yield from compose_list(PostList(address, labels[word], posts, words), shelves, cards)


def _compose_index(
    section: str,
    by_word: Mapping[str, Sequence[Post]],
    labels: Mapping[str, str],
    shelves: Shelves,
    cards: CardMaker,
) -> SiteFile:
    """Every word with its count and its newest posts."""
    language = shelves.language
    title = say(f"{section}-title", language)
    words = [
        {
            **compose_word(labels[word], f"{section}/{word}/", len(posts), current=""),
            "all": say("word-all", language, n=len(posts)) if len(posts) > NEWEST_OF_WORD else None,
            "cards": [cards.card_of(post) for post in posts[:NEWEST_OF_WORD]],
        }
        for word, posts in by_word.items()
    ]
    meta = {
        "heading": title,
        "description": say(f"{section}-description", language),
        "lead": say(f"{section}-description", language),
        "words": words,
        "empty": None if words else say("list-empty", language),
    }
    return compose_page(f"{section}/", "words.html", title=title, meta=meta)
