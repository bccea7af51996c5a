"""Templates, their words and styles, read as text and rendered with Jinja2."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

THEME = Path(__file__).parent.parent.parent / "theme"
TEMPLATES = sorted(THEME.rglob("*.html"))
LABELS = {one.stem: one for one in (THEME / "labels").glob("*.html")}
STYLES = sorted((THEME / "assets").rglob("*.css"))
PRINTED = re.compile(r"\{\{(.*?)\}\}(?!\[)", re.DOTALL)
SAFE = re.compile(
    r"\|(?:e|safe|url)$"
    r"|^super\(\)$"
    r"|^words\.say\('\w+'\)$"  # a label escapes itself
)


def mkdocs_like() -> Environment:
    """Templates as MkDocs renders them: nothing is escaped by the engine, `url` leads up."""
    environment = Environment(loader=FileSystemLoader(THEME))  # noqa: S701  # as MkDocs has it
    environment.filters["url"] = lambda address: f"../{address}"
    return environment


def printed_in(template: Path) -> list[str]:
    """Expressions that a template prints."""
    text = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [one.strip() for one in PRINTED.findall(text)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.stem)
def test_every_template_can_be_parsed(template: Path) -> None:
    """By the engine that the school builds with."""
    text = template.read_text(encoding="utf-8")

    assert Environment(autoescape=True).parse(text).body


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.stem)
def test_no_template_prints_unescaped_text(template: Path) -> None:
    """MkDocs escapes nothing by itself: text carries `e`, an address `url`, our HTML `safe`."""
    assert [] == [one for one in printed_in(template) if not SAFE.search(one)]


@pytest.mark.parametrize(
    "template", [one for one in TEMPLATES if one.parent.name != "labels"], ids=lambda one: one.stem
)
def test_templates_have_no_words_of_their_own(template: Path) -> None:
    """They stand in the labels, once a language."""
    text = re.sub(r"\{[#%].*?[#%]\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    shown = re.sub(r"\{\{.*?\}\}|<[^>]*>|&\w+;", "", text, flags=re.DOTALL)

    assert [] == re.findall(r"[^\W\d_]{2,}", shown)


def test_labels_are_complete_in_every_language() -> None:
    """The same keys, each with words."""
    keys = {
        language: set(re.findall(r'^  "(\w+)": "[^"]+"', file.read_text("utf-8"), re.MULTILINE))
        for language, file in LABELS.items()
    }

    assert keys["vi"] == keys["en"]


def test_every_label_is_used_and_every_used_label_is_there() -> None:
    """A word that nobody says is dead."""
    said = {
        key
        for template in TEMPLATES
        for key in re.findall(r"say\('(\w+)'\)", template.read_text(encoding="utf-8"))
    }
    there = set(re.findall(r'^  "(\w+)":', LABELS["vi"].read_text("utf-8"), re.MULTILINE))

    assert said == there


def test_a_label_escapes_itself() -> None:
    """So that templates print it as it comes."""
    words = mkdocs_like().get_template("labels/vi.html").module

    assert "Không tìm thấy trang" == words.say("missing_title")


@pytest.mark.parametrize("style", STYLES, ids=lambda one: one.stem)
def test_styles_load_nothing_and_set_no_capitals(style: Path) -> None:
    """Stacked marks are lost in capitals and spread letters; nothing comes from another host."""
    text = style.read_text(encoding="utf-8")

    assert [] == re.findall(r"@import|url\(|uppercase|letter-spacing: (?!0;)", text)


def test_a_hostile_title_stays_text_on_every_card() -> None:
    """Rendered as MkDocs does it, without escaping by the engine."""
    card = {
        "address": "tin/2024/a/", "title": "<script>alert(1)</script>", "type": "A & B",
        "type_address": "hoat-dong/a/", "day": "1", "iso": "2024-01-01", "summary": '"><img>',
        "picture": None, "pattern": "<svg></svg>", "badge": "<b>",
    }  # fmt: skip
    macros = (
        mkdocs_like()
        .get_template("outreach/parts/card.html")
        .make_module({"page": SimpleNamespace(meta={})})
    )
    html = macros.card(card)

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert not re.findall(r"<script|<img|<b>", html)
