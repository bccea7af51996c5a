"""What hand-written pages say of themselves."""

from __future__ import annotations

import pytest

from builder.reading.surroundings.hand_written import is_searched


@pytest.mark.parametrize(
    "front",
    [
        "search:\n  exclude: true",
        "search: {exclude: True}",
        "title: Nội quy\nsearch:\n  boost: 2\n  exclude: yes\ntitle: Nội quy",
    ],
)
def test_a_page_that_excludes_itself_is_not_searched(front: str) -> None:
    """However that is written, and whatever else stands there."""
    assert not is_searched(f"---\n{front}\n---\n# Nội quy\n", "content/pages/noi-quy.md")


@pytest.mark.parametrize(
    "text",
    [
        "# Nội quy\n",
        "# Nội quy\n\n---\nsearch: {exclude: true}\n---\n",
        "---\ntitle: Nội quy\n---\n",
        "---\nsearch:\n  exclude: false\n---\n",
        "---\nsearch:\n  boost: 2\n---\n",
        "---\nsearch: exclude\n---\n",
        "---\nsearch: [exclude]\n---\n",
        "---\nsearch:\n  exclude: {true: true}\n---\n",
        "---\nexclude: true\n---\n",
        "---\n[search\n---\n",
        "---\nsearch: {exclude: true}\n",
    ],
)
def test_every_other_page_is_searched(text: str) -> None:
    """One without front matter, with none that can be read, or that says something else."""
    assert is_searched(text, "content/pages/noi-quy.md")
