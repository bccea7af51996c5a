"""A new text is told from a new figure before anything of the program is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.workflow.fronts import are_fronts_same, hash_fronts, is_patchable
from tests.workflow.school import post, write_files

_POST = "content/posts/2025/bai.md"


@pytest.mark.parametrize(
    ("now", "is_same"),
    [
        (post(more="\nThêm một câu.\n"), True),
        (post().replace("100 học sinh", "101 học sinh"), False),
        (post().replace("\n---\n", "\n--\n", 1), False),
        (post().removeprefix("---"), False),
        ("", False),
    ],
)
def test_only_what_stands_above_a_text_is_compared(
    tmp_path: Path,
    now: str,
    is_same: bool,  # noqa: FBT001
) -> None:
    """A file that no longer has a front matter begins in another way."""
    fronts = hash_fronts({_POST: post().encode(), "mkdocs.yml": b""})
    write_files(tmp_path, {_POST: now})

    assert ([_POST], is_same) == (list(fronts), are_fronts_same(tmp_path, [_POST], fronts))


def test_a_post_of_which_nothing_is_known_may_have_changed(tmp_path: Path) -> None:
    """It is the whole build's to find out."""
    write_files(tmp_path, {_POST: post()})

    assert not are_fronts_same(tmp_path, [_POST], {})


@pytest.mark.parametrize(
    ("changed", "may_be"),
    [
        ([_POST], True),
        ([_POST, "content/partners/may-trang.md"], False),
        ([f"content/posts/2025/bai-{n}.md" for n in range(21)], False),
    ],
)
def test_few_posts_may_be_patched(
    changed: list[str],
    may_be: bool,  # noqa: FBT001
) -> None:
    """Nothing else, and no more of them than are quicker to look at than all."""
    assert may_be == is_patchable(changed)
