"""From partner files and the names in posts to all partners (counting.md, rules 9 and 19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from builder.locale.sorting import sort_key
from builder.model.partners import Partner
from builder.model.posts import PartnerMention, Post


def list_partners(posts: Iterable[Post], with_file: Mapping[str, Partner]) -> Mapping[str, Partner]:
    """All partners by id, in Vietnamese order of their names.

    One without a file has the name that the earliest counted post writes, or,
    where only uncounted ones name it, the earliest of these.
    """
    found = dict(with_file)
    for post in sorted(posts, key=lambda one: (not one.counted, one.publication_key)):
        for mention in _mentions(post):
            if mention.id not in found:
                found[mention.id] = Partner(mention.id, mention.name)
    ordered = sorted(found.values(), key=lambda one: (sort_key(one.name), one.id))
    return MappingProxyType({partner.id: partner for partner in ordered})


def _mentions(post: Post) -> Iterator[PartnerMention]:
    """Partners that a post names, givers of its resources last."""
    yield from post.partners
    for resource in post.resources:
        if resource.partner:
            yield resource.partner
