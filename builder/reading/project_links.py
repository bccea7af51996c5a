"""All texts of a project → the links whose anchor isn't on the page that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from builder.model.problems import Problem, Severity
from builder.reading.bodies.anchors import has_anchor
from builder.reading.bodies.scan import Body, read_body, resolve


@dataclass(frozen=True)
class LinkedText:
    """A text that the site shows, as the target or the source of links."""

    path: str
    body: str
    body_line: int = 1
    is_ours: bool = True
    """Not a hand-written page, whose links MkDocs itself checks."""

    @cached_property
    def scanned(self) -> Body:
        """Its links and anchors, looked for once and only where someone asks."""
        return read_body(self.body, path=self.path, line=self.body_line)


def check_anchors(texts: Iterable[LinkedText]) -> Iterator[Problem]:
    """A warning for each link from one text to an anchor that another lacks.

    Only texts that name an anchor of a file are read again.
    """
    by_path = {one.path: one for one in texts}
    for text in by_path.values():
        if text.is_ours and ".md#" in text.body:
            yield from _check_text(text, by_path)


def _check_text(text: LinkedText, by_path: Mapping[str, LinkedText]) -> Iterator[Problem]:
    """Warnings of one text."""
    for pointer in text.scanned.pointers:
        target = resolve(text.path, pointer.address)
        if target is None or target[0] == text.path or target[0] not in by_path:
            continue
        if not has_anchor(by_path[target[0]].scanned.anchors, target[1]):
            where = text.scanned.text.place(pointer.position)
            yield Problem("anchor-missing", where, {"anchor": target[1]}, Severity.WARNING)
