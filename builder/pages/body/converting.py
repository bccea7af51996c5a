"""A text in Markdown → clean HTML, its links and pictures still as written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pkgutil import resolve_name
from typing import Any, cast

from markdown import Markdown
from markdown.extensions import Extension

from builder.model.addresses import slug_of
from builder.model.markdown_extensions import is_built_in
from builder.model.settings import Settings
from builder.pages.body.markdown_options import plain_options, resolve_options
from builder.pages.body.plain_text import search_marks_only
from builder.pages.body.sanitising import Sanitiser


class BodyConverter:
    """Converts texts one after another with one Markdown object, which is costly to make.

    It needs nothing of other files, so texts can be converted before the rest
    of the project is read.
    """

    def __init__(self, settings: Settings) -> None:
        options = _read_options(settings)
        self._markdown = Markdown(
            output_format="html",
            extensions=[_load(name, options) for name in settings.markdown_extensions],
            extension_configs=options,
        )
        search_marks_only(self._markdown)
        self._sanitiser = Sanitiser(tuple(settings.frames_from))

    def convert(self, text: str) -> str:
        """HTML of a text."""
        self._markdown.reset()
        return self._sanitiser.clean(self._markdown.convert(text))


def _load(name: str, options: Mapping[str, Mapping[str, Any]]) -> Extension | str:
    """An extension; where it isn't known in which module it stands, its name.

    By a name it is looked for in what all installed packages say of themselves,
    which takes longer than to convert many texts.
    """
    if not is_built_in(name):
        return name
    make: Callable[..., Extension] = resolve_name(f"markdown.extensions.{name}:makeExtension")
    return make(**options.get(name, {}))


def _read_options(settings: Settings) -> dict[str, dict[str, Any]]:
    """Options of each extension that has any; anchors of headings are made as addresses are."""
    options = cast(
        dict[str, dict[str, Any]], resolve_options(plain_options(settings.markdown_options))
    )
    return options | {"toc": {"slugify": _name_heading} | options.get("toc", {})}


def _name_heading(words: str, _separator: str) -> str:
    """Anchor of a heading; Markdown's own would drop every `đ`."""
    return slug_of(words)
