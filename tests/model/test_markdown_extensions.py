"""Whether a text's HTML comes of the text alone."""

from __future__ import annotations

import pytest

from builder.model.markdown_extensions import is_self_contained

CASES = {
    "MkDocs' own and Python-Markdown's": (["toc", "tables", "footnotes"], {}, True),
    "a library's that we know": (["pymdownx.details", "markdown.extensions.toc"], {}, True),
    "one that includes files": (["toc", "pymdownx.snippets"], {}, False),
    "one that embeds pictures": (["pymdownx.b64"], {}, False),
    "icons of a school's own": (
        ["pymdownx.emoji"],
        {"pymdownx.emoji": {"options": {"custom_icons": ["icons"]}}},
        False,
    ),
    "one that nobody knows": (["their.extension"], {}, False),
}


@pytest.mark.parametrize(("names", "options", "expected"), CASES.values(), ids=CASES)
def test_a_text_is_known_by_itself_unless_other_files_may_show_in_it(
    names: list[str], options: dict[str, object], *, expected: bool
) -> None:
    """Of an extension that we don't know nobody can tell."""
    assert expected is is_self_contained(names, options)
