"""Texts of a site → their HTML, in several processes where that is quicker."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

from builder.pages.body.rendering import BodyRenderer, BodySource

WAY = "fork" if sys.platform == "linux" else "spawn"
"""How processes start: elsewhere a forked process may hang, and a new one reads all code again."""

PAYS_FROM = 150 if WAY == "fork" else 1500
"""Texts from which on processes win more than their start costs."""

_worker: list[BodyRenderer] = []
"""The renderer of a worker process: it is sent once, not with every text."""


def render_bodies(sources: Sequence[BodySource], renderer: BodyRenderer) -> Mapping[str, str]:
    """HTML of each text by the path of its source; the same however many processes work."""
    workers = min(os.cpu_count() or 1, 4)
    if len(sources) < PAYS_FROM or workers == 1:
        return {one.path: renderer.render(one) for one in sources}
    with ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context(WAY),
        initializer=_begin,
        initargs=(renderer,),
    ) as pool:
        made = pool.map(_render, sources, chunksize=1 + len(sources) // (8 * workers))
        return {one.path: html for one, html in zip(sources, made, strict=True)}


def _begin(renderer: BodyRenderer) -> None:
    """Keep the renderer in a worker; a bound `append` would be sent with a list of its own."""
    _worker.append(renderer)


def _render(source: BodySource) -> str:
    """One text, in a worker process."""
    return _worker[0].render(source)
