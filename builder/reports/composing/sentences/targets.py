"""A plan's target in; out comes what it wants reached, in words."""

from __future__ import annotations

from builder.locale.formats import format_number
from builder.model.library import Library
from builder.model.plans import Target
from builder.model.report import Span
from builder.reports.composing.sentences.phrases import Spans, phrase


def speak_target(target: Target, number: Spans, library: Library) -> Spans:
    """“ít nhất 2 lần tuyên truyền”, narrowed to its types and themes where it is."""
    language, words = library.settings.language, library.settings.vocabulary
    spoken = phrase(f"target-{target.measure}", language, n=number)
    types = ", ".join(words.activity_types[one].label_in(language) for one in target.types)
    themes = ", ".join(words.themes[one].label_in(language) for one in target.themes)
    if types:
        spoken = phrase("target-of-types", language, target=spoken, types=types)
    if themes:
        spoken = phrase("target-of-themes", language, target=spoken, themes=themes)
    return spoken


def show_at_least(target: Target, language: str) -> Spans:
    """The number of a target as a plan writes it: two digits at least (domain.md 4.3)."""
    number = target.at_least
    return (Span(f"{number:02d}" if number < 10 else format_number(number, language)),)
