"""Posts → lists of cards with paging: all posts, a year's, a type's, a theme's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from builder.locale import say
from builder.locale.formats import format_number
from builder.model.posts import Post
from builder.model.site import SiteFile
from builder.pages.cards import CardMaker
from builder.pages.shelves import Shelves
from builder.pages.site_pages import compose_page

NEWEST_OF_WORD = 3
"""Cards that an index of words shows for each of them."""

_AROUND = 2
"""Pages named on each side of the current one."""


@dataclass(frozen=True, slots=True)
class PostList:
    """A list that may be longer than one page."""

    address: str
    """Of its first page."""

    title: str
    posts: Sequence[Post]
    words: Sequence[Mapping[str, object]] = ()
    """Filter words above it: `label`, `address`, `count`, `current`."""

    template: str = "list.html"
    text: str = ""
    """HTML that its first page shows."""

    meta: Mapping[str, object] = field(default_factory=dict)
    """What its first page shows besides."""


def compose_news(shelves: Shelves, cards: CardMaker) -> tuple[SiteFile, ...]:
    """`/tin/` and a list for each year."""
    language = shelves.language
    years = [
        (f"tin/{year}/", say("list-year", language, year=year), posts)
        for year, posts in shelves.by_year.items()
    ]
    every = ("tin/", say("list-all", language), shelves.posts)
    pages: list[SiteFile] = []
    for address, title, posts in (every, *years):
        words = [
            compose_word(str(year), f"tin/{year}/", len(of_year), current=address)
            for year, of_year in shelves.by_year.items()
        ]
        words.insert(0, compose_word(every[1], "tin/", len(shelves.posts), current=address))
        pages += compose_list(PostList(address, title, posts, words), shelves, cards)
    return tuple(pages)


def compose_word(label: str, address: str, count: int, *, current: str) -> dict[str, object]:
    """A filter word with its count."""
    return {"label": label, "address": address, "count": count, "current": address == current}


def compose_list(one: PostList, shelves: Shelves, cards: CardMaker) -> Iterable[SiteFile]:
    """Every page of a list; an empty list has one page, which says what will stand here."""
    size = shelves.library.settings.posts_per_page
    count = max(1, -(-len(one.posts) // size))
    for number in range(1, count + 1):
        shown = one.posts[(number - 1) * size : number * size]
        paging = _compose_paging(one, number, count, shelves.language)
        title = one.title if number == 1 else f"{one.title} – {paging['here']}"
        meta = {
            "heading": one.title,
            "description": say("list-description", shelves.language, title=title),
            "words": list(one.words),
            "cards": [cards.card_of(post) for post in shown],
            "paging": paging,
            "empty": None if one.posts else say("list-empty", shelves.language),
            **(one.meta if number == 1 else {}),
        }
        address = page_address(one.address, number)
        text = one.text if number == 1 else ""
        yield compose_page(address, one.template, title=title, text=text, meta=meta)


def page_address(address: str, number: int) -> str:
    """Address of a page of a list (outputs.md, Addresses)."""
    return address if number == 1 else f"{address}trang/{number}/"


def _compose_paging(one: PostList, number: int, count: int, language: str) -> dict[str, object]:
    """Where one is, and the way on; `pages` has None for a gap."""
    near = {1, count, *range(max(1, number - _AROUND), min(count, number + _AROUND) + 1)}
    pages: list[dict[str, object] | None] = []
    for page in sorted(near):
        if page - 1 not in near and page > 1:
            pages.append(None)
        pages.append(
            {
                "label": format_number(page, language),
                "address": page_address(one.address, page),
                "current": page == number,
            }
        )
    return {
        "here": say("paging-here", language, page=number, pages=count),
        "total": say("paging-total", language, n=format_number(len(one.posts), language)),
        "pages": pages if count > 1 else [],
        "newer": page_address(one.address, number - 1) if number > 1 else None,
        "older": page_address(one.address, number + 1) if number < count else None,
    }
