"""Texts of a site → their HTML: as it was kept, made ahead on other cores, or made now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.cache.kept_texts import KeptTexts, hash_text
from builder.disk.project_folder import CONFIGURATION
from builder.pages.body.converting import BodyConverter
from builder.pages.body.rendering import BodyRenderer, BodySource
from builder.reading.configuration.settings import read_settings
from builder.reading.source.decoding import decode_leniently
from builder.reading.source.front_matter import find_body
from builder.workflow.conversion import compose_order, convert_text
from builder.workflow.memory import Memory
from builder.workflow.ordering import Orders
from builder.workflow.side_by_side import make_side_by_side
from builder.workflow.steps import SILENT, Tell

PAYS_FROM = 150
"""Posts from which on processes win more than their start costs."""

ORDER_FROM = 400
"""The same where each process has to be started anew."""

_POSTS = "content/posts/"
_SAVED_AT_ONCE = 4 * 1024 * 1024
"""Bytes that wait for each other before they are written: few at a time take longer."""


class Ahead:
    """HTML of texts, links as written, that may still be in the making; each is taken once."""

    def __init__(self, paths: Sequence[str], made: Iterator[str]) -> None:
        """Take what `convert_text` makes of each path's text, in the same order."""
        self._left = set(paths)
        self._coming = zip(paths, made, strict=True)
        self._come: dict[str, str] = {}

    def take(self, path: str, digest: bytes) -> str | None:
        """HTML of the text with this hash; None where it isn't made ahead. Waits for its turn."""
        if path not in self._left:
            return None
        self._left.remove(path)
        while path not in self._come:
            come, made = next(self._coming)
            self._come[come] = made
        hashed, _, html = self._come.pop(path).partition(" ")
        return html if hashed == digest.hex() else None


NOTHING_AHEAD = Ahead((), iter(()))


def convert_ahead(texts: Mapping[str, bytes], memory: Memory) -> Ahead:
    """HTML of posts that aren't kept, made on other cores while this process reads on.

    Posts of later years come first, as pages ask for them. Nothing where it doesn't pay.
    Of a file that is known only the name of its HTML is looked for: should another text's
    be kept there, it is made when it is asked for.
    """
    paths = sorted((path for path in texts if path.startswith(_POSTS)), reverse=True)
    missing = [path for path in paths if not _is_kept(path, texts[path], memory)]
    if len(missing) < PAYS_FROM:
        return NOTHING_AHEAD
    configuration = decode_leniently(texts[CONFIGURATION])
    settings = read_settings(configuration).value
    if settings is None:
        return NOTHING_AHEAD
    converter = BodyConverter(settings)
    made = make_side_by_side(
        lambda number: convert_text(_find_body(texts[missing[number]]), converter),
        len(missing),
        pays_from=PAYS_FROM,
        orders=Orders(
            "builder.workflow.conversion",
            lambda numbers: compose_order(
                configuration, [_find_body(texts[missing[one]]) for one in numbers]
            ),
            pays_from=ORDER_FROM,
        ),
    )
    return Ahead(missing, made)


def _is_kept(path: str, data: bytes, memory: Memory) -> bool:
    """Whether HTML of a post's text is kept; its text is looked for only where it may be."""
    if memory.html.find_last(path) is None:
        return False
    return (
        memory.knows(path, data) or memory.html.find(path, hash_text(_find_body(data))) is not None
    )


def _find_body(data: bytes) -> str:
    """Text below the front matter of a post's file."""
    return find_body(decode_leniently(data)) or ""


class Bodies(Mapping[str, str]):
    """HTML of each text by the path of its source, finished when it is asked for."""

    def __init__(
        self,
        sources: Sequence[BodySource],
        renderer: BodyRenderer,
        ahead: Ahead,
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
        digest = hash_text(source.text)
        kept = self._kept.find(source.path, digest)
        if kept is not None:
            return kept.decode("utf-8", "surrogatepass")
        html = self._ahead.take(source.path, digest)
        if html is None:
            html = self._renderer.convert(source.text)
        self._kept.keep(source.path, digest, html.encode("utf-8", "surrogatepass"))
        self._kept.save(from_bytes=_SAVED_AT_ONCE)
        return html
