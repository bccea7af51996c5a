"""Sentences and words: each language says everything, and says nothing that nobody needs."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest

from tests.house.repository import (
    REPOSITORY,
    describe_text,
    iterate_calls,
    list_modules,
    parse_module,
    read_catalog,
    read_labels,
    say_place,
)

LANGUAGES = ("vi", "en")
CODE_WORDS = {
    "vi": re.compile(
        r"\b(YAML|parser?|None|null|traceback|exception|regex|invalid)\b|không hợp lệ",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(YAML|parser?|None|null|[Tt]raceback|regex|invalid)\b"),
}
"""What no teacher should have to read (style: no code word in a sentence)."""

_PARTS_OF_PROBLEMS = {"message", "hint"}
_SPEAKERS = {"Problem": _PARTS_OF_PROBLEMS, "say": {"text"}, "CommandError": {"text"}}
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+|(?<=\")[a-z]+(?=\")")
"""A code as tests write it; one of a single word stands in quotes."""

_PATTERN_AT_LEAST = 3
"""Letters that a composed code must have written out, to count as a use of a catalog's codes."""


def test_both_languages_have_the_same_codes() -> None:
    """A code that one language speaks, the other speaks too."""
    vietnamese, english = (set(read_catalog(language)) for language in LANGUAGES)

    assert set() == vietnamese ^ english


def test_no_code_stands_twice() -> None:
    """Each code of a language stands in one file alone."""
    for language in LANGUAGES:
        codes = [
            code
            for file in sorted((REPOSITORY / "builder" / "locale" / language).glob("*.toml"))
            for code in re.findall(r"^\[([^\]]+)\]", file.read_text(encoding="utf-8"), re.MULTILINE)
        ]

        assert sorted(set(codes)) == sorted(codes)


def test_both_languages_fill_the_same_blanks() -> None:
    """A sentence takes the same values in every language."""
    vietnamese, english = (read_catalog(language) for language in LANGUAGES)
    unequal = [
        f"{code}.{part}"
        for code in vietnamese.keys() & english.keys()
        for part in vietnamese[code].keys() | english[code].keys()
        if _find_blanks(vietnamese[code].get(part)) != _find_blanks(english[code].get(part))
    ]

    assert [] == sorted(unequal)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_a_problem_or_a_text(language: str) -> None:
    """A problem has its sentence and its remedy, everything else one text."""
    odd = [
        code
        for code, entry in read_catalog(language).items()
        if set(entry) not in (_PARTS_OF_PROBLEMS, {"text"}) or not all(entry.values())
    ]

    assert [] == odd


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_speaks_code(language: str) -> None:
    """Teachers read their own language, never a program's."""
    coded = [
        f"{code}.{part}"
        for code, entry in read_catalog(language).items()
        for part, sentence in entry.items()
        if CODE_WORDS[language].search(sentence)
    ]

    assert [] == coded


def test_every_code_that_is_spoken_has_its_sentence() -> None:
    """What code tells by a code, the catalogs say, as a problem or as a text."""
    catalog = read_catalog("vi")
    speechless = []
    for file in list_modules("builder"):
        for name, call in iterate_calls(parse_module(file)):
            wanted = _SPEAKERS.get(name)
            pattern = describe_text(call.args[0]) if wanted and call.args else None
            if pattern is None:
                continue
            spoken = [set(catalog[code]) for code in catalog if pattern.fullmatch(code)]
            if wanted not in spoken:
                speechless.append(f"{say_place(file, call.lineno)} {pattern.pattern}")

    assert [] == speechless


def test_every_sentence_is_spoken() -> None:
    """A code of the catalogs stands in the code, so that no sentence outlives its use."""
    patterns = _collect_texts()
    unused = [
        code
        for code in read_catalog("vi")
        if not any(pattern.fullmatch(code) for pattern in patterns)
    ]

    assert [] == unused


def test_every_problem_is_produced_by_some_test() -> None:
    """A teacher never is the first to read a sentence."""
    problems = {code for code, entry in read_catalog("vi").items() if "message" in entry}
    told = set()
    for file in (REPOSITORY / "tests").rglob("*"):
        if file.suffix in {".py", ".yml", ".yaml", ".json", ".toml", ".md", ".txt"}:
            told |= set(_CODE.findall(file.read_text("utf-8", "replace")))

    assert set() == problems - told


def test_templates_have_every_word_in_both_languages() -> None:
    """What a template says is in the labels of each language, and the labels hold no more."""
    templates = [
        file for file in (REPOSITORY / "theme").rglob("*.html") if "labels" not in file.parts
    ]
    said = {
        key
        for file in templates
        for key in re.findall(
            r"""\bsay\(\s*["']([a-z0-9_]+)["']""", file.read_text(encoding="utf-8")
        )
    }

    assert {"vi": set(), "en": set()} == {
        language: said - set(read_labels(language)) for language in LANGUAGES
    }
    assert set(read_labels("vi")) == set(read_labels("en"))


def _find_blanks(sentence: str | None) -> set[str] | None:
    """Names of the blanks of a sentence."""
    if sentence is None:
        return None
    return {blank for _, blank, _, _ in Formatter().parse(sentence) if blank is not None}


def _collect_texts() -> set[re.Pattern[str]]:
    """Every text that stands in the code, composed ones as patterns."""
    found = set()
    for file in list_modules("builder"):
        for node in ast.walk(parse_module(file)):
            pattern = describe_text(node) if isinstance(node, ast.expr) else None
            written = re.sub(r"\[a-z0-9_-\]\+|\\", "", pattern.pattern) if pattern else ""
            if pattern and len(written) >= _PATTERN_AT_LEAST:
                found.add(pattern)
    return found
