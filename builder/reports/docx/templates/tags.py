"""A template's paragraphs in; out come the problems of tags that cannot be read or name nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment

from builder.model.problems import Problem, Where

_FIGURES = "figures"
_SHOWN = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_TAG = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}|\{#.*?#\}")
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{\s*[\w-]+(?:\.[\w-]+)+\s*\}")
"""Braces outside of every tag: one that was opened and never closed, or has a brace too few."""

_TEXT_PARAGRAPH = re.compile(
    r"<w:p[ >](?:(?!<w:p[ >]|</w:p>).)*\{\{\s*(body|annexes)\s*\}\}.*?</w:p>", re.DOTALL
)
_PLACES = re.compile(r"(\{\{|\{%|\{#)(?:p|r|tr|tc)\s")
"""`{{p`, `{%tr`: what Word's paragraph or row the tag stands for."""

_CELLS = re.compile(r"\{%\s*(?:vm|hm|(?:colspan|cellbg)\s[^%]*)%\}")
"""Tags about a cell's span and ground, which are none of Jinja's."""

_QUOTES = str.maketrans("“”‘’", "\"\"''")
_NEAR = 0.6
_LETTERS_TOLD = 60


class FormEnvironment(SandboxedEnvironment):
    """Jinja for a file from outside: it reaches nothing but what it is handed.

    `{{ totals.peak.students }}` is the path of one figure, where Jinja alone would take it for
    attributes of a name, and `tuyen-truyen` for a subtraction. A tag for whole paragraphs takes
    the place of the paragraph that it stands in.
    """

    def __init__(self, figures: Mapping[str, str]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.globals[_FIGURES] = figures
        self._figures = figures

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Rewrite a part of the template before Jinja reads it."""
        shown = _SHOWN.sub(self._name_figure, _TEXT_PARAGRAPH.sub(r"{{ \1 }}", source))
        return super().preprocess(shown, name, filename)

    def _name_figure(self, tag: re.Match[str]) -> str:
        """A tag that names a figure, as Jinja looks it up; any other as it is."""
        path = tag[1].strip()
        return f"{{{{ {_FIGURES}[{json.dumps(path)}] }}}}" if path in self._figures else tag[0]


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tags of a template may name, and where that template stands."""

    environment: FormEnvironment
    parts: Collection[str]
    figures: Mapping[str, str]
    path: str

    def find_problems(self, paragraphs: Sequence[str]) -> tuple[Problem, ...]:
        """Every tag that cannot be read; where all can, every one that names nothing."""
        stray = [one for one in paragraphs if _STRAY.search(_TAG.sub("", one))]
        if stray:
            return tuple(self._tell_broken(paragraph) for paragraph in stray)
        source = "\n".join(_CELLS.sub("", _PLACES.sub(r"\1 ", one)) for one in paragraphs)
        try:
            parsed = self.environment.parse(source.translate(_QUOTES))
        except TemplateSyntaxError as error:
            return (self._tell_broken(paragraphs[error.lineno - 1]),)
        unknown = find_undeclared_variables(parsed) - {_FIGURES, *self.parts}
        return tuple(self._list_unknown(paragraphs, unknown))

    def tell_unknown(self, tag: str) -> Problem:
        """The problem of a tag that names nothing, with the nearest that names something."""
        among = [*self.parts, *(one for one in self.figures if not one.startswith("activities."))]
        nearest = get_close_matches(tag, among, n=1, cutoff=_NEAR)
        if not nearest:
            return Problem("template-tag-strange", Where(self.path), {"tag": tag})
        details = {"tag": tag, "suggestion": nearest[0]}
        return Problem("template-tag-unknown", Where(self.path), details)

    def _tell_broken(self, paragraph: str) -> Problem:
        """The problem of a tag that cannot be read."""
        words = paragraph.strip()
        shown = words if len(words) <= _LETTERS_TOLD else f"{words[:_LETTERS_TOLD]}…"
        return Problem("template-tag-broken", Where(self.path), {"written": shown})

    def _list_unknown(
        self, paragraphs: Sequence[str], unknown: Collection[str]
    ) -> Iterator[Problem]:
        """Tags that use an unknown name, or a piece of a part that has none; each once."""
        names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in unknown) or r"(?!)")
        told = set()
        for content in (one for paragraph in paragraphs for one in _list_contents(paragraph)):
            root, dot, _ = content.partition(".")
            strange = names.search(content) or (dot and root in self.parts)
            if strange and content not in self.figures and content not in told:
                told.add(content)
                yield self.tell_unknown(content)


def _list_contents(paragraph: str) -> Iterator[str]:
    """What stands between the braces of each tag of a paragraph."""
    for tag in _TAG.finditer(_PLACES.sub(r"\1 ", paragraph)):
        yield (tag[1] or tag[2] or "").strip()
