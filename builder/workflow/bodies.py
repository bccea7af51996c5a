"""Texts of a site → their HTML: as it was kept, made ahead on other cores, or made now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.cache.kept_texts import KeptTexts
from builder.disk.sources import CONFIGURATION
from builder.pages.body.converting import BodyConverter
from builder.pages.body.rendering import BodyRenderer, BodySource
from builder.reading.configuration.settings import read_settings
from builder.reading.source.decoding import tidy_text
from builder.reading.source.front_matter import find_body
from builder.workflow.conversion import compose_order
from builder.workflow.ordering import Orders
from builder.workflow.side_by_side import make_side_by_side
from builder.workflow.steps import SILENT, Tell

PAYS_FROM = 150
"""Posts from which on processes win more than their start costs."""

ORDER_FROM = 400
"""The same where each process has to be started anew."""

_POSTS = "content/posts/"


def convert_ahead(texts: Mapping[str, bytes], kept: KeptTexts) -> Mapping[str, tuple[str, str]]:
    """HTML of posts that aren't kept, made on other cores while this process reads on.

    By path: the text and its HTML with links as written. Posts of later years
    come first, as pages ask for them. Empty where it doesn't pay.
    """
    paths = sorted((path for path in texts if path.startswith(_POSTS)), reverse=True)
    bodies = {path: find_body(_decode(texts[path])) or "" for path in paths}
    missing = [path for path, text in bodies.items() if kept.find(path, text) is None]
    if len(missing) < PAYS_FROM:
        return {}
    configuration = _decode(texts[CONFIGURATION])
    settings = read_settings(configuration).value
    if settings is None:
        return {}
    converter = BodyConverter(settings)
    made = make_side_by_side(
        lambda number: converter.convert(bodies[missing[number]]),
        len(missing),
        pays_from=PAYS_FROM,
        orders=Orders(
            "builder.workflow.conversion",
            lambda numbers: compose_order(configuration, [bodies[missing[one]] for one in numbers]),
            pays_from=ORDER_FROM,
        ),
    )
    return _Coming({path: bodies[path] for path in missing}, made)


def _decode(data: bytes) -> str:
    """Text of a file, sound or not: the reader judges it."""
    return tidy_text(data.decode("utf-8-sig", "replace"))


class _Coming(Mapping[str, tuple[str, str]]):
    """Texts that may still be in the making; whoever asks for one waits for those before it."""

    def __init__(self, texts: Mapping[str, str], made: Iterator[str]) -> None:
        self._texts = texts
        self._coming = zip(texts, made, strict=True)
        self._come: dict[str, str] = {}

    def __getitem__(self, path: str) -> tuple[str, str]:
        text = self._texts[path]
        while path not in self._come:
            self._come.update([next(self._coming)])
        return text, self._come[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


class Bodies(Mapping[str, str]):
    """HTML of each text by the path of its source, finished when it is asked for."""

    def __init__(
        self,
        sources: Sequence[BodySource],
        renderer: BodyRenderer,
        ahead: Mapping[str, tuple[str, str]],
        kept: KeptTexts,
        tell: Tell = SILENT,
    ) -> None:
        """Take the texts, what `convert_ahead` made of them and what was made before."""
        self._sources = {one.path: one for one in sources}
        self._renderer, self._ahead, self._kept = renderer, ahead, kept
        self._finished: dict[str, str] = {}
        self._tell = tell

    def __getitem__(self, path: str) -> str:
        if path not in self._finished:
            self._tell.part("part-texts")
            source = self._sources[path]
            self._finished[path] = self._renderer.render(source, converted=self._convert(source))
            self._tell.count(len(self._finished), len(self._sources))
            self._tell.part("part-pages")
        return self._finished[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def _convert(self, source: BodySource) -> str:
        """HTML of a text, its links as written."""
        kept = self._kept.find(source.path, source.text)
        if kept is not None:
            return kept.decode("utf-8", "surrogatepass")
        text, html = self._ahead.get(source.path, (None, ""))
        if text != source.text:
            html = self._renderer.convert(source.text)
        self._kept.keep(source.path, source.text, html.encode("utf-8", "surrogatepass"))
        return html
