"""Passing over plain text changes nothing of what Markdown makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from builder.pages.body.plain_text import search_marks_only

EXTENSIONS = ["toc", "tables", "fenced_code", "footnotes", "attr_list", "md_in_html", "abbr"]
MARKS = st.sampled_from(
    [
        *(
            "Hội",
            "thi",
            " ",
            " ",
            "\n",
            "\n\n",
            "  \n",
            "*",
            "_",
            "**",
            "`",
            "[",
            "](a)",
            "]",
            "![",
        ),
        *(
            "<a>",
            "<",
            ">",
            "&",
            "&amp;",
            "\\",
            "# ",
            "- ",
            "| ",
            "|-|\n",
            "[^1]",
            ": ",
            "{#a}",
            "---",
        ),
    ]
)


@given(st.lists(MARKS, max_size=30).map("".join))
def test_every_text_becomes_what_it_became(text: str) -> None:
    """Whatever marks it holds, and where they stand."""
    plain, hastened = Markdown(extensions=EXTENSIONS), Markdown(extensions=EXTENSIONS)
    search_marks_only(hastened)

    assert plain.convert(text) == hastened.convert(text)


@pytest.mark.parametrize(
    ("extension", "text"),
    [
        ("nl2br", "một\nhai"),
        ("smarty", "một -- hai"),
        ("pymdownx.tilde", "~~một~~"),
        ("wikilinks", "[[một]]"),
    ],
)
def test_marks_of_other_extensions_are_found(extension: str, text: str) -> None:
    """An extension may look for signs that nobody here knows of."""
    hastened = Markdown(extensions=[extension])
    search_marks_only(hastened)

    assert Markdown(extensions=[extension]).convert(text) == hastened.convert(text)


def test_plain_text_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """No search is made in it: that is what is gained."""
    hastened = Markdown(extensions=EXTENSIONS)
    search_marks_only(hastened)
    searched: list[str] = []
    for pattern in hastened.inlinePatterns:
        monkeypatch.setattr(pattern, "getCompiledRegExp", lambda: searched.append("") or None)
    hastened.convert("Hội thi hùng biện, ngày 20/11/2024.")

    assert [] == searched
