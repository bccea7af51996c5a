"""From posts to the clashes of their addresses (outputs.md, Addresses)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model.posts import Post
from builder.model.problems import Problem, Where


def check_addresses(posts: Iterable[Post]) -> tuple[Problem, ...]:
    """Addresses that two posts claim, earlier ones included; the problem names both.

    A post without a page claims its address too, since it names its activity.
    """
    ordered = sorted(posts, key=lambda one: one.path)
    taken: dict[str, Where] = {}
    return (*_check_own(ordered, taken), *_check_old(ordered, taken))


def _check_own(posts: Iterable[Post], taken: dict[str, Where]) -> Iterator[Problem]:
    """Posts whose own address an earlier one has; fills `taken`."""
    for post in posts:
        where = post.place_of("slug", "title")
        first = taken.setdefault(post.address, where)
        if first is not where:
            yield _clash("address-taken", where, first, post.address)


def _check_old(posts: Iterable[Post], taken: dict[str, Where]) -> Iterator[Problem]:
    """Earlier addresses that another post has or had."""
    for post in posts:
        where = post.place_of("old_addresses")
        for address in post.old_addresses:
            first = taken.setdefault(address, where)
            if first.path != post.path:
                yield _clash("old-address-taken", where, first, address)


def _clash(code: str, where: Where, first: Where, address: str) -> Problem:
    """The problem of an address that stands first elsewhere."""
    details = {"address": f"/{address}", "place": f"{first.path}:{first.line}"}
    return Problem(code, where, details, also=(first,))
