"""Sentences for teachers and words of pages and reports, per language.

`<language>/*.toml` hold tables `[code]` with `message` and `hint` (problems) or
`text` (everything else). All files of a language make one catalog.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from builder.model.problems import Problem

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A problem in words."""

    message: str
    """What is wrong with what was written."""

    hint: str
    """What to write instead."""


def speak_problem(problem: Problem, language: str) -> Spoken:
    """Sentence and remedy of a problem; KeyError if the catalog lacks the code (our mistake)."""
    catalog = load_catalog(language)
    entry = catalog[problem.code]
    hint = catalog[problem.remedy]["text"] if problem.remedy else entry["hint"]
    return Spoken(entry["message"].format_map(problem.details), hint.format_map(problem.details))


def say(code: str, language: str, **blanks: object) -> str:
    """A sentence of the catalog with its blanks filled in."""
    return load_catalog(language)[code]["text"].format_map(blanks)


@cache
def load_catalog(language: str) -> Mapping[str, Mapping[str, str]]:
    """All entries of a language by code; a code that stands twice is our mistake (ValueError)."""
    catalog: dict[str, Mapping[str, str]] = {}
    folder = files(__name__) / language
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if not file.name.endswith(".toml"):
            continue
        for code, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if code in catalog:
                raise ValueError(f"{code} stands twice in the catalog of {language}")
            catalog[code] = entry
    return catalog
