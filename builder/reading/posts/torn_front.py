"""A post's front matter that can't be read as a whole → what its single lines seem to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.model.addresses import fold_key, slug_of
from builder.reading.posts.keys import POST_KEYS

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class LikelyAddress(NamedTuple):
    """The parts of a broken post's address; None where no line tells them."""

    year: str | None
    slug: str | None


def list_lines(text: str) -> Iterator[tuple[str, str]]:
    """Canonical key and bare value of each line that states one."""
    for line in text.strip("\ufeff\r\n").split("\n")[1:]:
        if line.rstrip() == "---":
            return
        name, _, value = line.partition(":")
        key = POST_KEYS.canonical.get(fold_key(name))
        if key is not None:
            yield key, value.partition(" #")[0].strip(" '\"\r")


def guess_address(text: str) -> LikelyAddress:
    """Where a broken post would stand: by its slug or its title, and the year in its date."""
    said = dict(reversed(list(list_lines(text))))
    year = _YEAR.search(said.get("date", ""))
    slug = slug_of(said.get("slug", "")) or slug_of(said.get("title", ""))
    return LikelyAddress(year[0] if year else None, slug or None)
