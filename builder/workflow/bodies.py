"""Texts of a site → their HTML, side by side where that is quicker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.pages.body.rendering import BodyRenderer, BodySource
from builder.workflow.side_by_side import make_side_by_side

PAYS_FROM = 150
"""Texts from which on processes win more than their start costs."""


def render_bodies(sources: Sequence[BodySource], renderer: BodyRenderer) -> Mapping[str, str]:
    """HTML of each text by the path of its source; the same however many processes work."""
    made = make_side_by_side(
        lambda number: renderer.render(sources[number]), len(sources), pays_from=PAYS_FROM
    )
    return Bodies([one.path for one in sources], made)


class Bodies(Mapping[str, str]):
    """Texts that may still be in the making; whoever asks for one waits for those before it."""

    def __init__(self, paths: Sequence[str], made: Iterator[str]) -> None:
        self._paths = dict.fromkeys(paths)
        self._coming = zip(paths, made, strict=True)
        self._come: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._paths:
            raise KeyError(path)
        while path not in self._come:
            self._come.update([next(self._coming)])
        return self._come[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
