"""Texts of a site → their HTML, side by side where that is quicker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.disk.sources import CONFIGURATION
from builder.pages.body.converting import BodyConverter
from builder.pages.body.rendering import BodyRenderer, BodySource
from builder.reading.configuration.settings import read_settings
from builder.reading.source.decoding import tidy_text
from builder.reading.source.front_matter import find_body
from builder.workflow.side_by_side import make_side_by_side

PAYS_FROM = 150
"""Posts from which on processes win more than their start costs."""

_POSTS = "content/posts/"
_BORDER = "\0"
"""Between a text and its HTML; no text that can be read holds it."""


def convert_ahead(texts: Mapping[str, bytes]) -> Mapping[str, str]:
    """HTML of posts, made on other cores while this process reads their front matter.

    By path: the text, `_BORDER`, its HTML with links as written. Posts of later
    years come first, as pages ask for them. Empty where it doesn't pay.
    """
    paths = sorted((path for path in texts if path.startswith(_POSTS)), reverse=True)
    settings = read_settings(_decode(texts[CONFIGURATION])).value
    if len(paths) < PAYS_FROM or settings is None:
        return {}
    converter = BodyConverter(settings)

    def convert(number: int) -> str:
        text = find_body(_decode(texts[paths[number]])) or ""
        return f"{text}{_BORDER}{converter.convert(text)}"

    return _Coming(paths, make_side_by_side(convert, len(paths), pays_from=PAYS_FROM))


def _decode(data: bytes) -> str:
    """Text of a file, sound or not: the reader judges it."""
    return tidy_text(data.decode("utf-8-sig", "replace"))


class _Coming(Mapping[str, str]):
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


class Bodies(Mapping[str, str]):
    """HTML of each text by the path of its source, finished when it is asked for."""

    def __init__(
        self, sources: Sequence[BodySource], renderer: BodyRenderer, ahead: Mapping[str, str]
    ) -> None:
        """Take the texts and what `convert_ahead` made of them."""
        self._sources = {one.path: one for one in sources}
        self._renderer = renderer
        self._ahead = ahead
        self._finished: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._finished:
            source = self._sources[path]
            text, border, html = self._ahead.get(path, "").partition(_BORDER)
            converted = html if border and text == source.text else None
            self._finished[path] = self._renderer.render(source, converted=converted)
        return self._finished[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
