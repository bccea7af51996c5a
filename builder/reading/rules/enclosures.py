"""The raw tags of a body → what each of them encloses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from builder.reading.bodies.html import Tag
from builder.reading.bodies.scan import Body

_CLOSING = re.compile(r"</([A-Za-z][A-Za-z0-9]*)")
_LONGEST = 300
"""Letters of a text that are looked at; the bound keeps tags that never close cheap."""


class Enclosures:
    """Where tags of a body close; looked up once for all of them."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def has_within(self, outer: Tag, name: str) -> bool:
        """Whether a tag of some name stands between a tag and where it closes."""
        places = self._openings.get(name, [])
        index = bisect_right(places, outer.position)
        return index < len(places) and places[index] < self._end_of(outer)

    def words_within(self, tag: Tag) -> str:
        """The text that a tag encloses, as written."""
        end = min(self._end_of(tag), tag.end + _LONGEST)
        return self._body.text.written[tag.end : end].strip()

    def is_in_tag(self, position: int) -> bool:
        """Whether a place is within a tag's own signs."""
        index = bisect_left(self._body.tags, position, key=lambda one: one.position) - 1
        return index >= 0 and position < self._body.tags[index].end

    def _end_of(self, tag: Tag) -> int:
        """Where a tag closes; the end of the text where it never does."""
        places = self._closings.get(tag.name, [])
        index = bisect_left(places, tag.end)
        return places[index] if index < len(places) else len(self._body.text.masked)

    @cached_property
    def _openings(self) -> dict[str, list[int]]:
        """Places of opening tags by name, in order."""
        places: dict[str, list[int]] = {}
        for tag in self._body.tags:
            places.setdefault(tag.name, []).append(tag.position)
        return places

    @cached_property
    def _closings(self) -> dict[str, list[int]]:
        """Places of closing tags by name, in order."""
        places: dict[str, list[int]] = {}
        for found in _CLOSING.finditer(self._body.text.masked):
            places.setdefault(found[1].lower(), []).append(found.start())
        return places
