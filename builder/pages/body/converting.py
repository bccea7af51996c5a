"""A text in Markdown → clean HTML, its links and pictures still as written."""

from __future__ import annotations

from typing import Any, cast

from markdown import Markdown

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
        self._markdown = Markdown(
            output_format="html",
            extensions=list(settings.markdown_extensions),
            extension_configs=_read_options(settings),
        )
        search_marks_only(self._markdown)
        self._sanitiser = Sanitiser(tuple(settings.frames_from))

    def convert(self, text: str) -> str:
        """HTML of a text."""
        self._markdown.reset()
        return self._sanitiser.clean(self._markdown.convert(text))


def _read_options(settings: Settings) -> dict[str, dict[str, Any]]:
    """Options of each extension that has any."""
    options = plain_options(settings.markdown_options)
    return cast(dict[str, dict[str, Any]], resolve_options(options))
