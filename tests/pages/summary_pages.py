"""Summaries' pages as tests read them: every figure with its path, every link and id."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from builder.counting import count_library
from builder.model.library import Library
from builder.model.posts import Post
from builder.model.site import SiteFile
from builder.pages.summary.pages import compose_summaries
from tests.counting import demo, school


def compose_demo(language: str = "vi") -> dict[str, SiteFile]:
    """The demo school's summaries by path."""
    return compose_pages(*demo.POSTS, partners=demo.PARTNERS, plans=demo.PLANS, language=language)


def compose_pages(*posts: Post, language: str = "vi", **facts: object) -> dict[str, SiteFile]:
    """Summaries of these posts by path; `facts` as `school.library` takes them."""
    return compose_from(in_language(school.library(*posts, **facts), language))


def compose_from(library: Library) -> dict[str, SiteFile]:
    """Summaries of a library by path."""
    return {file.path: file for file in compose_summaries(library, count_library(library))}


def in_language(library: Library, language: str) -> Library:
    """The library of a site in another language."""
    return replace(library, settings=replace(library.settings, language=language))


def read_page(files: Mapping[str, SiteFile], period: str) -> dict[str, Any]:
    """What a period's page shows."""
    meta = files[f"tong-ket/{period}/index.md"].meta
    assert meta is not None
    return dict(meta)


def read_data(files: Mapping[str, SiteFile], period: str) -> dict[str, Any]:
    """A period's data.json."""
    return dict(json.loads(files[f"tong-ket/{period}/data.json"].text))


def iterate_figures(shown: object) -> Iterator[dict[str, Any]]:
    """Every figure anywhere in what a page shows."""
    for one in _iterate_mappings(shown):
        if {"path", "value", "text", "href"} <= one.keys():
            yield one


def collect(shown: object, key: str) -> set[str]:
    """All texts that stand under a key, anywhere in what a page shows."""
    return {one[key] for one in _iterate_mappings(shown) if isinstance(one.get(key), str)}


def find_figure(data: object, path: str) -> object:
    """The value at a figure's path in `data.json`; LookupError where there is none.

    Rows of a list are named by their id, month or kind; the second and later
    rows of one id by `id#2`, `id#3`. Ids may hold dots: the longest that fits.
    """
    if isinstance(data, list):
        data = dict(_name_rows(data))
    if not path:
        return data
    if not isinstance(data, dict):
        raise LookupError(path)  # noqa: TRY004  # the path is what is wrong
    fitting = [key for key in data if path == key or path.startswith(f"{key}.")]
    if not fitting:
        raise LookupError(path)
    key = max(fitting, key=len)
    return find_figure(data[key], path[len(key) + 1 :])


def _name_rows(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Rows by their names."""
    met: dict[str, int] = {}
    for row in rows:
        name = next(row[key] for key in ("id", "month", "kind") if key in row)
        met[name] = met.get(name, 0) + 1
        yield (name if met[name] == 1 else f"{name}#{met[name]}"), row


def _iterate_mappings(shown: object) -> Iterator[dict[str, Any]]:
    """Every mapping anywhere in a page's meta."""
    if isinstance(shown, dict):
        yield shown
    inner: Iterable[object] = ()
    if isinstance(shown, dict):
        inner = shown.values()
    elif isinstance(shown, list | tuple):
        inner = shown
    for one in inner:
        yield from _iterate_mappings(one)
