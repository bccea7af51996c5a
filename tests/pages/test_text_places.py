"""A new text takes the place of the old one where a file tells of its post, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.posts import Post
from builder.pages.text_places import exchange_text, is_shown_alike, list_places
from tests.counting.school import post
from tests.pages.section import SITE_URL, compose

OLD, NEW = (
    f'<div class="so-body">\n<p>{text}</p>\n</div>' for text in ("Lời “cũ” &amp; hay.", "Lời mới.")
)
_NEWEST = 20


def _tell(number: int, body: str) -> Post:
    """A post with a text."""
    day = f"2024-{number // 28 + 1:02}-{number % 28 + 1:02}"
    return replace(post(f"bai-{number}", day), body=body, summary="Tóm tắt.")


def _write_files(*posts: Post) -> dict[str, str]:
    """The feeds of some posts."""
    site = compose(*posts)
    return {one.path: one.text for one in site.files if one.path in ("feed.xml", "feed.json")}


def _exchange(file: str, path: str, told: Post, old: str, new: str) -> str | None:
    """A feed with a new text of a post."""
    places = [list_places(told, text, SITE_URL)[path] for text in (old, new)]
    return exchange_text(file, *places)


@pytest.mark.parametrize("path", ["feed.xml", "feed.json"])
def test_a_feed_with_a_new_text_is_the_feed_of_the_new_text(path: str) -> None:
    """To the byte, also where a neighbour has the same text."""
    neighbour = _tell(2, "Lời “cũ” & hay.")
    before = _write_files(_tell(1, "Lời “cũ” & hay."), neighbour)[path]
    after = _write_files(_tell(1, "Lời mới."), neighbour)[path]

    assert after == _exchange(before, path, _tell(1, ""), OLD, NEW)


@pytest.mark.parametrize("path", ["feed.xml", "feed.json"])
def test_a_feed_that_does_not_tell_of_a_post_stays_as_it_is(path: str) -> None:
    """Though a newer post has the text of the old one."""
    posts = [_tell(number, "Lời “cũ” & hay.") for number in range(_NEWEST + 1)]
    feed = _write_files(*posts)[path]

    assert feed == _exchange(feed, path, posts[0], OLD, NEW)


@pytest.mark.parametrize("file", ["", "<p>Lời khác.</p>", OLD + OLD])
def test_a_page_without_the_old_text_or_with_two_of_it_is_none(file: str) -> None:
    """Nobody could tell which is meant."""
    told = _tell(1, "")
    places = [list_places(told, text, SITE_URL)["tin/2024/bai-1/index.md"] for text in (OLD, NEW)]

    assert exchange_text(file, *places) is None


def test_a_text_that_makes_a_card_is_shown_on_lists_too() -> None:
    """Without a summary, cards show how the text begins; links to documents publish them."""
    summed, bare = _tell(1, ""), replace(_tell(1, ""), summary=None)
    document = '<p>Lời mới.</p><p><a href="../../../tep/posts/a.docx">Tệp</a></p>'

    assert (True, False, True, False) == (
        is_shown_alike(summed, OLD, NEW),
        is_shown_alike(bare, OLD, NEW),
        is_shown_alike(bare, OLD, f"{OLD}<p>Thêm.</p>"),
        is_shown_alike(summed, NEW, document),
    )
